/** Who may do what in the domain of the Olympiade; a part of the table in `permissions.ts`. */
import { itemId } from '../src/thread/index.ts'
import type { Permission } from './permission.ts'

const page: Permission = { may: 'everyone' }

const mine: Permission = { may: 'signed in' }
const invalid = [400]

export const olympiad: Record<string, Permission> = {
  'GET /olympiades': page,
  // Until there is an Olympiade in the scenes: one that nobody knows.
  'GET /olympiades/:slug/logboek': { ...page, at: '/olympiades/bestaat-niet/logboek', answers: [404] },
  'GET /olympiades/:slug/verslag': { ...page, at: '/olympiades/bestaat-niet/verslag', answers: [404] },
  'GET /olympiades/:slug/verslag/pdf': { ...page, at: '/olympiades/bestaat-niet/verslag/pdf', answers: [404] },
  'GET /olympiades/:slug/verslag/docx': { ...page, at: '/olympiades/bestaat-niet/verslag/docx', answers: [404] },
  'GET /olympiades/:slug/verslag/tekst': {
    may: ['chair'],
    at: '/olympiades/bestaat-niet/verslag/tekst',
    answers: [404],
  },
  'POST /olympiades/:slug/verslag/tekst': {
    may: ['chair'],
    at: '/olympiades/bestaat-niet/verslag/tekst',
    answers: [404],
  },
  'GET /olympiades/voorstellen/nieuw': {
    ...page,
    at: `/olympiades/voorstellen/nieuw?kenmerk=${itemId('standard', 'eigen-kracht-versterken')}`,
  },
  'POST /olympiades/voorstellen': { ...page, answers: invalid },
  'GET /olympiades/voorstellen/volgen': { ...page, alike: true },
  'POST /olympiades/voorstellen/volgen': { ...page, answers: invalid },
  'GET /olympiades/voorstellen/mijn': mine,
  'POST /olympiades/voorstellen/:id/intrekking': { ...page, answers: [404] },
}
