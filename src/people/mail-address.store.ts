import { and, eq, isNull } from 'drizzle-orm'
import { attempt, type Db, violated } from '../foundation/db/index.ts'
import type { AddressChange } from './mail-address.ts'
import { person, signInCode } from './people.tables.ts'

/**
 * Gives a person another mail address; mails to sign in that went to the old one are spent. False when the address
 * belongs to someone else by now, or when the change was made before.
 */
export async function moveAddress(db: Db, change: Omit<AddressChange, 'expiresAt'>, at: Date): Promise<boolean> {
  const { from, to } = change
  const before = from === '' ? isNull(person.email) : eq(person.email, from)
  try {
    const moved = await attempt(db, (tx) =>
      tx
        .update(person)
        .set({ email: to })
        .where(and(eq(person.id, change.person), before, isNull(person.erasedAt)))
        .returning({ id: person.id }),
    )
    if (moved.length === 0) return false
  } catch (fault) {
    if (violated(fault) === 'person_email_key') return false
    throw fault
  }
  await db
    .update(signInCode)
    .set({ consumedAt: at })
    .where(and(eq(signInCode.email, from), isNull(signInCode.consumedAt)))
  return true
}
