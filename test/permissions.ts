/**
 * Who may do what: every route of the real site, in one table. `test/permissions.test.ts` asks each route as each role
 * and fails on a route that is not in here, or a line whose route is gone.
 */
import { type RoleName, roleNames } from '../src/people/index.ts'
import type { Asker } from './house.ts'

export const askers: Asker[] = ['visitor', ...roleNames]

/** Who gets in; everyone else is met as `others` says. */
export type May = 'everyone' | 'signed in' | readonly RoleName[]

export interface Permission {
  may: May
  /** An address of this route that exists, and a form for it: often empty, so that being let in shows as 400. */
  at?: string
  form?: Record<string, string>
  /** What those who may get; without it 200 for GET and HEAD, 303 for the rest. */
  answers?: number[]
  /** What a visitor who may not gets: the way to the sign-in page (default), or a page that isn't there. */
  visitor?: 'sign in' | 'hidden'
  /** Who sees this page in its fullest state; without it a visitor, else an admin. */
  seenBy?: Asker
  /** Fuzzing this would only knock over the others' tests: the reason why it is left out. */
  notFuzzed?: string
  /** Not a page of its own to look at: a redirect, a file, data. */
  isPage?: false
}

/** What a parameter of an address is filled with. */
export const samples: Record<string, string> = {
  token: 'geen-bestaande-sleutel',
  id: '00000000-0000-4000-8000-000000000999',
}

const gone = [404]
const invalid = [400]

const standing: Record<string, Permission> = {
  'GET /assets/:name': { may: 'everyone', at: '/assets/bestaat-niet.css', answers: gone, isPage: false },
  'GET /gezondheid/live': { may: 'everyone', isPage: false },
  'GET /healthz': { may: 'everyone', isPage: false },
  'GET /gezondheid/klaar': { may: 'everyone', isPage: false },
  'GET /readyz': { may: 'everyone', isPage: false },
}

const signingIn: Record<string, Permission> = {
  'GET /inloggen': { may: 'everyone', answers: [200, 303], seenBy: 'visitor' },
  'POST /inloggen': { may: 'everyone', answers: invalid },
  'GET /inloggen/code': { may: 'everyone', answers: [303] },
  'POST /inloggen/code': { may: 'everyone', answers: [303] },
  'GET /inloggen/sleutel/:token': { may: 'everyone', answers: [410] },
  'POST /inloggen/sleutel/:token': { may: 'everyone', answers: [410] },
  'GET /inloggen/welkom': { may: 'signed in' },
  'POST /inloggen/welkom': { may: 'signed in', answers: invalid },
  'POST /inloggen/passkey': { may: 'everyone', answers: invalid },
  'GET /inloggen/tweede-stap': { may: 'signed in', answers: [303] },
  'POST /inloggen/tweede-stap': { may: 'signed in', answers: invalid },
  'POST /inloggen/tweede-stap/passkey': { may: 'signed in', answers: invalid },
  // No organisation is set up in the tests, so the door is not there for anyone.
  'GET /inloggen/organisatie': { may: 'everyone', answers: gone },
  'GET /inloggen/organisatie/terug': { may: 'everyone', answers: gone },
  'POST /uitloggen': { may: 'everyone' },
  'GET /demo': { may: 'everyone' },
  'POST /demo/inloggen': { may: 'everyone', answers: invalid },
}

const account: Record<string, Permission> = {
  'GET /mijn/account': { may: 'signed in' },
  'POST /mijn/account/naam': { may: 'signed in', answers: invalid },
  'POST /mijn/account/sessies/einde': { may: 'signed in' },
  'POST /mijn/account/sessies/:id/einde': { may: 'signed in', answers: gone },
  'POST /mijn/account/app/einde': { may: 'signed in' },
  'POST /mijn/account/organisatie/einde': { may: 'signed in' },
  'POST /mijn/passkeys': { may: 'signed in', answers: invalid },
  'POST /mijn/passkeys/:id/einde': { may: 'signed in', answers: gone },
  'GET /mijn/tweede-stap': { may: 'signed in' },
  'GET /mijn/tweede-stap/app': { may: 'signed in' },
  'POST /mijn/tweede-stap/app': { may: 'signed in', answers: invalid },
  'GET /mijn/tweede-stap/herstelcodes': { may: 'signed in', answers: [303] },
  'POST /mijn/tweede-stap/herstelcodes': { may: 'signed in' },
}

/** The admin of the cast may look and change nothing. */
const administration: Record<string, Permission> = {
  'GET /beheer/rollen': { may: ['admin'] },
  'POST /beheer/rollen': { may: ['admin'], answers: [403] },
  'POST /beheer/rollen/:id/einde': { may: ['admin'], answers: [403] },
}

export const permissions: Record<string, Permission> = { ...standing, ...signingIn, ...account, ...administration }

export type Meeting = 'gets in' | 'sign in' | 'hidden'

/** What should happen when this asker comes to this route. */
export function meeting(asker: Asker, { may, visitor = 'sign in' }: Permission): Meeting {
  if (may === 'everyone') return 'gets in'
  if (asker === 'visitor') return visitor
  return may === 'signed in' || may.includes(asker) ? 'gets in' : 'hidden'
}

/** The route's own address with every `:parameter` filled in. */
export function addressOf(path: string, permission: Permission): string {
  return (
    permission.at ??
    path.replace(/:([a-zA-Z]+)(\{[^}]*\})?/g, (_, name: string) => {
      const value = samples[name]
      if (value === undefined) throw new Error(`No sample for :${name} of ${path}`)
      return value
    })
  )
}

/** Where a walk may begin: every address of the table that shows this asker something. */
export function addressesFor(asker: Asker): string[] {
  return Object.entries(permissions).flatMap(([route, permission]) => {
    const [method = '', path = ''] = route.split(' ')
    const shows = permission.answers === undefined || permission.answers.includes(200)
    return method === 'GET' && shows && meeting(asker, permission) === 'gets in' ? [addressOf(path, permission)] : []
  })
}
