import { z } from 'zod'
import { CROSSINGS, type CrosswalkRow } from './crosswalk.ts'

/** Most rows one form can hold. */
export const MOST_ROWS = 60

const sent = z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional())
const head = z.object({
  versie: z.coerce.number().int().min(1),
  verantwoording: z.string().trim().min(1, 'Zeg van wie de vergelijking is.').max(600, 'Houd het onder de 600 tekens.'),
})

export const crosswalkForm = z.looseObject(head.shape)

/** A new proposal takes the place of the version someone looked at, and of no other. */
export const proposalForm = head.pick({ versie: true })

const list = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())

/** The rows that were filled in: a row without any standard is not there. */
export function rowsOf(typed: Record<string, string | string[] | undefined>): CrosswalkRow[] {
  const fields = sent.parse(typed)
  const rows: CrosswalkRow[] = []
  for (let index = 0; index < MOST_ROWS; index += 1) {
    const from = list(fields[`van-${index}[]`])
    const to = list(fields[`naar-${index}[]`])
    const type = z.enum(CROSSINGS).catch('reworded').parse(fields[`soort-${index}`])
    const note = String(fields[`noot-${index}`] ?? '').slice(0, 600)
    if (from.length > 0 || to.length > 0) rows.push({ from, to, type, note })
  }
  return rows
}
