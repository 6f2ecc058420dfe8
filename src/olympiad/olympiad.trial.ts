import { createHash } from 'node:crypto'
import type { Held } from './panel.ts'
import { type Answer, BANDS, type Band, bandOf, STRENGTHS, scoreOf } from './score.ts'

/** What an answer comes down to: a band, or "weet ik niet". */
export const SAYS = [...BANDS, 'unknown'] as const

export type Says = (typeof SAYS)[number]

/** What an answer comes down to. */
export const saidBy = (answer: Answer): Says => (answer === null ? 'unknown' : bandOf(answer))

/** Everyone who takes part, by the slug of their role, in a fixed order. */
export type TrialPanel = ReadonlyMap<string, readonly Held[]>

/** How a fictional group feels about a statement: parts of a hundred per answer. */
const MOODS = {
  convinced: { 'not needed': 0, doubt: 0, needed: 100, unknown: 0 },
  needed: { 'not needed': 0, doubt: 14, needed: 86, unknown: 0 },
  doubtful: { 'not needed': 10, doubt: 45, needed: 45, unknown: 0 },
  divided: { 'not needed': 30, doubt: 25, needed: 45, unknown: 0 },
  opposed: { 'not needed': 55, doubt: 25, needed: 20, unknown: 0 },
  'not needed': { 'not needed': 86, doubt: 14, needed: 0, unknown: 0 },
  unknowing: { 'not needed': 0, doubt: 0, needed: 40, unknown: 60 },
} as const satisfies Record<string, Record<Says, number>>

export type Mood = keyof typeof MOODS

/** A number from 0 up to 1 that looks like chance and is the same at every start. */
function chance(...of: (string | number)[]): number {
  return createHash('sha256').update(of.join('\n')).digest().readUInt32BE(0) / 2 ** 32
}

/** How much of someone's place in their group is new every round: most people keep to what they said. */
const RESTLESS = 0.15

/** Who answers what, about which statement, in which round. */
export interface Dealing {
  about: string
  role: string
  round: number
  mood: Mood
  /** How many of the role answer. */
  people: number
}

/**
 * The answers of the people of one role about one statement. The mood says how many say what, chance who does: whoever
 * is most against stays so in later rounds, so that what is computed about rounds means something.
 */
export function dealtAnswers({ about, role, round, mood, people }: Dealing): Answer[] {
  const places = Array.from({ length: people }, (_, at) => at)
  const against = (at: number) => chance(about, role, at) + RESTLESS * chance(about, role, at, round)
  const order = places.toSorted((one, other) => against(one) - against(other))
  const parts = MOODS[mood]
  const many = (says: Says) => Math.round((parts[says] * people) / 100)
  const [unknown, notNeeded, doubt] = [many('unknown'), many('not needed'), many('doubt')]
  const answers = new Array<Answer>(people).fill(null)
  for (const [place, at] of order.entries()) {
    if (place >= people - unknown) continue
    const band: Band = place < notNeeded ? 'not needed' : place < notNeeded + doubt ? 'doubt' : 'needed'
    const strength = STRENGTHS[Math.floor(chance(about, role, at, 'strength') * STRENGTHS.length)]
    answers[at] = scoreOf(band, strength)
  }
  return answers
}

/** Who of a role answers in a round: of large groups someone stays away now and then. */
export function whoAnswers(role: string, round: number, people: number): number[] {
  const large = people > 10
  return Array.from({ length: people }, (_, at) => at).filter(
    (at) => !large || round === 1 || chance('away', role, at, round) > 0.12,
  )
}

/** How the content says a group felt, round by round. */
export interface Opinion {
  about: string
  rounds: readonly { all: Mood; except?: Readonly<Record<string, Mood>> | undefined }[]
}

/** How a role felt about a statement in a round; of what the content is silent about, people found it needed. */
export function moodOf(
  opinions: readonly Opinion[],
  { about, role, round }: Pick<Dealing, 'about' | 'role' | 'round'>,
): Mood {
  const rounds = opinions.find((one) => one.about === about)?.rounds ?? []
  const felt = rounds[round - 1] ?? rounds.at(-1)
  if (felt) return felt.except?.[role] ?? felt.all
  return chance('mood', about, role) < 0.5 ? 'convinced' : 'needed'
}
