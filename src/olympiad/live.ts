import { after, HOUR, MINUTE, SECOND } from '../foundation/clock.ts'
import type { LimitRule, PlaceRule } from '../foundation/http/index.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import type { Round } from './round.ts'
import { inSteps } from './turnout.ts'

/** A round in the room: one sentence at a time, on the hall screen and on every phone. */
export interface LiveSession {
  id: string
  olympiad: string
  round: string
  /** Six digits that let people in. */
  code: string
  startedAt: Date
}

/** What the chair can do with the screen. */
export type StepKind = 'show' | 'extend' | 'pause' | 'resume' | 'hide'

/** One thing the chair did. */
export interface LiveEvent {
  seq: number
  kind: StepKind
  statement: string | null
  /** The soft timer of a sentence, or what was added to it. */
  seconds: number | null
  at: Date
}

/** What is on the screen. */
export interface Screen {
  /** The number of the last step; who acts on an older one looks at an older screen. */
  seq: number
  statement: string | null
  /** When the soft timer ends; null while it stands still, or when there is none. */
  endsAt: Date | null
  /** What is left of it while it stands still, in seconds; null while it runs. */
  left: number | null
}

export const BLANK: Screen = { seq: 0, statement: null, endsAt: null, left: null }

/** How long a sentence has by itself, in seconds. The timer is soft: nothing closes when it ends. */
export const SENTENCE_TIME = 90
/** What "meer tijd" adds, in seconds. */
export const MORE_TIME = 30

/** The screen after one more step. A pause keeps what was left; more time after the end counts from now. */
export function stepped(screen: Screen, { seq, kind, statement, seconds, at }: LiveEvent): Screen {
  if (kind === 'show')
    return { seq, statement, endsAt: seconds === null ? null : after(at, seconds * SECOND), left: null }
  if (kind === 'hide') return { ...BLANK, seq }
  if (kind === 'extend') {
    const more = seconds ?? MORE_TIME
    if (screen.left !== null) return { ...screen, seq, left: screen.left + more }
    const from = Math.max(at.getTime(), screen.endsAt?.getTime() ?? 0)
    return { ...screen, seq, endsAt: new Date(from + more * SECOND) }
  }
  if (kind === 'pause' && screen.left === null)
    return { ...screen, seq, endsAt: null, left: secondsLeft(screen, at) ?? 0 }
  if (kind === 'resume' && screen.left !== null)
    return { ...screen, seq, endsAt: after(at, screen.left * SECOND), left: null }
  return { ...screen, seq }
}

/** What is on the screen after everything the chair did. */
export const screenOf = (events: readonly LiveEvent[]): Screen => events.reduce(stepped, BLANK)

/** Whole seconds on the soft timer; null when there is none. */
export function secondsLeft({ endsAt, left }: Pick<Screen, 'endsAt' | 'left'>, now: Date): number | null {
  if (left !== null) return left
  return endsAt === null ? null : Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / SECOND))
}

/** The sentence after this one, in the order of the round; the first while nothing is shown, undefined after the last. */
export function nextAfter(statements: readonly string[], shown: string | null): string | undefined {
  return statements[shown === null ? 0 : statements.indexOf(shown) + 1]
}

/** A round can be held in the room while it is open, and when one may answer one sentence at a time. */
export const canBeLive = (round: Pick<Round, 'kind' | 'mode'>): boolean =>
  round.kind === 'weighing' && round.mode !== 'secret'

/** How many answers are in, of about how many people, as far as may be told: "38 van ongeveer 60 binnen". */
export function inWords(answered: number, around: number): string {
  const told = inSteps(answered)
  return `${told === answered && told > 0 ? '' : 'ongeveer '}${told} van ongeveer ${roughly(around)} binnen`
}

/** To the nearest five, and never fewer than five: how many sit in a small room is nobody's business. */
export const roughly = (count: number): number => Math.max(5, 5 * Math.round(count / 5))

/** What is left of the soft timer, in words that hurry nobody. */
export function timeWords(seconds: number | null, paused: boolean): string {
  if (paused) return 'Even pauze'
  if (seconds === null) return ''
  if (seconds === 0) return 'Neem gerust nog even de tijd'
  if (seconds >= 60)
    return `Nog ongeveer ${Math.round(seconds / 60)} ${Math.round(seconds / 60) === 1 ? 'minuut' : 'minuten'}`
  return `Nog ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'}`
}

/** A code lets nobody in any more after this: a conference day, in ms. */
export const CODE_LIVES = 14 * HOUR

/** A code as it was typed, without the space people put in the middle; undefined for what can't be one. */
export function readRoomCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

/** A code as people read it from a screen: "482 913". */
export const inThrees = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

const KINDLY =
  'Je hebt nu een paar keer een andere code getypt. Kijk nog eens rustig op het scherm in de zaal, of vraag het aan wie naast je zit. Over een kwartier kun je het weer proberen.'

/** Codes that opened nothing, from one browser. A right code always opens. */
export const missedHere: LimitRule = {
  name: 'room code, browser',
  points: 10,
  perMs: 15 * MINUTE,
  onFault: 'open',
  sentence: KINDLY,
}

/**
 * The same from one network address, for a machine that throws its cookies away: far more than a hall mistypes, far too
 * few to find one code in a million. It only ever stops whoever types a wrong one.
 */
export const missedThere: PlaceRule = { ...missedHere, name: 'room code, network address', points: 600 }

/** People who came in by one code: more than any hall holds. */
export const joinedByCode: LimitRule = {
  name: 'room code, joins',
  points: 3_000,
  perMs: HOUR,
  onFault: 'open',
  sentence: 'Er komen nu wel heel veel mensen tegelijk binnen. Wacht een minuut en probeer het dan opnieuw.',
}

type Place = Pick<Olympiad, 'slug'>

/** Where a phone takes part. */
export const liveUrl = (olympiad: Place): string => `${olympiadUrl(olympiad)}/live`

/** What the beamer shows. */
export const hallUrl = (olympiad: Place): string => `${olympiadUrl(olympiad)}/zaal`

/** The chair's own screen. */
export const remoteUrl = (olympiad: Place): string => `${olympiadUrl(olympiad)}/voorzitter/live`

/** Where everyone types the code. */
export const JOIN = '/doe-mee'
