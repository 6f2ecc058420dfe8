import { Hono } from 'hono'
import { dutchDay } from '../foundation/clock.ts'
import { found, page } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { AccountPage } from './account.page.tsx'
import { accountOf } from './account.store.ts'
import { readCall } from './call.store.ts'
import { callState, callUrl } from './call.ts'

// Not kept as a public page: it counts what is withdrawn as well, and that tells no cache.
async function showAccount(c: PeopleContext): Promise<Response> {
  const { db, now } = c.var
  const call = found(await readCall(db, c.req.param('slug') ?? ''))
  const state = callState(call, dutchDay(now))
  found(state === 'draft' ? undefined : state)
  const head = {
    title: `Verantwoording ${call.year}`,
    canonical: `${callUrl(call)}/verantwoording`,
    breadcrumb: [
      { label: 'Oproepen', href: '/oproepen' },
      { label: call.title, href: callUrl(call) },
      { label: 'Verantwoording' },
    ],
    ...(call.fictional ? { robots: 'noindex' as const } : {}),
  }
  return page(c, head, <AccountPage call={call} account={await accountOf(db, call.id)} closed={state === 'closed'} />)
}

/** What became of a call, for everyone. */
export function accountRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/oproepen/:slug/verantwoording', showAccount)
}
