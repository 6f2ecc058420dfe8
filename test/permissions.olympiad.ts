/** Who may do what in the domain of the Olympiade; a part of the table in `permissions.ts`. */
import type { Permission } from './permission.ts'

const page: Permission = { may: 'everyone' }

export const olympiad: Record<string, Permission> = {
  'GET /olympiades': page,
  // Until there is an Olympiade in the scenes: one that nobody knows.
  'GET /olympiades/:slug/logboek': { ...page, at: '/olympiades/bestaat-niet/logboek', answers: [404] },
}
