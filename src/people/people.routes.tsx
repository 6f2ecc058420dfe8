import { Hono } from 'hono'
import type { PeopleEnv } from './access.ts'
import { accountRoutes } from './account.routes.tsx'
import { keptFormRoutes } from './kept-form.routes.tsx'
import { mailAddressRoutes } from './mail-address.routes.tsx'
import { openIdRoutes } from './openid.routes.tsx'
import { passkeyRoutes } from './passkey.routes.tsx'
import { roleRoutes } from './role.routes.tsx'
import { secondFactorRoutes } from './second-factor.routes.tsx'
import { signInRoutes } from './sign-in.routes.tsx'

/** Every URL of this domain outside the trial installation. */
export function peopleRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .route('/', signInRoutes())
    .route('/', passkeyRoutes())
    .route('/', openIdRoutes())
    .route('/', secondFactorRoutes())
    .route('/', accountRoutes())
    .route('/', mailAddressRoutes())
    .route('/', roleRoutes())
    .route('/', keptFormRoutes())
}
