/** The routes of the training: the lists and pages for everyone, the desk of a provider, and of who checks it. */
import type { Permission } from './permission.ts'

const page: Permission = { may: 'everyone' }

export const training: Record<string, Permission> = {
  'GET /scholing': page,
}
