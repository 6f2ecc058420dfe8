import { clearCookie, startSession } from '../foundation/http/index.ts'
import { type PeopleContext, withWayBack } from './access.ts'
import { createPerson, findPersonByEmail } from './person.store.ts'
import type { Person } from './person.ts'
import { needsSecondFactor } from './role.ts'

export const ATTEMPT = 'inlogpoging'

/** Signs in whoever proved to read the mail of this address; the first time that makes the account. */
export async function enterByEmail(c: PeopleContext, email: string, onward: string | undefined): Promise<Response> {
  const known = await findPersonByEmail(c.var.db, email)
  const person = known ?? (await createPerson(c.var.db, { email, at: c.var.now }))
  clearCookie(c, ATTEMPT)
  return enter(c, person, { onward, fresh: known === undefined })
}

/** Starts the session and sends on: to say a name, to give a second factor, or to where they were going. */
export async function enter(
  c: PeopleContext,
  person: Person,
  going: { onward: string | undefined; fresh?: boolean; secondFactor?: boolean },
): Promise<Response> {
  await startSession(c, person.id, { secondFactor: going.secondFactor ?? false })
  if (person.name === '') {
    const words = { ...(going.fresh ? { nieuw: 'ja' } : {}), ...(going.onward ? { verder: going.onward } : {}) }
    return c.redirect(`/inloggen/welkom?${new URLSearchParams(words)}`, 303)
  }
  if (needsSecondFactor(person) && !going.secondFactor)
    return c.redirect(withWayBack('/inloggen/tweede-stap', going.onward), 303)
  return c.redirect(going.onward ?? '/mijn', 303)
}
