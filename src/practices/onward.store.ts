import { type Db, statement } from '../foundation/db/index.ts'
import type { Call } from './call.ts'
import { nominationColleague, nomination as nominationTable } from './intake.tables.ts'
import { readNomination, saveSection } from './nomination.store.ts'
import { NOMINATION_SECTIONS, type Nomination, type NominationBodies } from './nomination.ts'

const next = statement<{ id: string }>(
  'practices.nomination.takenFrom',
  'select id from practices.nomination where taken_from = $1',
)

/** What a nomination was taken along as; undefined when nobody did. */
export async function takenOnwardAs(db: Db, nomination: string): Promise<Nomination | undefined> {
  const [row] = await next(db, nomination)
  return row && readNomination(db, row.id)
}

/** A nomination as it begins again under another call. */
export interface Onward {
  from: Nomination
  call: Pick<Call, 'id' | 'fictional'>
  codeHash: string
  /** What goes along; pages nobody saved stay empty. */
  bodies: NominationBodies
  person: string | null
  at: Date
}

/** Takes a nomination along to another call: its pages and its colleagues. The old one stays as it is. Answers with the id. */
export async function takeOnward(db: Db, { from, call, codeHash, bodies, person, at }: Onward): Promise<string> {
  const [row] = await db
    .insert(nominationTable)
    .values({
      call: call.id,
      codeHash,
      startedBy: person,
      fictional: from.fictional || call.fictional,
      startedAt: at,
      takenFrom: from.id,
    })
    .returning({ id: nominationTable.id })
  if (!row) throw new Error('A nomination was taken along and is not there.')
  for (const section of NOMINATION_SECTIONS.filter((one) => from.sections[one].version > 0))
    await saveSection(db, { nomination: row.id, section, body: bodies[section], version: 0 }, { by: person, at })
  const colleagues = [...new Set([...from.colleagues, ...(person === null ? [] : [person])])]
  if (colleagues.length > 0)
    await db
      .insert(nominationColleague)
      .values(colleagues.map((one) => ({ nomination: row.id, person: one, since: at })))
  return row.id
}
