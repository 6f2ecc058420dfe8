/** Who may do what in the domain of the Olympiade; a part of the table in `permissions.ts`. */
import type { Permission } from './permission.ts'

const page: Permission = { may: 'everyone' }

export const olympiad: Record<string, Permission> = {
  'GET /olympiades': page,
}
