import type { Standing } from '../olympiad/index.ts'
import type { Standard } from './standard.store.ts'

/** What came of the statements of one standard, in the order in which they were taken over. */
export const standingsIn = (
  all: ReadonlyMap<string, Standing>,
  { text: { validatedBy = [] } }: Pick<Standard, 'text'>,
): Standing[] => validatedBy.flatMap(({ item }) => all.get(item) ?? [])

/** What those who thought otherwise said, and which groups were less sure: one line each, for paper. */
export const otherwiseOn = (standings: readonly Standing[]): string[] =>
  standings.flatMap(({ reasons, doubting }) => [
    ...doubting.map(({ group, words }) => `Van de ${group}: ${words}.`),
    ...reasons.map(({ group, text }) => `“${text}” (iemand van de ${group})`),
  ])
