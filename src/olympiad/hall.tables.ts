import { boolean, integer, pgSchema, primaryKey, timestamp, uuid, text as words } from 'drizzle-orm/pg-core'

/** The room: programme, tables, who comes, and a round that is held live. */
const house = pgSchema('olympiad')
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const programmePart = house.table('programme_part', {
  id: uuid('id').primaryKey().defaultRandom(),
  olympiad: uuid('olympiad').notNull(),
  startsAt: moment('starts_at').notNull(),
  minutes: integer('minutes').notNull(),
  title: words('title').notNull(),
  words: words('words').notNull().default(''),
  version: integer('version').notNull().default(1),
})

export const hallTable = house.table('hall_table', {
  id: uuid('id').primaryKey().defaultRandom(),
  olympiad: uuid('olympiad').notNull(),
  number: integer('number').notNull(),
  title: words('title').notNull(),
  seats: integer('seats').notNull(),
  host: uuid('host'),
  version: integer('version').notNull().default(1),
})

export const tablePractice = house.table(
  'table_practice',
  {
    hallTable: uuid('hall_table').notNull(),
    practice: uuid('practice').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hallTable, table.practice] })],
)

export const signup = house.table('signup', {
  id: uuid('id').primaryKey().defaultRandom(),
  olympiad: uuid('olympiad').notNull(),
  hallTable: uuid('hall_table'),
  role: words('role').notNull(),
  name: words('name'),
  mail: words('mail'),
  needs: words('needs').notNull().default(''),
  reimbursement: boolean('reimbursement').notNull().default(false),
  keyHash: words('key_hash'),
  person: uuid('person'),
  signedUpAt: moment('signed_up_at').notNull(),
  invitedAt: moment('invited_at'),
  cancelledAt: moment('cancelled_at'),
  emptiedAt: moment('emptied_at'),
  version: integer('version').notNull().default(1),
})

export const tableNote = house.table('table_note', {
  id: uuid('id').primaryKey().defaultRandom(),
  hallTable: uuid('hall_table').notNull(),
  kind: words('kind').notNull(),
  words: words('words').notNull(),
  statement: uuid('statement'),
  writtenBy: uuid('written_by'),
  writtenAt: moment('written_at').notNull(),
})

export const liveSession = house.table('live_session', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  code: words('code').notNull(),
  startedBy: uuid('started_by'),
  startedAt: moment('started_at').notNull(),
  endedAt: moment('ended_at'),
  endedBy: uuid('ended_by'),
})

export const liveEvent = house.table(
  'live_event',
  {
    session: uuid('session').notNull(),
    seq: integer('seq').notNull(),
    kind: words('kind').notNull(),
    statement: uuid('statement'),
    seconds: integer('seconds'),
    doneBy: uuid('done_by'),
    doneAt: moment('done_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.session, table.seq] })],
)
