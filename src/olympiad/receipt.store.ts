import { type Db, statement } from '../foundation/db/index.ts'

const ofRound = statement<{ code: string }>(
  'olympiad.receipts',
  'select code from olympiad.receipt where round = $1 order by code',
)

/** The receipt of every form that was counted in a round, in no order of anyone. */
export const receiptsOf = async (db: Db, round: string): Promise<string[]> =>
  (await ofRound(db, round)).map(({ code }) => code)
