import { type Db, statement } from '../foundation/db/index.ts'
import type { Charter } from './charter.ts'

const byOlympiad = statement<Charter & Record<string, unknown>>(
  'olympiad.charter',
  `select olympiad, rule, minimum, mode, roles, removal_rule as "removalRule", locked_at as "lockedAt"
    from olympiad.charter where olympiad = $1`,
)

/** The rules of the game of an Olympiade, once they are locked. */
export async function readCharter(db: Db, olympiad: string): Promise<Charter | undefined> {
  return (await byOlympiad(db, olympiad))[0]
}
