import { Hono } from 'hono'
import { closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { people, settleWorld } from '../../test/world.ts'
import { house, sessionCookieName } from '../foundation/http/index.ts'
import { deriveKey, keyedHash, randomToken, sha256 } from '../foundation/seal.ts'
import { type PeopleEnv, whoIsHere } from '../people/index.ts'
import { threadRoutes } from '../thread/index.ts'
import { fixedDescription } from './description.fixed.part.tsx'
import { descriptionRoutes } from './description.routes.tsx'
import { detailRoutes } from './detail.routes.tsx'
import { flyerRoutes } from './flyer.routes.tsx'
import { nominationColleague } from './intake.tables.ts'
import { readNomination } from './nomination.store.ts'
import { createPractice, readPracticeById } from './practice.store.ts'
import type { Practice } from './practice.ts'
import { settleCall, settleNomination } from './practices.fixture.ts'
import { speaker as speakerTable } from './practices.tables.ts'
import { agreeQuote, lockQuote, proposeQuote } from './quote.store.ts'
import type { QuoteForm } from './quote.ts'
import type { Section } from './section.ts'

/** The making of one practice on a database of its own: for tests. */
export interface Desk {
  parts: TestParts
  practice: Practice
  nomination: string
  /** The practice as it is now. */
  now(): Promise<Practice>
  visitor: Visit
  /** Signs in someone, second factor included; beginning at `page`. */
  as(person: string, page: string): Promise<Visit>
  /** Someone's words, agreed to in this form unless null. Answers with the id of the quote. */
  say(text: string, form: QuoteForm | null, more?: { section?: Section; by?: string }): Promise<string>
  /** Speaks the later agreement to words that were put forward. */
  agree(quote: string): Promise<void>
  close(): Promise<void>
}

/** Whoever may open the nomination: a member of the cast without any role. */
export const colleague = people.jamal

/** Opens the desk with one chosen practice, De soepfiets. */
export async function openDesk(): Promise<Desk> {
  const parts = await testParts()
  const { db } = parts.database
  const at = new Date('2026-11-23T10:00:00Z')
  parts.clockAt.now = at
  await settleWorld(db, { now: at })
  const { id: nomination } = await settleNomination(db, { call: await settleCall(db), at, sentAt: at })
  await db.insert(nominationColleague).values({ nomination, person: colleague.id, since: at })
  const sent = await readNomination(db, nomination)
  if (!sent) throw new Error('The nomination is gone.')
  const practice = await createPractice(db, sent, { at })
  const app = house(parts).route(
    '/',
    new Hono<PeopleEnv>()
      .use(whoIsHere)
      .route('/', descriptionRoutes())
      .route('/', flyerRoutes())
      .route('/', detailRoutes())
      .route('/', threadRoutes(fixedDescription)),
  )
  const agree = async (id: string, form: QuoteForm = 'function', by = 'vrijwilliger') => {
    const quote = await lockQuote(db, id)
    if (!quote) throw new Error('The quote is gone.')
    const attribution = form === 'anonymous' ? null : by
    await agreeQuote(db, quote, { form, attribution, person: null }, parts.clockAt.now)
  }
  return {
    parts,
    practice,
    nomination,
    visitor: new Visit(app),
    agree,
    async now() {
      const read = await readPracticeById(db, practice.id)
      if (!read) throw new Error('The practice is gone.')
      return read
    },
    async as(person, page) {
      const visit = new Visit(app)
      const token = randomToken()
      const { rows } = await parts.database.pool.query<{ id: string }>(
        `insert into house.session (token_hash, subject, label, started_at, seen_at, second_factor_at)
         values ($1, $2, 'Test', $3, $3, $3) returning id`,
        [sha256(token), person, parts.clockAt.now],
      )
      visit.cookies.set(sessionCookieName(parts.config.secure), token)
      await visit.get(page)
      visit.token = keyedHash(deriveKey(parts.config.secretKey, 'form token'), rows[0]?.id ?? '')
      return visit
    },
    async say(text, form, { section = 'experiences', by } = {}) {
      const [row] = await db
        .insert(speakerTable)
        .values({ practice: practice.id, role: 'volunteer' })
        .returning({ id: speakerTable.id })
      const said = { practice: practice.id, speaker: row?.id ?? '', person: null, section, text }
      const id = await proposeQuote(db, said, { by: people.yusuf.id, at: parts.clockAt.now })
      if (form !== null) await agree(id, form, by)
      return id
    },
    close: () => closeParts(parts),
  }
}
