import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  Example,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  Prose,
  Rows,
  Small,
  Table,
  TextArea,
} from '../foundation/ui/index.ts'
import { ACCORD_PARTS, type AccordPart } from './accord.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { completeness, type Told } from './report.ts'

/** The page of the method report. */
export const reportUrl = (olympiad: Pick<Olympiad, 'slug'>): string => `${olympiadUrl(olympiad)}/verslag`

/** How much of the list is told, in words. */
export function completenessWords(report: readonly Told[]): string {
  const { told, all } = completeness(report)
  return told === all
    ? `Alle ${all} onderdelen van ACCORD staan erin.`
    : `${told} van de ${all} onderdelen van ACCORD staan erin. Wat ontbreekt, staat erbij.`
}

const partsOf = (report: readonly Told[]) =>
  Object.entries(ACCORD_PARTS).map(([part, title]) => ({
    part: part as AccordPart,
    title,
    items: report.filter(({ item }) => item.part === part),
  }))

/** How an Olympiade was done, by the 35 items of ACCORD: what the system knows, and what people wrote beside it. */
export function ReportPage(props: { olympiad: Olympiad; report: Told[]; mayWrite: boolean }) {
  const { olympiad, report, mayWrite } = props
  const url = reportUrl(olympiad)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Verslag van de aanpak</Heading>
        <Lead>
          {olympiad.title}: wie er meewogen, hoe dat ging en wat eruit kwam. {completenessWords(report)}
        </Lead>
        {olympiad.fictional ? (
          <p>
            <Example />
          </p>
        ) : null}
        <Rows
          columns
          items={[
            { href: `${url}/pdf`, title: 'Om te printen (PDF)' },
            { href: `${url}/docx`, title: 'Om in verder te schrijven (Word)' },
            ...(mayWrite ? [{ href: `${url}/tekst`, title: 'Schrijf wat nog ontbreekt' }] : []),
          ]}
        />
      </Band>
      {partsOf(report).map(({ part, title, items }, index) => (
        <Band tone={index % 2 === 0 ? 'wit' : 'wad'} id={part}>
          <Heading level={2}>{title}</Heading>
          {items.map((told) => (
            <ReportItem told={told} />
          ))}
        </Band>
      ))}
      <Band tone="boter" narrow>
        <Prose>
          <p>
            De onderdelen volgen ACCORD (2024), een lijst voor verslagen over samen wegen. De woorden zijn van ons. De
            rekenwijze ook: zo werkten de Olympiades van 2008 tot 2012 niet.
          </p>
        </Prose>
      </Band>
    </>
  )
}

function ReportItem({ told }: { told: Told }) {
  const { item, known, tables, written, lacking } = told
  return (
    <section class="stack" id={item.id.toLowerCase()}>
      <Heading level={3}>
        {item.name} <span class="small">({item.id})</span>
      </Heading>
      <Prose>
        {known.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {written.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Prose>
      {tables.map(({ caption, columns, rows }) => (
        <Table caption={caption} columns={columns.map((label) => ({ label }))} rows={rows} />
      ))}
      {lacking ? (
        <p>
          <strong>Dit ontbreekt nog.</strong> {item.asks}
        </p>
      ) : null}
    </section>
  )
}

/** What someone wrote before a colleague, or before a fault. */
export interface ReportBack {
  item: string
  errors: FieldError[]
  typed: Typed
  /** What a colleague wrote meanwhile. */
  theirs: string | undefined
}

/** The chair writes what the system can't know; every item has a form of its own, so that nobody waits for another. */
export function ReportTextPage(props: {
  olympiad: Olympiad
  report: Told[]
  texts: ReadonlyMap<string, { words: string; version: number }>
  saved: string | undefined
  back: ReportBack | undefined
}) {
  const { olympiad, report, texts, back } = props
  const asked = report.filter(({ item }) => item.by !== 'system')
  return (
    <>
      <Band tone="wad" narrow>
        <ErrorSummary errors={back?.errors ?? []} />
        <Heading level={1}>Schrijf mee aan het verslag</Heading>
        <Lead>Wat het systeem weet, staat er al. Dit weet jij. {completenessWords(report)}</Lead>
        <p>
          <a href={reportUrl(olympiad)}>Bekijk het verslag</a>
        </p>
        {props.saved ? (
          <Notice tone="ok" title="Bewaard">
            <p>
              <a href={`#${props.saved.toLowerCase()}`}>Ga verder waar je was</a>.
            </p>
          </Notice>
        ) : null}
      </Band>
      {asked.map((told, index) => (
        <Band tone={index % 2 === 0 ? 'wit' : 'wad'} narrow id={told.item.id.toLowerCase()}>
          <ReportTextForm
            url={reportUrl(olympiad)}
            told={told}
            text={texts.get(told.item.id)}
            back={back?.item === told.item.id ? back : undefined}
          />
        </Band>
      ))}
    </>
  )
}

function ReportTextForm(props: {
  url: string
  told: Told
  text: { words: string; version: number } | undefined
  back: ReportBack | undefined
}) {
  const { item, known } = props.told
  const { back, text } = props
  return (
    <Form action={`${props.url}/tekst`}>
      <Heading level={2}>{item.name}</Heading>
      {known.length > 0 ? <Small>Dit staat er al: {known.join(' ')}</Small> : null}
      {back?.theirs === undefined ? null : (
        <Notice tone="warning" title="Een collega schreef hier net ook">
          <p>Dit schreef je collega. Jouw tekst staat hieronder. Maak er één van en bewaar opnieuw.</p>
          <p>{back.theirs}</p>
        </Notice>
      )}
      <input type="hidden" name="onderdeel" value={item.id} />
      <input type="hidden" name="versie" value={String(text?.version ?? 0)} />
      <TextArea
        label={item.asks}
        name="tekst"
        id={`tekst-${item.id.toLowerCase()}`}
        rows={5}
        optional
        value={back?.typed.tekst ?? text?.words}
        error={errorFor(back?.errors ?? [], 'tekst')}
      />
      <Actions>
        <Button kind="secondary">Bewaar dit onderdeel</Button>
      </Actions>
    </Form>
  )
}
