import { eq } from 'drizzle-orm'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { endSessionsOf } from '../foundation/http/index.ts'
import { authenticator, passkey, recoveryCode } from './people.tables.ts'
import { createPerson, findPersonByEmail } from './person.store.ts'
import { grantRole } from './role.store.ts'

/** Makes the person behind this address an admin, with an account when there is none yet. Returns whether that was new. */
export async function makeAdmin(db: Db, email: string, at: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const person = (await findPersonByEmail(tx, email)) ?? (await createPerson(tx, { email, at }))
    return grantRole(tx, { person: person.id, role: 'admin', organisation: null, by: null, at })
  })
}

/** Removes every second factor and ends every session, for someone who lost them all. False when nobody has this address. */
export async function clearSecondFactor(db: Db, email: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const person = await findPersonByEmail(tx, email)
    if (!person) return false
    await tx.delete(authenticator).where(eq(authenticator.person, person.id))
    await tx.delete(passkey).where(eq(passkey.person, person.id))
    await tx.delete(recoveryCode).where(eq(recoveryCode.person, person.id))
    await endSessionsOf(tx, person.id)
    return true
  })
}
