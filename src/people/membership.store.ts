import { and, asc, eq, inArray, isNull, notExists } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import { membership, organisation, roleEnding, roleGrant } from './people.tables.ts'
import type { RoleName } from './role.ts'

/** An organisation someone belongs to now, with the roles they hold there. */
export interface Membership {
  organisation: string
  name: string
  since: Date
  roles: RoleName[]
}

/** Notes that someone belongs to an organisation; once is enough. */
export async function joinOrganisation(
  db: Db,
  joining: { person: string; organisation: string; at: Date },
): Promise<void> {
  await db
    .insert(membership)
    .values({ person: joining.person, organisation: joining.organisation, since: joining.at })
    .onConflictDoNothing()
}

/** Where someone belongs now. */
export async function membershipsOf(db: Db, person: string): Promise<Membership[]> {
  const rows = await db
    .select({ organisation: organisation.id, name: organisation.name, since: membership.since, role: roleGrant.role })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisation))
    .leftJoin(
      roleGrant,
      and(
        eq(roleGrant.person, membership.person),
        eq(roleGrant.organisation, membership.organisation),
        notExists(db.select().from(roleEnding).where(eq(roleEnding.roleGrant, roleGrant.id))),
      ),
    )
    .where(and(eq(membership.person, person), isNull(membership.until)))
    .orderBy(asc(organisation.name), asc(organisation.id))
  const places = new Map<string, Membership>()
  for (const { role, ...place } of rows) {
    const known = places.get(place.organisation) ?? { ...place, roles: [] }
    if (role) known.roles.push(role)
    places.set(place.organisation, known)
  }
  return [...places.values()]
}

/**
 * Someone leaves an organisation: the membership gets its last day, and the roles they held there end with it. False
 * when they did not belong there.
 */
export async function leaveOrganisation(
  db: Db,
  leaving: { person: string; organisation: string; at: Date },
): Promise<boolean> {
  const left = await db
    .update(membership)
    .set({ until: leaving.at })
    .where(
      and(
        eq(membership.person, leaving.person),
        eq(membership.organisation, leaving.organisation),
        isNull(membership.until),
      ),
    )
    .returning({ id: membership.id })
  if (left.length === 0) return false
  const held = await db
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(eq(roleGrant.person, leaving.person), eq(roleGrant.organisation, leaving.organisation)))
  if (held.length > 0)
    await db
      .insert(roleEnding)
      .values(held.map(({ id }) => ({ roleGrant: id, endedBy: leaving.person, endedAt: leaving.at })))
      .onConflictDoNothing()
  return true
}

/** Where each of these people belongs now, by person: to see who may not judge whom. */
export async function placesOf(db: Db, persons: string[]): Promise<Map<string, { id: string; name: string }[]>> {
  const places = new Map<string, { id: string; name: string }[]>(persons.map((person) => [person, []]))
  if (persons.length === 0) return places
  const rows = await db
    .select({ person: membership.person, id: organisation.id, name: organisation.name })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisation))
    .where(and(inArray(membership.person, persons), isNull(membership.until)))
    .orderBy(asc(organisation.name), asc(organisation.id))
  for (const { person, ...place } of rows) places.get(person)?.push(place)
  return places
}
