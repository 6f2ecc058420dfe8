import { type Db, statement } from '../foundation/db/index.ts'
import type { Turnout } from './turnout.ts'

/** Per group how many were invited, came in and answered. Who did stands nowhere in it. */
export const turnoutOf: (db: Db, olympiad: string, round: string | null) => Promise<Turnout[]> = statement<
  Turnout & Record<string, unknown>
>(
  'olympiad.turnout',
  `select p.role, count(*) filter (where p.left_at is null)::int as invited,
     count(p.joined_at) filter (where p.left_at is null)::int as joined, count(t.panellist)::int as answered
   from olympiad.panellist p left join olympiad.participation t on t.round = $2 and t.panellist = p.id
   where p.olympiad = $1 group by p.role`,
)
