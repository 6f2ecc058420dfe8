import { and, count, eq, isNull, lt } from 'drizzle-orm'
import type { Db } from '../foundation/db/index.ts'
import { deriveKey, keyedHash, seal, unseal } from '../foundation/seal.ts'
import { authenticator, passkey, recoveryCode } from './people.tables.ts'
import { acceptedStep, plainRecoveryCode } from './second-factor.ts'

/** With what someone can prove a second time that it is them. */
export interface Factors {
  app: boolean
  passkeys: number
  /** Recovery codes not used yet. */
  recovery: number
}

const sealKey = (secretKey: Buffer) => deriveKey(secretKey, 'authenticator secret')
const hashed = (secretKey: Buffer, person: string, code: string) =>
  keyedHash(deriveKey(secretKey, 'recovery code'), `${person}\n${plainRecoveryCode(code)}`)

export async function factorsOf(db: Db, person: string): Promise<Factors> {
  const [app] = await db.select({ n: count() }).from(authenticator).where(eq(authenticator.person, person))
  const [keys] = await db.select({ n: count() }).from(passkey).where(eq(passkey.person, person))
  const [codes] = await db
    .select({ n: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.person, person), isNull(recoveryCode.usedAt)))
  return { app: (app?.n ?? 0) > 0, passkeys: keys?.n ?? 0, recovery: codes?.n ?? 0 }
}

/**
 * What tries at a code are counted under: the person, and their last success. A code that was right moves it on, so only
 * wrong tries in a row add up, and whoever signs in often is never sent away.
 */
export async function failuresKey(db: Db, person: string): Promise<string> {
  const [app] = await db
    .select({ step: authenticator.lastStep })
    .from(authenticator)
    .where(eq(authenticator.person, person))
  const [codes] = await db
    .select({ used: count(recoveryCode.usedAt) })
    .from(recoveryCode)
    .where(eq(recoveryCode.person, person))
  return `${person}\n${app?.step ?? 0}\n${codes?.used ?? 0}`
}

/** Whether there is a second factor at all; recovery codes alone are none. */
export function hasFactor(factors: Factors): boolean {
  return factors.app || factors.passkeys > 0
}

/** Links an authenticator app, in place of the one there was. `step` is the one just proven, so its code is spent. */
export async function keepAuthenticator(
  db: Db,
  secretKey: Buffer,
  fresh: { person: string; secret: string; step: number; at: Date },
): Promise<void> {
  const row = {
    secret: seal(sealKey(secretKey), fresh.secret, fresh.person),
    lastStep: fresh.step,
    createdAt: fresh.at,
  }
  await db
    .insert(authenticator)
    .values({ person: fresh.person, ...row })
    .onConflictDoUpdate({ target: authenticator.person, set: row })
}

export async function dropAuthenticator(db: Db, person: string): Promise<boolean> {
  const { rowCount } = await db.delete(authenticator).where(eq(authenticator.person, person))
  return rowCount === 1
}

/** Whether this is the app's code of now; using it spends it, also for someone who sends it at the same moment. */
export async function useAppCode(db: Db, secretKey: Buffer, person: string, code: string, now: Date): Promise<boolean> {
  const [row] = await db.select().from(authenticator).where(eq(authenticator.person, person))
  if (!row) return false
  const step = acceptedStep(unseal(sealKey(secretKey), row.secret, person).toString(), code, now, row.lastStep)
  if (step === undefined) return false
  const taken = await db
    .update(authenticator)
    .set({ lastStep: step })
    .where(and(eq(authenticator.person, person), lt(authenticator.lastStep, step)))
    .returning({ person: authenticator.person })
  return taken.length === 1
}

/** Keeps new recovery codes in place of all older ones. */
export async function keepRecoveryCodes(
  db: Db,
  secretKey: Buffer,
  person: string,
  codes: string[],
  at: Date,
): Promise<void> {
  await db.delete(recoveryCode).where(eq(recoveryCode.person, person))
  await db
    .insert(recoveryCode)
    .values(codes.map((code) => ({ person, codeHash: hashed(secretKey, person, code), createdAt: at })))
}

/** Whether this is a recovery code not used before; using it spends it. */
export async function useRecoveryCode(
  db: Db,
  secretKey: Buffer,
  person: string,
  code: string,
  at: Date,
): Promise<boolean> {
  const taken = await db
    .update(recoveryCode)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCode.person, person),
        eq(recoveryCode.codeHash, hashed(secretKey, person, code)),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ person: recoveryCode.person })
  return taken.length === 1
}
