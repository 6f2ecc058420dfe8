import { and, eq } from 'drizzle-orm'
import { after } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { CHALLENGE_LIFE, type Passkey } from './passkey.ts'
import { passkey, spentChallenge } from './people.tables.ts'

/** A passkey as its owner sees it. */
export interface PasskeyLine {
  id: string
  label: string
  createdAt: Date
  usedAt: Date | null
}

export async function passkeysOf(db: Db, person: string): Promise<PasskeyLine[]> {
  return db
    .select({ id: passkey.id, label: passkey.label, createdAt: passkey.createdAt, usedAt: passkey.usedAt })
    .from(passkey)
    .where(eq(passkey.person, person))
    .orderBy(passkey.createdAt, passkey.id)
}

export async function findPasskey(db: Db, id: string): Promise<Passkey | undefined> {
  const [row] = await db.select().from(passkey).where(eq(passkey.id, id))
  return row
}

/** Keeps a new passkey; false when this device was known already. */
export async function keepPasskey(db: Db, fresh: Passkey & { at: Date }): Promise<boolean> {
  const { at, ...row } = fresh
  const kept = await db
    .insert(passkey)
    .values({ ...row, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: passkey.id })
  return kept.length === 1
}

export async function notePasskeyUse(db: Db, id: string, counter: number, at: Date): Promise<void> {
  await db.update(passkey).set({ counter, usedAt: at }).where(eq(passkey.id, id))
}

/** Removes a passkey of this person; false when it is not theirs. */
export async function dropPasskey(db: Db, person: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(passkey)
    .where(and(eq(passkey.id, id), eq(passkey.person, person)))
    .returning({ id: passkey.id })
  return gone.length === 1
}

/** Spends a challenge; false when it was spent before. */
export async function spendChallenge(db: Db, challenge: string, now: Date): Promise<boolean> {
  const spent = await db
    .insert(spentChallenge)
    .values({ challengeHash: sha256(challenge), expiresAt: after(now, CHALLENGE_LIFE) })
    .onConflictDoNothing()
    .returning({ hash: spentChallenge.challengeHash })
  return spent.length === 1
}
