import { and, eq, inArray } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import { isId } from '../foundation/id.ts'
import { readCallById } from './call.store.ts'
import type { Call } from './call.ts'
import {
  nominationColleague,
  nominationSection,
  nomination as nominationTable,
  nominationWithdrawal,
} from './intake.tables.ts'
import {
  EMPTY_BODIES,
  type Nomination,
  type NominationBodies,
  type NominationPages,
  type NominationSection,
  type SavedSection,
  type Submission,
} from './nomination.ts'

interface HeadRow {
  id: string
  call: string
  codeHash: string
  fictional: boolean
  startedBy: string | null
  startedAt: Date
  withdrawnAt: Date | null
  colleagues: string[]
}

const HEAD = `select n.id, n.call, n.code_hash as "codeHash", n.fictional, n.started_by as "startedBy",
    n.started_at as "startedAt", w.withdrawn_at as "withdrawnAt",
    array(select c.person from practices.nomination_colleague c where c.nomination = n.id order by c.since, c.person)
      as colleagues
  from practices.nomination n left join practices.nomination_withdrawal w on w.nomination = n.id`

const headById = statement<HeadRow & Record<string, unknown>>('practices.nomination', `${HEAD} where n.id = $1`)
const idByCode = statement<{ id: string }>(
  'practices.nomination.byCode',
  'select id from practices.nomination where code_hash = $1',
)
const sectionRows = statement<{ section: NominationSection; body: object; version: number; savedAt: Date }>(
  'practices.nomination.sections',
  `select section, body, version, saved_at as "savedAt" from practices.nomination_section where nomination = $1`,
)
const submissionRows = statement<Submission & Record<string, unknown>>(
  'practices.nomination.submissions',
  `select id, number, receipt, body, submitted_at as "submittedAt" from practices.submission
    where nomination = $1 order by number`,
)
const holdOne = statement<{ id: string }>(
  'practices.nomination.hold',
  'select id from practices.nomination where id = $1 for update',
)

function pagesOf(
  rows: { section: NominationSection; body: object; version: number; savedAt: Date }[],
): NominationPages {
  const page = <S extends NominationSection>(section: S): SavedSection<NominationBodies[S]> => {
    const row = rows.find((one) => one.section === section)
    const body = { ...EMPTY_BODIES[section], ...row?.body }
    return { body, version: row?.version ?? 0, savedAt: row?.savedAt ?? null }
  }
  return {
    name: page('name'),
    organisation: page('organisation'),
    start: page('start'),
    theme: page('theme'),
    fields: page('fields'),
    approach: page('approach'),
    plan: page('plan'),
    quality: page('quality'),
    people: page('people'),
    documents: page('documents'),
  }
}

/** A nomination with everything on it; undefined for an id that is none. */
export async function readNomination(db: Db, id: string): Promise<Nomination | undefined> {
  if (!isId(id)) return undefined
  const [head] = await headById(db, id)
  if (!head) return undefined
  const call = await readCallById(db, head.call)
  const sections = await sectionRows(db, id)
  const submissions = await submissionRows(db, id)
  if (!call) throw new Error(`Nomination ${id} is for a call that is not there.`)
  return { ...head, call, sections: pagesOf(sections), submissions }
}

/** The same, held until this transaction ends: nobody sends, withdraws or changes it meanwhile. */
export async function holdNomination(db: Db, id: string): Promise<Nomination | undefined> {
  if (!isId(id)) return undefined
  const [held] = await holdOne(db, id)
  return held && readNomination(db, id)
}

/** The nomination that a code opens, by the code's hash. */
export async function nominationByCode(db: Db, codeHash: string): Promise<Nomination | undefined> {
  const [row] = await idByCode(db, codeHash)
  return row && readNomination(db, row.id)
}

/** What is known when a nomination begins. */
export interface Beginning {
  call: Pick<Call, 'id' | 'fictional'>
  codeHash: string
  name: NominationBodies['name']
  person: string | null
  fictional: boolean
  at: Date
}

