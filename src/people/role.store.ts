import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../foundation/db/index.ts'
import { joinOrganisation } from './membership.store.ts'
import { organisation, person, roleEnding, roleGrant } from './people.tables.ts'
import { PER_PAGE } from './person.store.ts'
import type { Role, RoleName } from './role.ts'

/** Giving a role, as a row: `by` is null when it happens on the server itself. */
export interface Grant extends Role {
  person: string
  by: string | null
  at: Date
}

/** Gives a role; who holds it already keeps the one there is. Returns whether something changed. */
export async function grantRole(db: Db, grant: Grant): Promise<boolean> {
  // Two grants of one role at once wait for each other here, so the role is given once.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`role ${grant.person}`}, 0))`)
  const [held] = await db
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .where(
      and(
        eq(roleGrant.person, grant.person),
        eq(roleGrant.role, grant.role),
        grant.organisation === null ? isNull(roleGrant.organisation) : eq(roleGrant.organisation, grant.organisation),
        isNull(roleEnding.roleGrant),
      ),
    )
  if (held) return false
  const { at, by, ...row } = grant
  await db.insert(roleGrant).values({ ...row, grantedBy: by, grantedAt: at })
  if (grant.organisation !== null)
    await joinOrganisation(db, { person: grant.person, organisation: grant.organisation, at })
  return true
}

/** Ends a role; ending it twice changes nothing. */
export async function endRole(db: Db, grant: string, by: string | null, at: Date): Promise<void> {
  await db.insert(roleEnding).values({ roleGrant: grant, endedBy: by, endedAt: at }).onConflictDoNothing()
}

/** One role someone holds or held, with names for the screen. */
export interface GrantLine {
  id: string
  person: string
  name: string | null
  email: string | null
  role: RoleName
  organisation: string | null
  grantedAt: Date
  grantedBy: string | null
  endedAt: Date | null
  endedBy: string | null
}

function grantLines(db: Db) {
  const giver = alias(person, 'giver')
  const ender = alias(person, 'ender')
  return db
    .select({
      id: roleGrant.id,
      person: roleGrant.person,
      name: person.name,
      email: person.email,
      role: roleGrant.role,
      organisation: organisation.name,
      grantedAt: roleGrant.grantedAt,
      grantedBy: giver.name,
      endedAt: roleEnding.endedAt,
      endedBy: ender.name,
    })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.person))
    .leftJoin(organisation, eq(organisation.id, roleGrant.organisation))
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .leftJoin(giver, eq(giver.id, roleGrant.grantedBy))
    .leftJoin(ender, eq(ender.id, roleEnding.endedBy))
}

/** Who holds which role now, a page at a time (from 1), and on how many pages. A page too far is the last one. */
export async function currentGrants(
  db: Db,
  page: number,
): Promise<{ lines: GrantLine[]; page: number; pages: number }> {
  const [all] = await db
    .select({ n: count() })
    .from(roleGrant)
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .where(isNull(roleEnding.roleGrant))
  const pages = Math.max(1, Math.ceil((all?.n ?? 0) / PER_PAGE))
  const shown = Math.min(page, pages)
  const lines = await grantLines(db)
    .where(isNull(roleEnding.roleGrant))
    .orderBy(roleGrant.role, person.name, roleGrant.id)
    .limit(PER_PAGE)
    .offset((shown - 1) * PER_PAGE)
  return { lines, page: shown, pages }
}

/** The last changes of roles, newest first. */
export async function latestGrants(db: Db): Promise<GrantLine[]> {
  return grantLines(db)
    .orderBy(desc(sql`coalesce(${roleEnding.endedAt}, ${roleGrant.grantedAt})`), roleGrant.id)
    .limit(PER_PAGE)
}

/** A role that is held now, locked so that two endings at once are decided one after the other. */
export async function lockGrant(
  db: Db,
  id: string,
): Promise<{ id: string; person: string; role: RoleName } | undefined> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('role endings', 0))`)
  const [row] = await db
    .select({ id: roleGrant.id, person: roleGrant.person, role: roleGrant.role })
    .from(roleGrant)
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .where(and(eq(roleGrant.id, id), isNull(roleEnding.roleGrant)))
  return row
}

/** How many people hold a role now. */
export async function holders(db: Db, role: RoleName): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(distinct ${roleGrant.person})::int` })
    .from(roleGrant)
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .where(and(eq(roleGrant.role, role), isNull(roleEnding.roleGrant)))
  return row?.n ?? 0
}

/** Whoever holds a role now, by name; who has no name or was erased is absent. */
export async function holdersOf(db: Db, role: RoleName): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectDistinct({ id: person.id, name: person.name })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.person))
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .where(and(eq(roleGrant.role, role), isNull(roleEnding.roleGrant), isNull(person.erasedAt)))
    .orderBy(person.name, person.id)
  return rows.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]))
}

/** The mail addresses of everyone who holds a role at an organisation now: for a mail about its work, never for a screen. */
export async function addressesOf(db: Db, role: RoleName, organisation: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ email: person.email })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.person))
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .where(
      and(
        eq(roleGrant.role, role),
        eq(roleGrant.organisation, organisation),
        isNull(roleEnding.roleGrant),
        isNull(person.erasedAt),
      ),
    )
  return rows.flatMap(({ email }) => email ?? [])
}
