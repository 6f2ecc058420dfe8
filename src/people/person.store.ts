import { and, count, eq, exists, ilike, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import type { Organisation, OrganisationKind } from './organisation.ts'
import { organisation, person } from './people.tables.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'

interface PersonRow {
  id: string
  name: string | null
  email: string | null
  roles: Role[]
}

const COLUMNS = `select p.id, p.name, p.email,
    coalesce(json_agg(json_build_object('role', g.role, 'organisation', g.organisation) order by g.granted_at, g.id)
      filter (where g.id is not null), '[]') as roles
  from people.person p
  left join people.role_grant g on g.person = p.id
    and not exists (select from people.role_ending e where e.role_grant = g.id)
  where p.erased_at is null and `

const byId = statement<PersonRow & Record<string, unknown>>('people.person.byId', `${COLUMNS} p.id = $1 group by p.id`)
const byEmail = statement<PersonRow & Record<string, unknown>>(
  'people.person.byEmail',
  `${COLUMNS} p.email = $1 group by p.id`,
)

function asPerson(row: PersonRow | undefined): Person | undefined {
  return row && { id: row.id, name: row.name ?? '', email: row.email ?? '', roles: row.roles }
}

/** Someone with an account, with the roles they hold now; undefined when erased or never there. */
export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const [row] = await byId(db, id)
  return asPerson(row)
}

/** The same by mail address (in its plain spelling). */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  const [row] = await byEmail(db, email)
  return asPerson(row)
}

interface Fresh {
  email: string | null
  name?: string
  at: Date
}

/** Makes an account; undefined when the address has one already, also when that came this very moment. */
export async function makePerson(db: Db, fresh: Fresh): Promise<Person | undefined> {
  const [row] = await db
    .insert(person)
    .values({ email: fresh.email, name: fresh.name || null, createdAt: fresh.at })
    .onConflictDoNothing({ target: person.email })
    .returning({ id: person.id })
  return row && findPerson(db, row.id)
}

/** Makes an account. The same address twice at once makes one account. */
export async function createPerson(db: Db, fresh: Fresh): Promise<Person> {
  const made = (await makePerson(db, fresh)) ?? (fresh.email ? await findPersonByEmail(db, fresh.email) : undefined)
  if (!made) throw new Error('An account was made and is not there.')
  return made
}

/** Puts a person of the cast in place under a fixed id; leaves whoever is there as they are. */
export async function settlePerson(db: Db, cast: { id: string; name: string; email: string; at: Date }): Promise<void> {
  const { at, ...row } = cast
  await db
    .insert(person)
    .values({ ...row, createdAt: at })
    .onConflictDoNothing()
}

/** Gives a person of the cast back the name and address they were settled with. An address in use elsewhere stays there. */
export async function resettlePerson(db: Db, cast: { id: string; name: string; email: string }): Promise<void> {
  const taken = db
    .select()
    .from(person)
    .where(and(eq(person.email, cast.email), ne(person.id, cast.id)))
  await db
    .update(person)
    .set({ name: cast.name, email: sql`case when ${exists(taken)} then ${person.email} else ${cast.email} end` })
    .where(and(eq(person.id, cast.id), isNull(person.erasedAt)))
}

/** Everyone whose account was made before `before`, oldest first. */
export async function peopleBefore(db: Db, before: Date): Promise<string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(and(lt(person.createdAt, before), isNull(person.erasedAt)))
    .orderBy(person.createdAt)
  return rows.map(({ id }) => id)
}

/** Puts an organisation in place under a fixed id; leaves it as it is when it is there. */
export async function settleOrganisation(db: Db, place: Organisation & { at: Date }): Promise<void> {
  const { at, ...row } = place
  await db
    .insert(organisation)
    .values({ ...row, createdAt: at })
    .onConflictDoNothing()
}

export async function renamePerson(db: Db, id: string, name: string): Promise<void> {
  await db
    .update(person)
    .set({ name })
    .where(and(eq(person.id, id), isNull(person.erasedAt)))
}

/** Names for screens: who was erased or never told a name is absent, so the page decides what to say instead. */
export async function nameOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]))
  return new Map(rows.flatMap((row) => (row.name === null ? [] : [[row.id, row.name] as const])))
}

const named = statement<{ id: string; name: string }>(
  'people.named',
  `select id, name from people.person
    where erased_at is null and name is not null and ' ' || name ilike '% ' || $1 || '%' order by name, id limit $2`,
)

/** Letters one must know of a name: fewer would list everyone. */
export const FEWEST_LETTERS = 3

/** At most so many people at once: who looks for one person needs no list of all. */
const MOST_NAMED = 10

/** People with an account of whose name a word begins so; nobody for fewer than three letters. */
export async function peopleNamed(db: Db, beginning: string): Promise<{ id: string; name: string }[]> {
  const wanted = beginning.trim()
  if (wanted.length < FEWEST_LETTERS) return []
  return named(db, wanted.replace(/[\\%_]/g, '\\$&'), MOST_NAMED)
}

/** How many lines of a list stand on one page. */
export const PER_PAGE = 50

/** The first fifty organisations by name, narrowed by a part of it or by kind, and how many there are in all. */
export async function organisations(
  db: Db,
  { named = '', kind }: { named?: string; kind?: OrganisationKind } = {},
): Promise<{ places: Organisation[]; count: number }> {
  // A sign that means something to LIKE is looked for as it stands.
  const part = `%${named.replace(/[\\%_]/g, '\\$&')}%`
  const wanted = and(kind && eq(organisation.kind, kind), named === '' ? undefined : ilike(organisation.name, part))
  const [all] = await db.select({ n: count() }).from(organisation).where(wanted)
  const places = await db
    .select({
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      fictional: organisation.fictional,
    })
    .from(organisation)
    .where(wanted)
    .orderBy(organisation.name, organisation.id)
    .limit(PER_PAGE)
  return { places, count: all?.n ?? 0 }
}

/** One organisation, or undefined. */
export async function findOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  const [row] = await db
    .select({
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      fictional: organisation.fictional,
    })
    .from(organisation)
    .where(eq(organisation.id, id))
  return row
}
