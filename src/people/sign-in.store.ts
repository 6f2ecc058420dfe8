import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { after, DAY } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { signInCode, spentChallenge } from './people.tables.ts'
import { CODE_LIFE } from './sign-in.ts'

/** A mail to sign in, as kept: hashes of what it carried. */
export interface SignInCode {
  id: string
  email: string
  onward: string | null
  expiresAt: Date
  consumedAt: Date | null
}

const kept = {
  id: signInCode.id,
  email: signInCode.email,
  onward: signInCode.onward,
  expiresAt: signInCode.expiresAt,
  consumedAt: signInCode.consumedAt,
}

export async function keepSignInCode(
  db: Db,
  fresh: { tokenHash: string; codeHash: string; browserHash: string; email: string; onward: string | null; at: Date },
): Promise<void> {
  const { at, ...row } = fresh
  await db.insert(signInCode).values({ ...row, createdAt: at, expiresAt: after(at, CODE_LIFE) })
}

/** When mails to sign in went to this address, within the last day. */
export async function mailedAt(db: Db, email: string, now: Date): Promise<Date[]> {
  const rows = await db
    .select({ at: signInCode.createdAt })
    .from(signInCode)
    .where(and(eq(signInCode.email, email), gt(signInCode.createdAt, after(now, -DAY))))
  return rows.map((row) => row.at)
}

/** The mail behind a button; undefined when there never was one. */
export async function codeByToken(db: Db, tokenHash: string): Promise<SignInCode | undefined> {
  const [row] = await db.select(kept).from(signInCode).where(eq(signInCode.tokenHash, tokenHash))
  return row
}

/** The mail whose digits these are, among those this browser asked for. */
export async function codeByDigits(
  db: Db,
  browserHash: string,
  codeHash: string,
  email: string,
): Promise<SignInCode | undefined> {
  const [row] = await db
    .select(kept)
    .from(signInCode)
    .where(and(eq(signInCode.browserHash, browserHash), eq(signInCode.codeHash, codeHash), eq(signInCode.email, email)))
    .orderBy(sql`${signInCode.createdAt} desc`)
    .limit(1)
  return row
}

/** Uses a mail up, with every other one still open for this address. False when someone was first. */
export async function consumeCode(db: Db, code: SignInCode, at: Date): Promise<boolean> {
  const taken = await db
    .update(signInCode)
    .set({ consumedAt: at })
    .where(and(eq(signInCode.id, code.id), isNull(signInCode.consumedAt), gt(signInCode.expiresAt, at)))
    .returning({ id: signInCode.id })
  if (taken.length === 0) return false
  await db
    .update(signInCode)
    .set({ consumedAt: at })
    .where(and(eq(signInCode.email, code.email), isNull(signInCode.consumedAt)))
  return true
}

/** Forgets mails to sign in of more than a day ago and challenges past their end. Returns how many. */
export async function sweepSignIn(db: Db, now: Date): Promise<number> {
  const codes = await db
    .delete(signInCode)
    .where(lt(signInCode.expiresAt, after(now, -DAY)))
    .returning({ id: signInCode.id })
  const spent = await db
    .delete(spentChallenge)
    .where(lt(spentChallenge.expiresAt, now))
    .returning({ hash: spentChallenge.challengeHash })
  return codes.length + spent.length
}
