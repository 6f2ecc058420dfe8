import { daysLater } from '../foundation/day.ts'
import { deriveKey, sha256 } from '../foundation/seal.ts'

/** Days before an offering on which we remind someone of it. */
export const BEFORE = 7

/** Days we wait for the answer to the one question; then the row goes. */
export const ANSWER_WITHIN = 30

/** What is to do for someone who asked to be reminded, on this day. */
export type ReminderStep = 'remind' | 'ask' | 'forget' | undefined

/** The step of today: a reminder a week before, one question after the last day, and then nothing is kept. */
export function reminderStep(
  reminder: { reminded: boolean; askedAfterOn: string | null },
  offering: { startsOn: string; endsOn: string; isCancelled: boolean },
  today: string,
): ReminderStep {
  if (offering.isCancelled) return 'forget'
  if (reminder.askedAfterOn !== null)
    return today >= daysLater(reminder.askedAfterOn, ANSWER_WITHIN) ? 'forget' : undefined
  if (today > offering.endsOn) return 'ask'
  const isNear = today >= daysLater(offering.startsOn, -BEFORE) && today <= offering.startsOn
  return isNear && !reminder.reminded ? 'remind' : undefined
}

/** The key in the mails of one reminder: made of the row and our own secret, so that only its hash stands anywhere. */
export const reminderKey = (secretKey: Buffer, reminder: string): string =>
  deriveKey(secretKey, `training reminder ${reminder}`).toString('base64url')

const KEY = /^[\w-]{43}$/

/** The hash a key is found by; undefined for what can't be one. */
export const reminderKeyHash = (key: string | undefined): string | undefined =>
  key !== undefined && KEY.test(key) ? sha256(key) : undefined
