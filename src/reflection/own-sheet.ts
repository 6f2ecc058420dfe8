import { inDutch } from '../foundation/clock.ts'

/** A kept sheet as its owner's list shows it: a number of their own, two dates, and nothing of what is written on it. */
export interface OwnSheet {
  number: number
  /** The last answer. */
  answeredAt: Date
  expiresAt: Date
}

/** "Reflectie van 21 november 2026"; with its number where the same day has another one. */
export function ownTitle(sheet: OwnSheet, all: OwnSheet[]): string {
  const day = inDutch(sheet.answeredAt)
  const alone = all.every((one) => one.number === sheet.number || inDutch(one.answeredAt) !== day)
  return alone ? `Reflectie van ${day}` : `Reflectie van ${day}, nummer ${sheet.number}`
}
