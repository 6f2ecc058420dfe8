import { type Db, statement } from '../foundation/db/index.ts'
import { tiedGroups } from './olympiad.plan.store.ts'
import type { Candidate } from './round.desk.page.tsx'
import { statementsById, statementsOf } from './statement.store.ts'
import type { Statement } from './statement.ts'
import { lastVerdicts } from './verdict.store.ts'
import { verdictWord } from './verdict.ts'

// What people proposed in round 0, what became a statement at a table, and what came of a proposal to change a standard.
const ofPeople = statement<{ statement: string }>(
  'olympiad.candidates',
  `select p.statement from olympiad.proposal p join olympiad.round r on r.id = p.round
     where r.olympiad = $1 and p.statement is not null
   union
   select n.statement from olympiad.table_note n join olympiad.hall_table h on h.id = n.hall_table
     where h.olympiad = $1 and n.kind = 'statement' and n.statement is not null
   union
   select x.statement from olympiad.change_outcome x join olympiad.agenda_item a on a.change_proposal = x.change_proposal
     where a.olympiad = $1 and x.statement is not null`,
)

/** Every statement an Olympiade can weigh, with what came of it so far. What is decided needs no other round. */
export async function candidatesFor(db: Db, olympiad: string): Promise<(Candidate & { decided: boolean })[]> {
  // One after the other: in a transaction they share one connection.
  const ofGroups: Statement[] = []
  for (const { id } of await tiedGroups(db, olympiad)) ofGroups.push(...(await statementsOf(db, id)))
  const others = await statementsById(
    db,
    (await ofPeople(db, olympiad)).map((row) => row.statement),
  )
  const last = new Map((await lastVerdicts(db, olympiad)).map((one) => [one.statement, one]))
  const all = [...ofGroups, ...others.filter(({ ending }) => ending === null)]
  const distinct = [...new Map(all.map((one) => [one.id, one])).values()]
  return distinct.map((one) => {
    const before = last.get(one.id)
    return {
      statement: one,
      before: before && `In ronde ${before.number}: ${verdictWord(before.verdict)}.`,
      decided: before?.verdict === 'accepted' || before?.verdict === 'rejected',
    }
  })
}
