import type { Olympiad } from './olympiad.ts'

/**
 * Whether a new link would open anything: rounds that can still come, or, in an open Olympiade, who chose what. After the
 * last closing of any other nothing leads to an answer any more, so no link is sent either.
 */
export const opensSomething = ({ finishedAt, mode }: Pick<Olympiad, 'finishedAt' | 'mode'>): boolean =>
  finishedAt === null || mode === 'open'

/** The sentence for whoever asks one after that. */
export const OVER =
  'Deze Olympiade is afgerond. Een nieuwe link opent niets meer: van een antwoord weet nu niemand meer van wie het was. Wat eruit kwam, lees je bij de uitslag.'
