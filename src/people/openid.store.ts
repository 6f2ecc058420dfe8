import { and, eq } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import { oidcIdentity } from './people.tables.ts'

interface Key {
  issuer: string
  subject: string
}

/** Whose identity this is; never looked up by mail address, for addresses change hands. */
export async function personByIdentity(db: Db, key: Key): Promise<string | undefined> {
  const [row] = await db
    .select({ person: oidcIdentity.person })
    .from(oidcIdentity)
    .where(and(eq(oidcIdentity.issuer, key.issuer), eq(oidcIdentity.subject, key.subject)))
  return row?.person
}

const hold = statement('people.holdIdentity', 'select pg_advisory_xact_lock(hashtextextended($1, 11))')

/** Holds an identity until the transaction ends: of two who come back with it at once, the second sees what the first made. */
export async function holdIdentity(tx: Db, { issuer, subject }: Key): Promise<void> {
  await hold(tx, `${issuer}\n${subject}`)
}

/** Ties an identity to a person; it stays with whoever had it first. False when it was tied already. */
export async function keepIdentity(db: Db, key: Key, person: string, at: Date): Promise<boolean> {
  const rows = await db
    .insert(oidcIdentity)
    .values({ issuer: key.issuer, subject: key.subject, person, createdAt: at })
    .onConflictDoNothing()
    .returning({ person: oidcIdentity.person })
  return rows.length > 0
}

/** Since when someone can sign in through an organisation; empty when they can't. */
export async function identitiesOf(db: Db, person: string): Promise<{ issuer: string; createdAt: Date }[]> {
  return db
    .select({ issuer: oidcIdentity.issuer, createdAt: oidcIdentity.createdAt })
    .from(oidcIdentity)
    .where(eq(oidcIdentity.person, person))
    .orderBy(oidcIdentity.createdAt)
}

/** False when there was none. */
export async function dropIdentities(db: Db, person: string): Promise<boolean> {
  const rows = await db
    .delete(oidcIdentity)
    .where(eq(oidcIdentity.person, person))
    .returning({ person: oidcIdentity.person })
  return rows.length > 0
}
