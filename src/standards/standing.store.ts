import type { Db } from '../foundation/db/index.ts'
import { type Standing, standingsOf } from '../olympiad/index.ts'
import type { Standard } from './standard.store.ts'
import { standingsIn } from './standing.ts'

type WithText = Pick<Standard, 'text'>

/** What came of the statements that these standards were made of, by verdict. Most were made of none: then nothing is asked. */
export const standingsOfAll = (db: Db, standards: readonly WithText[]): Promise<Map<string, Standing>> =>
  standingsOf(
    db,
    standards.flatMap(({ text: { validatedBy = [] } }) => validatedBy.map(({ item }) => item)),
  )

/** The same for one standard. */
export const standingsBehind = async (db: Db, standard: WithText): Promise<Standing[]> =>
  standingsIn(await standingsOfAll(db, [standard]), standard)
