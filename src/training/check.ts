import { inDutch } from '../foundation/clock.ts'
import { dueWords } from './publication.ts'

/** Why a course waits for an editor: it comes for the first time, or only what it teaches was not confirmed. */
export type CheckKind = 'first' | 'teachings'

/** A course that waits for an editor. */
export interface Checking {
  course: string
  title: string
  provider: string
  /** When it goes live unseen, or went; null when only what it teaches waits. */
  dueAt: Date | null
  /** Null: not on the site. */
  liveSince: Date | null
  /** Standards it says it teaches that nobody confirmed. */
  teachings: number
}

/** Courses of one page of a list of what waits. */
export const CHECKS_PER_PAGE = 50

/** What there is to do, and by when: "Leerplaats Kompas · uiterlijk 25 november 2026 · één kenmerk te bevestigen". */
export const checkWords = (one: Omit<Checking, 'course' | 'title'>, now: Date): string =>
  [one.provider, whenWords(one, now), teachingWords(one.teachings)].filter((part) => part !== '').join(' · ')

function whenWords({ dueAt, liveSince }: Pick<Checking, 'dueAt' | 'liveSince'>, now: Date): string {
  if (dueAt === null) return ''
  if (liveSince !== null) return `staat er al op sinds ${inDutch(liveSince)}`
  return dueAt > now ? `uiterlijk ${dueWords(dueAt)}` : 'komt er zo op, ook als niemand keek'
}

function teachingWords(count: number): string {
  if (count === 0) return ''
  return count === 1 ? 'één kenmerk te bevestigen' : `${count} kenmerken te bevestigen`
}

/** How many of each kind wait, in one or two sentences for the desk. */
export function checksInWords({ first, teachings }: Record<CheckKind, number>): string {
  const coming = first === 1 ? 'Eén training voor het eerst.' : `${first} trainingen voor het eerst.`
  const said = teachings === 1 ? 'Eén training zegt' : `${teachings} trainingen zeggen`
  return [
    ...(first > 0 ? [coming] : []),
    ...(teachings > 0 ? [`${said} wat je er leert: bevestig wat klopt.`] : []),
  ].join(' ')
}
