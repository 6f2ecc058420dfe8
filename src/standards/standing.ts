import type { Standing } from '../olympiad/index.ts'
import type { Standard } from './standard.store.ts'

/** What came of the statements of one standard, in the order in which they were taken over. */
export const standingsIn = (
  all: ReadonlyMap<string, Standing>,
  { text: { validatedBy = [] } }: Pick<Standard, 'text'>,
): Standing[] => validatedBy.flatMap(({ item }) => all.get(item) ?? [])

/** What those who thought otherwise said of one statement, and which groups were less sure: one line each, for paper. */
export const otherwiseOn = ({ reasons, doubting }: Standing): string[] => [
  ...doubting.map(({ group, words }) => `Van de ${group}: ${words}.`),
  ...reasons.map(({ group, text }) => `“${text}” (iemand van de ${group})`),
]

/** A statement that not everyone saw the same way, with what those others said: without it nobody knows what about. */
export interface Contested {
  plain: string
  otherwise: string[]
}

/** The statements of one standard that not everyone saw the same way. */
export const contestedIn = (standings: readonly Standing[]): Contested[] =>
  standings.flatMap((one) => {
    const otherwise = otherwiseOn(one)
    return otherwise.length > 0 ? [{ plain: one.plain, otherwise }] : []
  })
