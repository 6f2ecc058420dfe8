import { inDutchWithTime } from '../foundation/clock.ts'
import {
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  Facts,
  Field,
  Form,
  Heading,
  Lead,
  Pagination,
  Rows,
} from '../foundation/ui/index.ts'
import { ImportBadge } from './import.badge.part.tsx'
import { COLUMNS } from './import.table.ts'
import { countsWords, type Import, importState, importUrl } from './import.ts'
import { addressesUrl, type Provider, providerDeskUrl } from './provider.ts'
import { faultOf, type Written } from './written.ts'

const TEMPLATE_URL = '/scholing/aanbieder/sjabloon'

/** Where a provider sends its catalogue, and sees what became of earlier ones. */
export function ImportsPage(props: {
  provider: Provider
  /** One page of what was sent before. */
  sent: { imports: Import[]; page: number; pages: number }
  written: Written
}) {
  const { provider, written } = props
  const { imports, page, pages } = props.sent
  const url = `${providerDeskUrl(provider)}/aanleveringen`
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={written.errors} />
        <Heading level={1}>Jullie aanbod aanleveren</Heading>
        <Lead>Veel trainingen in één keer. Je ziet eerst wat er verandert. Daarna beslis je zelf.</Lead>
        <Form action={url} enctype="multipart/form-data">
          <Field
            type="file"
            label="Bestand"
            name="bestand"
            accept=".xlsx,.csv,.txt,.json,.jsonld,.html"
            hint="Excel of CSV volgens ons sjabloon, of JSON volgens de Open Education API of schema.org. Hooguit 25 MB."
            {...faultOf(written.errors, 'bestand')}
          />
          <Button>Lees het bestand</Button>
        </Form>
        <p>
          Staat jullie aanbod al op jullie eigen site? <a href={addressesUrl(provider)}>Laat ons het daar lezen</a>
        </p>
      </Band>
      <Band labelledby="sjabloon">
        <Heading level={2} id="sjabloon">
          Het sjabloon
        </Heading>
        <p>
          Eén regel per datum. Komt een training vaker voor? Herhaal dan alleen de code; de rest van de training laat je
          op die regels leeg. Aan jullie eigen code herkennen we alles de volgende keer.
        </p>
        <ul class="points">
          <li>
            Leeg sjabloon: <a href={`${TEMPLATE_URL}/sjabloon.xlsx`}>voor Excel</a> of{' '}
            <a href={`${TEMPLATE_URL}/sjabloon.csv`}>als CSV</a>
          </li>
          <li>
            Ingevuld voorbeeld, verzonnen: <a href={`${TEMPLATE_URL}/voorbeeld.xlsx`}>voor Excel</a> of{' '}
            <a href={`${TEMPLATE_URL}/voorbeeld.csv`}>als CSV</a>
          </li>
        </ul>
        <Disclosure summary="Wat zet je in welke kolom?">
          <p>In welke volgorde de kolommen staan, maakt niet uit.</p>
          <Facts items={COLUMNS.map(({ name, says }) => ({ term: name, value: says }))} />
        </Disclosure>
      </Band>
      <Band tone="boter" labelledby="eerder">
        <Heading level={2} id="eerder">
          Wat jullie aanleverden
        </Heading>
        {imports.length === 0 ? (
          <p>Nog niets.</p>
        ) : (
          <Rows
            items={imports.map((one) => {
              const state = importState(one)
              return {
                href: importUrl(one),
                title: one.name,
                badge: <ImportBadge state={state} />,
                text: `${inDutchWithTime(one.begunAt)}${one.counts ? `: ${countsWords(one.counts)}` : ''}`,
              }
            })}
          />
        )}
        <Pagination page={page} pages={pages} href={(n) => `${url}?bladzijde=${n}#eerder`} />
      </Band>
    </>
  )
}
