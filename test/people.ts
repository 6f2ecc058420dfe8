/** The routes of people on a house of their own, with the cast in it: for tests that need settings or a clock of their own. */
import { Hono } from 'hono'
import { house } from '../src/foundation/http/index.ts'
import { type Posted, readPost } from '../src/foundation/mail/index.ts'
import {
  demoRoutes,
  type PeopleEnv,
  peopleRoutes,
  type RoleName,
  signedIn,
  stepUp,
  whoIsHere,
  withRole,
} from '../src/people/index.ts'
import { type Answer, closeParts, type TestParts, testParts, Visit } from './parts.ts'
import { cast, settleWorld } from './world.ts'

export interface PeopleHouse {
  parts: TestParts
  /** A browser without cookies. */
  visit(): Visit
  /** The mails to an address, newest first. */
  post(to: string): Promise<Posted[]>
  /** Asks for a mail in this browser and reads what it carried. */
  askMail(visit: Visit, email: string, verder?: string): Promise<{ path: string; code: string }>
  /** Signs in by mail, all the way to the page after it. */
  enter(visit: Visit, email: string): Promise<Answer>
  close(): Promise<void>
}

/** Pages that need something, for every way of needing it. */
function probes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/proef/ingelogd', (c) => c.text(signedIn(c).name))
    .post('/proef/ingelogd', (c) => c.text(signedIn(c).name))
    .get('/proef/rol/:rol', (c) => c.text(withRole(c, c.req.param('rol').replace('-', ' ') as RoleName).name))
    .get('/proef/rol/:rol/:organisatie', (c) =>
      c.text(withRole(c, c.req.param('rol').replace('-', ' ') as RoleName, c.req.param('organisatie')).name),
    )
    .get('/proef/vers', async (c) => c.text((await stepUp(c)).name))
}

/** Opens it; `env` adds settings (the trial installation is off unless they say so). */
export async function openPeople(env: NodeJS.ProcessEnv = {}): Promise<PeopleHouse> {
  const parts = await testParts({ DEMO: 'off', ...env })
  await settleWorld(parts.database.db, { now: parts.clockAt.now })
  const app = house(parts)
  const routes = new Hono<PeopleEnv>()
    .use(whoIsHere)
    .route('/', peopleRoutes())
    .route('/', demoRoutes(cast))
    .route('/', probes())
  app.route('/', routes)
  const post = async (to: string) =>
    (await readPost(parts.database.db, parts.config.secretKey, 200)).filter((mail) => mail.to === to)
  const askMail = async (visit: Visit, email: string, verder?: string) => {
    const before = new Set((await post(email)).map((mail) => mail.id))
    await visit.post('/inloggen', { email, ...(verder ? { verder } : {}) })
    const mails = await post(email)
    const text = (mails.find((mail) => !before.has(mail.id)) ?? mails[0])?.text ?? ''
    return {
      path: /\/inloggen\/sleutel\/[\w-]+/.exec(text)?.[0] ?? '',
      code: /^(\d{3} \d{3})$/m.exec(text)?.[1] ?? '',
    }
  }
  return {
    parts,
    visit: () => new Visit(app),
    post,
    askMail,
    async enter(visit, email) {
      const { path } = await askMail(visit, email)
      return visit.post(path, {})
    },
    close: () => closeParts(parts),
  }
}
