import type { Olympiad } from './olympiad.ts'
import { MOST_ROUNDS, type Round, roundState } from './round.ts'

/** What a chair has before them. */
export interface Desk {
  olympiad: Pick<Olympiad, 'item' | 'intro' | 'charterAt' | 'finishedAt'>
  rounds: readonly Round[]
  invited: number
  /** Proposals and reasons nobody read yet. */
  waiting: number
}

/** The one thing to do next: what it is, and the page of it below that of the chair. */
export interface NextStep {
  title: string
  words: string
  part: string
  /** What the button does; the title, unless that only says how things stand. */
  action?: string
}

/** The round that is open, or was and waits for its closing. */
export const openRoundOf = (rounds: readonly Round[]): Round | undefined =>
  rounds.find(({ openedAt, closedAt }) => openedAt !== null && closedAt === null)

/** The number a next round gets: a first round is 0 when people are asked to propose, else 1. Undefined after the fourth. */
export function nextNumber(rounds: readonly Pick<Round, 'number'>[]): number | undefined {
  const next = Math.max(0, ...rounds.map(({ number }) => number)) + 1
  return next > MOST_ROUNDS ? undefined : next
}

/** What to do now: always one thing, in the order in which an Olympiade goes. */
export function nextStep({ olympiad, rounds, invited, waiting }: Desk, now: Date): NextStep | undefined {
  if (olympiad.finishedAt !== null) return undefined
  if (olympiad.intro === '') return step('Vul de opzet in', 'Waar gaat het over, welke groepen tellen apart?', 'opzet')
  if (olympiad.item === null)
    return step(
      'Kondig de Olympiade aan',
      'Daarna kan iedereen erover lezen en kun je mensen uitnodigen.',
      'aankondiging',
    )
  const open = openRoundOf(rounds)
  if (open && roundState(open, now) === 'overdue')
    return step(
      `Sluit ronde ${open.number}`,
      'De tijd is om. Sluiten telt alles wat binnenkwam.',
      `rondes/${open.number}/sluiting`,
    )
  if (waiting > 0)
    return step(
      waiting === 1 ? 'Lees wat er wacht' : `Lees de ${waiting} reacties die wachten`,
      'Niemand anders ziet ze, tot jij ze doorlaat.',
      'toelating',
    )
  if (open)
    return {
      ...step(
        `Ronde ${open.number} loopt`,
        'Hieronder zie je of elke groep genoeg mensen heeft. Is dat zo, dan hoef je nu niets.',
        'panel',
      ),
      action: 'Nodig meer mensen uit',
    }
  const planned = rounds.find(({ openedAt }) => openedAt === null)
  if (invited === 0) return step('Nodig mensen uit', 'Per mail, of met een code op papier.', 'panel')
  if (olympiad.charterAt === null && planned?.kind !== 'proposing')
    return step('Leg de spelregels vast', 'Dat moet voor de eerste ronde, en kan één keer.', 'spelregels')
  if (planned)
    return step(
      `Open ronde ${planned.number}`,
      'Kijk de zinnen nog eens na. Daarna liggen ze vast.',
      `rondes/${planned.number}`,
    )
  return step('Plan de volgende ronde', 'Kies de zinnen waarover nog geen uitspraak is, of rond af.', 'rondes/nieuw')
}

const step = (title: string, words: string, part: string): NextStep => ({ title, words, part })