/** Begins a nomination with its first page; whoever is signed in gets in from then on. */
export async function beginNomination(db: Db, beginning: Beginning): Promise<string> {
  const { call, codeHash, name, person, fictional, at } = beginning
  const [row] = await db
    .insert(nominationTable)
    .values({ call: call.id, codeHash, startedBy: person, fictional: fictional || call.fictional, startedAt: at })
    .returning({ id: nominationTable.id })
  if (!row) throw new Error('A nomination was begun and is not there.')
  await saveSection(db, { nomination: row.id, section: 'name', body: name, version: 0 }, { by: person, at })
  if (person !== null) await addColleague(db, row.id, person, at)
  return row.id
}

/** One page as someone saves it; `version` is the one they read. */
export interface SectionDraft {
  nomination: string
  section: NominationSection
  body: NominationBodies[NominationSection]
  version: number
}

/** Saves a page. False when someone else saved it since it was read: then nothing changed. */
export async function saveSection(
  db: Db,
  { nomination, section, body, version }: SectionDraft,
  { by, at }: { by: string | null; at: Date },
): Promise<boolean> {
  const saved = { body, version: version + 1, savedAt: at, savedBy: by }
  const rows =
    version === 0
      ? await db
          .insert(nominationSection)
          .values({ nomination, section, ...saved })
          .onConflictDoNothing()
          .returning({ version: nominationSection.version })
      : await db
          .update(nominationSection)
          .set(saved)
          .where(
            and(
              eq(nominationSection.nomination, nomination),
              eq(nominationSection.section, section),
              eq(nominationSection.version, version),
            ),
          )
          .returning({ version: nominationSection.version })
  return rows.length > 0
}

/** Lets a person in by signing in; once is enough. */
export async function addColleague(db: Db, nomination: string, person: string, at: Date): Promise<void> {
  await db.insert(nominationColleague).values({ nomination, person, since: at }).onConflictDoNothing()
}

/** Takes a nomination off someone's account; the code still opens it. */
export async function removeColleague(db: Db, nomination: string, person: string): Promise<void> {
  await db
    .delete(nominationColleague)
    .where(and(eq(nominationColleague.nomination, nomination), eq(nominationColleague.person, person)))
}

/** Gives a nomination another code; the one before opens nothing from then on. */
export async function renewCode(db: Db, nomination: string, codeHash: string): Promise<void> {
  await db.update(nominationTable).set({ codeHash }).where(eq(nominationTable.id, nomination))
}

/** Notes that an organisation takes its nomination back; once is enough. */
export async function withdrawNomination(db: Db, nomination: string, by: string | null, at: Date): Promise<void> {
  await db.insert(nominationWithdrawal).values({ nomination, withdrawnBy: by, withdrawnAt: at }).onConflictDoNothing()
}

/** A nomination in a list of one's own. */
export interface OwnNomination {
  id: string
  title: string
  call: string
  closesOn: string
  submittedAt: Date | null
  withdrawnAt: Date | null
}

const OWN = `select n.id, coalesce(s.body->>'title', '') as title, c.title as call, c.closes_on::text as "closesOn",
    (select max(sent.submitted_at) from practices.submission sent where sent.nomination = n.id) as "submittedAt",
    w.withdrawn_at as "withdrawnAt"
  from practices.nomination n join practices.call c on c.id = n.call
  left join practices.nomination_section s on s.nomination = n.id and s.section = 'name'
  left join practices.nomination_withdrawal w on w.nomination = n.id`

const ownRows = statement<OwnNomination & Record<string, unknown>>(
  'practices.nominations.own',
  `${OWN} where n.id in (select nomination from practices.nomination_colleague where person = $1)
    order by n.started_at desc`,
)
const rowsById = statement<OwnNomination & Record<string, unknown>>(
  'practices.nominations.byId',
  `${OWN} where n.id = any($1::uuid[]) order by n.started_at desc`,
)

/** The nominations someone works on, newest first: for the page of one's own. */
export const nominationsOf = (db: Db, person: string): Promise<OwnNomination[]> => ownRows(db, person)

/** Nominations by id, newest first. */
export async function nominationsById(db: Db, ids: string[]): Promise<OwnNomination[]> {
  return ids.length === 0 ? [] : rowsById(db, ids)
}

/** The marks of nominations by which a browser's cookie is checked; those that are gone are absent. */
export async function codeHashesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: nominationTable.id, codeHash: nominationTable.codeHash })
    .from(nominationTable)
    .where(inArray(nominationTable.id, ids))
  return new Map(rows.map(({ id, codeHash }) => [id, codeHash]))
}
