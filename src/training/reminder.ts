import { DAY } from '../foundation/clock.ts'
import { daysLater } from '../foundation/day.ts'
import { deriveKey, sha256 } from '../foundation/seal.ts'

/** Days before an offering on which we remind someone of it. */
export const BEFORE = 7

/** Days we wait for the answer to the one question; then the row goes. */
export const ANSWER_WITHIN = 30

/** What is to do for someone who asked to be reminded, on this day. */
export type ReminderStep = 'remind' | 'call off' | 'ask' | 'forget' | undefined

/** The step of today: a reminder a week before, word when it is called off, one question after the last day, and then nothing is kept. */
export function reminderStep(
  reminder: { reminded: boolean; askedAfterOn: string | null },
  offering: { startsOn: string; endsOn: string; isCancelled: boolean },
  today: string,
): ReminderStep {
  if (offering.isCancelled) return reminder.askedAfterOn === null && today <= offering.endsOn ? 'call off' : 'forget'
  if (reminder.askedAfterOn !== null)
    return today >= daysLater(reminder.askedAfterOn, ANSWER_WITHIN) ? 'forget' : undefined
  if (today > offering.endsOn) return 'ask'
  const isNear = today >= daysLater(offering.startsOn, -BEFORE) && today <= offering.startsOn
  return isNear && !reminder.reminded ? 'remind' : undefined
}

const daysUntil = (startsOn: string, today: string): number => (Date.parse(startsOn) - Date.parse(today)) / DAY

/** When whoever asks today is mailed. The mails of a day leave in the morning; later on the first day it is too late. */
export function mailedWords(startsOn: string, today: string): string {
  const days = daysUntil(startsOn, today)
  if (days > BEFORE) return 'Je krijgt een week van tevoren een mail.'
  return days > 0 ? 'Je krijgt de eerstvolgende ochtend een mail.' : 'De training begint vandaag.'
}

const FEW = [
  'vandaag',
  'morgen',
  'over twee dagen',
  'over drie dagen',
  'over vier dagen',
  'over vijf dagen',
  'over zes dagen',
]

/** "over een week", "over drie dagen", "morgen", "vandaag": how far ahead a first day is, at most a week. */
export const aheadWords = (startsOn: string, today: string): string =>
  FEW[daysUntil(startsOn, today)] ?? 'over een week'

/** The key in the mails of one reminder: made of the row and our own secret, so that only its hash stands anywhere. */
export const reminderKey = (secretKey: Buffer, reminder: string): string =>
  deriveKey(secretKey, `training reminder ${reminder}`).toString('base64url')

const KEY = /^[\w-]{43}$/

/** The hash a key is found by; undefined for what can't be one. */
export const reminderKeyHash = (key: string | undefined): string | undefined =>
  key !== undefined && KEY.test(key) ? sha256(key) : undefined
