import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import { type Bundle, bundleUrl, type YearFacts, yearLine } from './bundle.ts'

export const bundleDeskUrl = (year: number): string => `/redactie/bundels/${year}`

/** The years that can have a bundle, and how far each is. */
export function BundleYearsPage({ years, bundles }: { years: number[]; bundles: Map<number, Bundle | undefined> }) {
  const standing = (year: number): string => {
    const bundle = bundles.get(year)
    if (bundle?.publishedAt) return 'Staat op de site.'
    return bundle ? 'Het voorwoord is begonnen.' : 'Het voorwoord moet nog geschreven worden.'
  }
  return (
    <Band tone="wad">
      <Heading level={1}>Bundels</Heading>
      <Lead>Alles van een jaar komt vanzelf in de bundel. Jij schrijft het voorwoord en publiceert.</Lead>
      {years.length === 0 ? (
        <p>Er is nog geen Olympiade afgerond. Daarna kan er een bundel komen.</p>
      ) : (
        <Rows items={years.map((year) => ({ href: bundleDeskUrl(year), title: String(year), text: standing(year) }))} />
      )}
    </Band>
  )
}

export interface BundleDeskView {
  facts: YearFacts
  bundle: Bundle | undefined
  typed: Record<string, string | string[] | undefined>
  errors: FieldError[]
  /** What a colleague wrote meanwhile. */
  theirs: string | undefined
  saved: boolean
}

/** The foreword of a bundle, and the way to publication. */
export function BundleDeskPage({ facts, bundle, typed, errors, theirs, saved }: BundleDeskView) {
  const { year } = facts
  const words = typed.voorwoord
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Bundel {year}</Heading>
        <Lead>{yearLine(facts)}</Lead>
        {bundle ? (
          <p>
            <LinkButton href={bundleUrl(year)} kind="secondary">
              {bundle.publishedAt ? 'Bekijk de bundel' : 'Bekijk hoe hij eruit komt te zien'}
            </LinkButton>
          </p>
        ) : null}
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        {saved ? <Notice tone="ok" title="Bewaard." /> : null}
        {theirs === undefined ? null : (
          <Notice tone="warning" title="Een collega bewaarde intussen een andere tekst">
            <p>Dit schreef je collega. Jouw tekst staat hieronder. Bewaar je nog een keer, dan blijft die van jou.</p>
            <p class="as-typed">{theirs}</p>
          </Notice>
        )}
        {bundle?.publishedAt ? <p>Deze bundel staat op de site. Wat je hier bewaart, is meteen te lezen.</p> : null}
        <Form action={bundleDeskUrl(year)}>
          <input type="hidden" name="versie" value={String(bundle?.version ?? 0)} />
          <TextArea
            label="Voorwoord"
            name="voorwoord"
            rows={10}
            maxlength={6000}
            hint="Een lege regel begint een nieuwe alinea."
            value={typeof words === 'string' ? words : bundle?.foreword}
            error={errorFor(errors, 'voorwoord')}
          />
          <Actions>
            <Button>Bewaar</Button>
          </Actions>
        </Form>
        {bundle && !bundle.publishedAt ? (
          <Form action={`${bundleDeskUrl(year)}/publicatie`}>
            <p>Lees de bundel eerst zelf. Na het publiceren kan iedereen hem lezen.</p>
            <Button kind="secondary">Publiceer de bundel van {year}</Button>
          </Form>
        ) : null}
      </Band>
    </>
  )
}
