import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { closeParts, type TestParts, testParts, Visit } from '../../test/parts.ts'
import { people, settleWorld } from '../../test/world.ts'
import { house, sessionCookieName } from '../foundation/http/index.ts'
import { deriveKey, keyedHash, randomToken, sha256 } from '../foundation/seal.ts'
import { grantRole, joinOrganisation, type PeopleEnv, settlePerson, whoIsHere } from '../people/index.ts'
import { assessmentRoutes } from './assessment.routes.tsx'
import {
  call,
  criteriaEdition,
  criterion,
  nomination,
  nominationColleague,
  submission,
  theme,
} from './intake.tables.ts'
import { interviewRoutes } from './interview.routes.tsx'
import type { NominationBodies } from './nomination.ts'
import { practice } from './practices.tables.ts'
import { speakerRoutes } from './speaker.routes.tsx'

/** A second reader: the cast has one. */
export const bas = { id: '00000000-0000-4000-8000-000000000901', name: 'Bas Lezer', email: 'bas@verankerd.example' }

/** Assessment, talks and reading back on a database of their own, with a call of six criteria: for tests. */
export interface Room {
  parts: TestParts
  call: string
  visitor(): Visit
  /** Signs in someone, second factor included. */
  as(person: string): Promise<Visit>
  /** A nomination that was sent, of Welzijn De Vlier. */
  nominate(sent?: Partial<{ title: string; organisation: string; startedOn: string }>): Promise<string>
  /** Sends a nomination again, as an answer to a question. */
  sendAgain(nomination: string): Promise<void>
  /** A practice in the making. */
  practise(slug: string): Promise<string>
  close(): Promise<void>
}

export const CRITERIA = ['een-jaar', 'systematisch', 'overdraagbaar', 'kwaliteitseisen', 'vraagstuk', 'velden']

const now = new Date('2026-11-23T10:00:00Z')

async function settleCall({ db }: TestParts['database']): Promise<string> {
  await db.insert(criteriaEdition).values({ slug: 'proef', title: 'Zes criteria', year: 2026, source: 'x', ours: 'y' })
  await db.insert(criterion).values(
    CRITERIA.map((slug, index) => ({
      edition: 'proef',
      position: index + 1,
      slug,
      name: `Criterium ${slug}`,
      weight: index < 3 ? 'must' : 'counts',
      hard: index === 0 || index === 5,
      explanation: 'Uitleg.',
      example: 'Een voorbeeld.',
      evidence: 'Hieraan.',
    })),
  )
  const [made] = await db
    .insert(call)
    .values({
      slug: 'proef-2026',
      year: 2026,
      title: 'Oproep 2026',
      intro: 'Intro.',
      contact: 'Bel ons op 000.',
      opensOn: '2026-09-01',
      closesOn: '2026-11-01',
      criteria: 'proef',
      vocabulary: 'wmo-2015',
      source: 'x',
      fictional: true,
      publishedAt: now,
    })
    .returning({ id: call.id })
  const id = made?.id ?? ''
  await db.insert(theme).values({ call: id, position: 1, slug: 'samen', name: 'Samen leven', explanation: 'x' })
  return id
}

const bodies = (sent: { title: string; organisation: string; startedOn: string }): NominationBodies => ({
  name: { title: sent.title, line: 'Buren koken voor buren die niemand kennen.', kind: 'project' },
  organisation: {
    name: sent.organisation,
    kind: 'welfare',
    gemeente: 'GM0363',
    contact: 'Noor Benali',
    mail: 'praktijk@devlier.example',
    phone: '',
    website: '',
  },
  start: { startedOn: sent.startedOn, phase: 'running' },
  theme: { issue: 'Mensen eten alleen.', theme: 'samen', people: ['ouderen', 'buurt'] },
  fields: { fields: [], why: 'Omdat het past.' },
  approach: { text: 'Elke week koken zes buren.\n\nEen buurtwerker belt aan.' },
  plan: { text: 'Er is een draaiboek.', handbook: true, elsewhere: '' },
  quality: { text: 'Drie afspraken.', measured: 'Elk jaar een gesprek.' },
  people: { people: [{ name: 'Amina Geheim', function: 'vrijwilliger', client: false }] },
  documents: { evaluation: 'no', words: 'Nog niet.' },
})

/** Opens the room on 23 November 2026, in the morning. */
export async function openRoom(): Promise<Room> {
  const parts = await testParts()
  const { db } = parts.database
  parts.clockAt.now = now
  await settleWorld(db, { now })
  await settlePerson(db, { ...bas, at: now })
  await grantRole(db, { person: bas.id, role: 'reader', organisation: null, by: null, at: now })
  const callId = await settleCall(parts.database)
  const rooms = new Hono<PeopleEnv>()
  rooms.use(whoIsHere)
  for (const routes of [assessmentRoutes(), interviewRoutes(), speakerRoutes()]) rooms.route('/', routes)
  const app = house(parts).route('/', rooms)
  const send = async (id: string, number: number, body: NominationBodies) => {
    await db.insert(submission).values({
      nomination: id,
      number,
      receipt: `2026-${id}-${number}`,
      body: { sections: body, attachments: [{ id: randomUUID(), title: 'Draaiboek.pdf' }] },
      submittedAt: new Date(now.getTime() + number),
    })
  }
  const standard = { title: 'Samen aan tafel', organisation: 'Welzijn De Vlier', startedOn: '2020-03-01' }
  return {
    parts,
    call: callId,
    visitor: () => new Visit(app),
    async as(person) {
      const visit = new Visit(app)
      const token = randomToken()
      const { rows } = await parts.database.pool.query<{ id: string }>(
        `insert into house.session (token_hash, subject, label, started_at, seen_at, second_factor_at)
         values ($1, $2, 'Test', $3, $3, $3) returning id`,
        [sha256(token), person, parts.clockAt.now],
      )
      visit.cookies.set(sessionCookieName(parts.config.secure), token)
      visit.token = keyedHash(deriveKey(parts.config.secretKey, 'form token'), rows[0]?.id ?? '')
      return visit
    },
    async nominate(sent = {}) {
      const [row] = await db
        .insert(nomination)
        .values({ call: callId, codeHash: randomToken(), startedBy: people.noor.id, fictional: true, startedAt: now })
        .returning({ id: nomination.id })
      const id = row?.id ?? ''
      await db.insert(nominationColleague).values({ nomination: id, person: people.noor.id, since: now })
      await send(id, 1, bodies({ ...standard, ...sent }))
      return id
    },
    sendAgain: (id) => send(id, 2, bodies(standard)),
    async practise(slug) {
      const [row] = await db
        .insert(practice)
        .values({
          slug,
          call: callId,
          title: 'Samen aan tafel',
          line: 'Buren koken voor buren.',
          organisation: 'Welzijn De Vlier',
          organisationKind: 'welfare',
          gemeente: 'GM0363',
          startedOn: '2020-03-01',
          fictional: true,
          createdAt: now,
        })
        .returning({ id: practice.id })
      return row?.id ?? ''
    },
    close: () => closeParts(parts),
  }
}

/** Moves someone to another organisation, as happens. */
export const joins = (room: Room, person: string, organisation: string): Promise<void> =>
  joinOrganisation(room.parts.database.db, { person, organisation, at: now })
