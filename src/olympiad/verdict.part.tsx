import { capital } from '../foundation/capital.ts'
import { inDutch } from '../foundation/clock.ts'
import { TenFigures } from '../foundation/ui/index.ts'
import { type Disclosure, type Shown, tenFigures } from './disclosure.ts'
import type { StakeholderRole } from './olympiad.ts'
import { bandWord } from './score.ts'
import type { VerdictRow } from './verdict.store.ts'
import { basisWords, outcomeWords } from './verdict.ts'

const tens = (figures: number): string => (figures === 0 ? 'bijna niemand' : `ongeveer ${figures} van de 10`)

/** What one group chose, in words: never an exact number, and a unanimous group is "bijna iedereen". */
export function shownWords(shown: Shown): string {
  if (shown.is === 'too few') return 'te weinig stemmen om te laten zien'
  if (shown.is === 'almost everyone') return `bijna iedereen: ${bandWord(shown.band)}`
  const figures = tenFigures(shown)
  if (figures === undefined) return ''
  return `${tens(figures.needed)} nodig, ${tens(figures.doubt)} twijfel, ${tens(figures.notNeeded)} niet nodig`
}

/** Per group ten little figures, filled for those who find it needed. */
export function GroupShares({ shown, roles }: { shown: Disclosure; roles: readonly StakeholderRole[] }) {
  const nameOf = (slug: string) => roles.find((role) => role.slug === slug)?.plural ?? slug
  return (
    <div class="figures-group">
      {shown.roles.map((one) => {
        const figures = tenFigures(one.shown)
        const words = shownWords(one.shown)
        if (figures === undefined)
          return (
            <p class="figures__absent">
              <strong>{nameOf(one.role)}</strong>: {words}
            </p>
          )
        return <TenFigures label={nameOf(one.role)} filled={figures.needed} of={10} caption={words} />
      })}
    </div>
  )
}

/** A verdict in words, with the groups with too few votes. */
export function verdictSentence({ verdict, figures }: VerdictRow, roles: readonly StakeholderRole[]): string {
  const plural = (slug: string) => roles.find((role) => role.slug === slug)?.plural ?? slug
  return outcomeWords({ verdict, tooFew: figures.outcome.tooFew }, plural)
}

/** By how many and when, after the groups with too few votes where that is why there is no verdict. */
export function restsOn(
  { verdict, figures: { outcome }, closedAt }: VerdictRow,
  roles: readonly StakeholderRole[],
): string {
  const basis = capital(basisWords(outcome, inDutch(closedAt)))
  const few = outcome.tooFew.map((slug) => roles.find((role) => role.slug === slug)?.plural ?? slug)
  return verdict === 'no verdict' && few.length > 0
    ? `Te weinig stemmen van ${inRow.format(few)}. ${basis}.`
    : `${basis}.`
}

const inRow = new Intl.ListFormat('nl', { type: 'conjunction' })
/** The groups that hold a statement back, by name. */
export const holdingBack = ({ figures }: VerdictRow, roles: readonly StakeholderRole[]): string[] =>
  figures.outcome.holdingBack.map((slug) => roles.find((role) => role.slug === slug)?.plural ?? slug)
