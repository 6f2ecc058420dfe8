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
