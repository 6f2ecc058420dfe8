/** What the addresses of the working groups need: the fictional group, and something of each kind in it. */
import type { House } from './house.ts'

const ONE = `
  select g.slug as groep, m.item as gelezen, m.revision as revisie, m.passage, f.id as factor, s.id as zin,
      (select o.id from olympiad.statement o where o.working_group = g.id and o.id <> s.id
        and not exists (select from olympiad.ending e where e.subject = o.id) order by o.made_at limit 1) as "andereZin",
      a.id as wijziging, m.id as markering
    from olympiad.working_group g
    join olympiad.factor f on f.working_group = g.id
    join olympiad.factor_mark p on p.factor = f.id
    join olympiad.mark m on m.id = p.mark and m.passage is not null
    join olympiad.statement_factor sf on sf.factor = f.id
    join olympiad.statement s on s.id = sf.statement
    join olympiad.amendment a on a.statement = s.id
   where g.fictional and not exists (select from olympiad.amendment_decision d where d.amendment = a.id)
   order by m.marked_at limit 1`

/** A group at work: a factor with marks, and a statement with an amendment that waits. */
export async function setGroupScenes(house: House): Promise<Record<string, string>> {
  const { rows } = await house.database.pool.query<Record<string, string>>(ONE)
  const [found] = rows
  if (found === undefined) throw new Error('There is no fictional working group with an amendment that waits.')
  return found
}
