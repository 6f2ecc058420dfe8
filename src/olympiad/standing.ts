import { inDutch } from '../foundation/clock.ts'
import { type Disclosure, type Shown, tenFigures } from './disclosure.ts'
import type { StakeholderRole } from './olympiad.ts'
import { bandWord } from './score.ts'
import { basisWords } from './verdict.ts'

/** A statement that every group stood behind, ready to be fetched by whoever writes standards. */
export interface AcceptedStatement {
  /** The verdict on the thread, and as which revision. */
  item: string
  revision: string
  /** Slug of the Olympiade. */
  olympiad: string
  /** Its title. */
  title: string
  plain: string
  example: string
  professional: string
  /** "gedragen, door 58 mensen uit 7 groepen, op 28 oktober 2026" */
  said: string
  fictional: boolean
}

/** A group that was not nearly unanimous in finding it needed, as far as may be shown. */
export interface DoubtingGroup {
  group: string
  words: string
}

/** Why someone of a group answered otherwise; the words of a person, or gone when they were taken back. */
export interface MinorityReason {
  group: string
  text: string
}

/** What came of a statement that a standard was made of. It travels along wherever the standard is shown. */
export interface Standing {
  item: string
  plain: string
  /** "gedragen, door 58 mensen uit 7 groepen, op 28 oktober 2026"; never that it is true for everyone. */
  said: string
  people: number
  groups: number
  closedAt: Date
  title: string
  /** The page of the verdict. */
  href: string
  fictional: boolean
  doubting: DoubtingGroup[]
  reasons: MinorityReason[]
}

/** The verdict "gedragen" with what it rests on. */
export const acceptedWords = (outcome: { people: number; roles: number }, closedAt: Date): string =>
  `gedragen, ${basisWords(outcome, inDutch(closedAt))}`

const outOfTen = (figures: number): string => (figures === 0 ? 'bijna geen mensen' : `ongeveer ${figures} van de 10`)

function shares(shown: Shown): string | undefined {
  if (shown.is === 'too few') return undefined
  if (shown.is === 'almost everyone')
    return shown.band === 'needed' ? undefined : `bijna iedereen: ${bandWord(shown.band)}`
  const figures = tenFigures(shown)
  return figures && `${outOfTen(figures.needed)} vonden het nodig`
}

/** The groups in which more than one or two thought otherwise; of the others nothing can be told apart. */
export function doubtingGroups(shown: Disclosure, roles: readonly StakeholderRole[]): DoubtingGroup[] {
  return shown.roles.flatMap((one) => {
    const words = shares(one.shown)
    return words ? [{ group: groupName(roles, one.role), words }] : []
  })
}

/** What a group is called on screen. */
export const groupName = (roles: readonly StakeholderRole[], slug: string): string =>
  roles.find((role) => role.slug === slug)?.plural ?? slug
