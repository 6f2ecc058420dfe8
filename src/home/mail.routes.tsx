import { Hono } from 'hono'
import { after, MINUTE } from '../foundation/clock.ts'
import { page } from '../foundation/http/index.ts'
import { countWaiting, stuckMails } from '../foundation/mail/index.ts'
import { type PeopleEnv, withRole } from '../people/index.ts'
import { MailPage } from './mail.page.tsx'

/** A mail that waits longer, in ms, is worth a look. */
const LONG = 10 * MINUTE

/** Mail that does not arrive, for an admin. */
export function mailRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/beheer/mail', async (c) => {
    withRole(c, 'admin')
    const { db, config, now } = c.var
    const view = {
      stuck: await stuckMails(db, config.secretKey),
      waiting: await countWaiting(db, after(now, -LONG)),
      isConnected: config.smtpUrl !== undefined,
    }
    return page(c, { title: 'Mail die niet aankomt', robots: 'noindex' }, <MailPage {...view} />)
  })
}
