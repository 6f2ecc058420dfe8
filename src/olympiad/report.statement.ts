import type { Shown } from './disclosure.ts'
import type { StatementFigures } from './figures.ts'
import type { StakeholderRole } from './olympiad.ts'
import type { Spread } from './quantile.ts'
import { outcomeWords, type Verdict } from './verdict.ts'

/** A table of a report: a caption, column heads, and rows of words. */
export interface ReportTable {
  caption: string
  columns: string[]
  rows: string[][]
}

/** A statement at the end, with what happened to its words on the way. */
export interface ReportStatement {
  plain: string
  round: number
  verdict: Verdict
  figures: StatementFigures
  /** Reasons the chair passed, of roles that held it back. */
  reasons: { role: string; words: string }[]
}

const number = new Intl.NumberFormat('nl', { maximumFractionDigits: 2 })
const list = new Intl.ListFormat('nl', { type: 'conjunction' })

/** A figure as it stands in the report, or a dash where it is withheld. */
export const figure = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : number.format(value)

/** The plural of a role, on screen. */
export const nameOf = (roles: StakeholderRole[], slug: string) =>
  roles.find((role) => role.slug === slug)?.plural ?? slug

/** What may be said of a tally, in a few words. */
export function shownWords(shown: Shown): string {
  if (shown.is === 'too few') return 'te weinig stemmen'
  if (shown.is === 'almost everyone')
    return `bijna iedereen ${{ 'not needed': 'niet nodig', doubt: 'twijfel', needed: 'nodig' }[shown.band]}`
  const [notNeeded, doubt, needed] = shown.percents
  return `${needed} % nodig, ${doubt} % twijfel, ${notNeeded} % niet nodig`
}

/** What would have come of a statement with the forms that were taken out. */
function alongWords({ withRemoved }: StatementFigures, roles: StakeholderRole[]): string {
  if (withRemoved === undefined) return ''
  const { outcome: came } = withRemoved
  if (came === null)
    return ' Wat eruit kwam mét de formulieren die eruit zijn gehaald, is niet te tonen: er zijn te weinig anderen in een groep.'
  return ` Mét de formulieren die eruit zijn gehaald: ${outcomeWords(came, (slug) => nameOf(roles, slug))}.`
}

/** What came of one statement, per role. */
export function statementTable(
  { plain, round, verdict, figures, reasons }: ReportStatement,
  roles: StakeholderRole[],
): ReportTable {
  const { outcome: came, shown, spreads, overall, consensus, stability, withRemoved } = figures
  const head = outcomeWords({ verdict, tooFew: came.tooFew }, (slug) => nameOf(roles, slug))
  const back =
    came.holdingBack.length > 0
      ? ` Wie tegenhielden: ${list.format(came.holdingBack.map((slug) => nameOf(roles, slug)))}.`
      : ''
  const said =
    reasons.length > 0
      ? ` Redenen: ${reasons.map(({ role, words }) => `${nameOf(roles, role)}: “${words}”`).join(' ')}`
      : ''
  const still = stability ? ` Hetzelfde gebleven sinds de ronde ervoor: ${Math.round(stability.sameBand * 100)} %.` : ''
  const along = withRemoved ? withRemoved.shown.map((one) => (one ? shownWords(one) : 'niet te tonen')) : undefined
  return {
    caption: `“${plain}” ${head}, in ronde ${round}.${back}${alongWords(figures, roles)}${said}${still}`,
    columns: ['Groep', 'Keuzes', 'Mediaan', 'IQR', 'IPR', 'IPRAS'],
    rows: [
      ...shown.roles.map((one, at) => [
        nameOf(roles, one.role),
        `${shownWords(one.shown)}${along ? ` (mét wat eruit is gehaald: ${along[at]})` : ''}`,
        ...spreadWords(spreads[at]),
      ]),
      [
        'Samen',
        `${shown.total ? shownWords(shown.total) : 'niet te tonen'}${consensus === null ? '' : `; Π ${figure(consensus)}`}`,
        ...spreadWords(overall),
      ],
    ],
  }
}

const spreadWords = (spread: Spread | null | undefined): string[] =>
  [spread?.median, spread?.iqr, spread?.ipr, spread?.ipras].map(figure)
