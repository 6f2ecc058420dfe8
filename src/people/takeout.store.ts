import { eq } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import { endSessionsOf, forgetKeptForms, sessionsOf } from '../foundation/http/index.ts'
import {
  authenticator,
  membership,
  oidcIdentity,
  organisation,
  passkey,
  person,
  recoveryCode,
  roleEnding,
  roleGrant,
  signInCode,
} from './people.tables.ts'
import { destroyPersonKey } from './person-key.store.ts'

/** One table of what we keep about someone, as they take it along: a title for people, rows for JSON and CSV. */
export interface Takeout {
  /** File name without extension. */
  name: string
  /** One plain sentence: what is this. */
  title: string
  rows: Record<string, string | number | boolean | null>[]
}

const iso = (at: Date | null) => at?.toISOString() ?? null

/** All this domain keeps about someone. Secrets and hashes stay out: they prove who you are, they say nothing about you. */
export async function exportPerson(db: Db, id: string): Promise<Takeout[]> {
  const accounts = await db.select().from(person).where(eq(person.id, id))
  const roles = await db
    .select({
      role: roleGrant.role,
      organisation: organisation.name,
      from: roleGrant.grantedAt,
      until: roleEnding.endedAt,
    })
    .from(roleGrant)
    .leftJoin(organisation, eq(organisation.id, roleGrant.organisation))
    .leftJoin(roleEnding, eq(roleEnding.roleGrant, roleGrant.id))
    .where(eq(roleGrant.person, id))
    .orderBy(roleGrant.grantedAt)
  const places = await db
    .select({ organisation: organisation.name, from: membership.since, until: membership.until })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisation))
    .where(eq(membership.person, id))
    .orderBy(membership.since)
  const passkeys = await db.select().from(passkey).where(eq(passkey.person, id)).orderBy(passkey.createdAt)
  const links = await db.select().from(oidcIdentity).where(eq(oidcIdentity.person, id)).orderBy(oidcIdentity.createdAt)
  const sessions = await sessionsOf(db, id)
  return [
    {
      name: 'account',
      title: 'Je account',
      rows: accounts.map((row) => ({ id: row.id, naam: row.name, mailadres: row.email, gemaakt: iso(row.createdAt) })),
    },
    {
      name: 'rollen',
      title: 'Rollen die je had of hebt',
      rows: roles.map((row) => ({
        rol: row.role,
        organisatie: row.organisation,
        van: iso(row.from),
        tot: iso(row.until),
      })),
    },
    {
      name: 'organisaties',
      title: 'Organisaties waar je bij hoort of hoorde',
      rows: places.map((row) => ({ organisatie: row.organisation, van: iso(row.from), tot: iso(row.until) })),
    },
    {
      name: 'passkeys',
      title: 'Apparaten waarmee je inlogt',
      rows: passkeys.map((row) => ({ naam: row.label, gemaakt: iso(row.createdAt), gebruikt: iso(row.usedAt) })),
    },
    {
      name: 'organisatie-inlog',
      title: 'Inloggen via je organisatie',
      rows: links.map((row) => ({ uitgever: row.issuer, kenmerk: row.subject, gekoppeld: iso(row.createdAt) })),
    },
    {
      name: 'sessies',
      title: 'Waar je nu bent ingelogd',
      rows: sessions.map((row) => ({ apparaat: row.label, begonnen: iso(row.startedAt), gezien: iso(row.seenAt) })),
    },
  ]
}

/**
 * Empties an account: name, address, keys, sessions and ways to sign in are gone, roles end, the person's key is
 * destroyed. The empty row stays, so that rows of others that point at it stay whole. Safe to run twice.
 */
export async function erasePerson(db: Db, id: string, at: Date): Promise<void> {
  const [row] = await db
    .select({ email: person.email, erasedAt: person.erasedAt })
    .from(person)
    .where(eq(person.id, id))
    .for('update')
  if (!row) return
  await destroyPersonKey(db, id)
  await endSessionsOf(db, id)
  await forgetKeptForms(db, id)
  await db.delete(passkey).where(eq(passkey.person, id))
  await db.delete(authenticator).where(eq(authenticator.person, id))
  await db.delete(recoveryCode).where(eq(recoveryCode.person, id))
  await db.delete(oidcIdentity).where(eq(oidcIdentity.person, id))
  await db.delete(membership).where(eq(membership.person, id))
  if (row.email !== null) await db.delete(signInCode).where(eq(signInCode.email, row.email))
  const held = await db.select({ id: roleGrant.id }).from(roleGrant).where(eq(roleGrant.person, id))
  if (held.length > 0)
    await db
      .insert(roleEnding)
      .values(held.map((grant) => ({ roleGrant: grant.id, endedBy: id, endedAt: at })))
      .onConflictDoNothing()
  await db
    .update(person)
    .set({ name: null, email: null, erasedAt: row.erasedAt ?? at })
    .where(eq(person.id, id))
}
