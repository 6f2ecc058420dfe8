import type { Role } from './role.ts'

/** Someone with an account. `name` is empty until they tell it. */
export interface Person {
  id: string
  name: string
  email: string
  roles: Role[]
}

/** A mail address as we keep and compare it: one spelling per mailbox. */
export function plainEmail(typed: string): string {
  return typed.trim().toLowerCase()
}

/** Enough of an address to recognise one's own, too little to learn another's: "n…a@voorbeeld.example". */
export function veiledEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const name = email.slice(0, at)
  return `${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ''}${email.slice(at)}`
}
