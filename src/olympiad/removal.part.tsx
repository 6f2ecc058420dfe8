import { inDutch } from '../foundation/clock.ts'
import { Band, Heading, Notice, Table } from '../foundation/ui/index.ts'
import type { Charter } from './charter.ts'
import type { Shown } from './disclosure.ts'
import type { TakenOutTold } from './flag.store.ts'
import { shownWords } from './verdict.part.tsx'
import type { VerdictRow } from './verdict.store.ts'
import { outcomeWords, verdictWord } from './verdict.ts'

const pluralOf = (slug: string, charter: Charter | undefined): string =>
  charter?.roles.find((role) => role.slug === slug)?.plural ?? slug

/** That forms were taken out of a round, by which rule and why; and whether one's own was among them. */
export function TakenOutNotice(props: { takenOut: TakenOutTold[]; charter: Charter | undefined; mine?: boolean }) {
  if (props.takenOut.length === 0) return null
  return (
    <Notice tone="warning" title="Er zijn formulieren uit de telling gehaald">
      {props.takenOut.map(({ role, forms, reason, removedAt }) => (
        <p>
          {forms} precies gelijke formulieren van {pluralOf(role, props.charter)}, op {inDutch(removedAt)}. De
          voorzitter schreef: “{reason}”
        </p>
      ))}
      <p>De regel lag vooraf vast: “{props.charter?.removalRule}” Bij elke zin staat de telling mét en zonder.</p>
      {props.mine ? (
        <p>
          <strong>Jouw formulier was er een van.</strong> Klopt dat niet? Vertel het de voorzitter of de redactie. Wie
          je bent, is hier nergens aan te zien. Vertel je het, dan kan wie het hoort wel nagaan wat je koos.
        </p>
      ) : null}
    </Notice>
  )
}

/** What would have come of a statement with the forms that were taken out, in words. */
export function alongWords({ figures }: VerdictRow, charter: Charter | undefined): string | undefined {
  const along = figures.withRemoved
  if (along === undefined) return undefined
  const { outcome } = along
  if (outcome === null)
    return 'niet te tonen: er zijn in een groep te weinig anderen, en het verschil zou zeggen wat zij kozen'
  return outcomeWords(outcome, (slug) => pluralOf(slug, charter))
}

const alongShown = (shown: Shown | null | undefined): string => (shown ? shownWords(shown) : 'niet te tonen')

/** Both tallies of one statement beside each other. */
export function BothTallies({ row, charter }: { row: VerdictRow; charter: Charter | undefined }) {
  const along = row.figures.withRemoved
  if (along === undefined) return null
  return (
    <Band tone="boter" id="met-en-zonder">
      <Heading level={2}>Met en zonder</Heading>
      <p>
        In deze ronde zijn formulieren uit de telling gehaald. Zonder die formulieren is de uitspraak:{' '}
        <strong>{verdictWord(row.verdict)}</strong>. Met die formulieren: <strong>{alongWords(row, charter)}</strong>.
      </p>
      <Table
        caption="Wat elke groep koos, zonder en met"
        columns={[{ label: 'Groep' }, { label: 'Zonder (dit telt)' }, { label: 'Met' }]}
        rows={row.figures.shown.roles.map(({ role, shown }, at) => [
          pluralOf(role, charter),
          shownWords(shown),
          alongShown(along.shown[at]),
        ])}
      />
    </Band>
  )
}
