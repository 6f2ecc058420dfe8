import { boolean, integer, jsonb, pgSchema, primaryKey, timestamp, uuid, text as words } from 'drizzle-orm/pg-core'

/** What stays: the log, proposals for change, the method report and the bundle of a year. */
const house = pgSchema('olympiad')
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const logEntry = house.table(
  'log_entry',
  {
    olympiad: uuid('olympiad').notNull(),
    seq: integer('seq').notNull(),
    action: words('action').notNull(),
    object: words('object').notNull(),
    actor: uuid('actor'),
    body: jsonb('body').notNull(),
    at: moment('at').notNull(),
    prev: words('prev').notNull(),
    hash: words('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.olympiad, table.seq] })],
)

export const logHead = house.table(
  'log_head',
  {
    olympiad: uuid('olympiad').notNull(),
    seq: integer('seq').notNull(),
    hash: words('hash').notNull(),
    signature: words('signature').notNull(),
    signedAt: moment('signed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.olympiad, table.seq] })],
)

export const changeProposal = house.table('change_proposal', {
  id: uuid('id').primaryKey().defaultRandom(),
  standard: uuid('standard').notNull(),
  revision: uuid('revision').notNull(),
  utterance: uuid('utterance').notNull(),
  keyHash: words('key_hash'),
  person: uuid('person'),
  fictional: boolean('fictional').notNull().default(false),
  proposedAt: moment('proposed_at').notNull(),
})

export const agendaItem = house.table('agenda_item', {
  changeProposal: uuid('change_proposal').primaryKey(),
  olympiad: uuid('olympiad').notNull(),
  placedBy: uuid('placed_by'),
  placedAt: moment('placed_at').notNull(),
})

export const changeOutcome = house.table('change_outcome', {
  changeProposal: uuid('change_proposal').primaryKey(),
  outcome: words('outcome').notNull(),
  statement: uuid('statement'),
  words: words('words').notNull(),
  decidedBy: uuid('decided_by'),
  decidedAt: moment('decided_at').notNull(),
})

export const changeDeferral = house.table(
  'change_deferral',
  {
    changeProposal: uuid('change_proposal').notNull(),
    olympiad: uuid('olympiad').notNull(),
    words: words('words').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: moment('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.changeProposal, table.olympiad] })],
)

export const reportText = house.table(
  'report_text',
  {
    olympiad: uuid('olympiad').notNull(),
    item: words('item').notNull(),
    words: words('words').notNull(),
    version: integer('version').notNull().default(1),
    writtenBy: uuid('written_by'),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.olympiad, table.item] })],
)

export const bundle = house.table('bundle', {
  year: integer('year').primaryKey(),
  foreword: words('foreword').notNull(),
  item: uuid('item'),
  version: integer('version').notNull().default(1),
  publishedBy: uuid('published_by'),
  publishedAt: moment('published_at'),
})
