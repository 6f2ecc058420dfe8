import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

/** What this domain keeps. Everything but `edition` and `release` is reached only as verankerd_reflector, row by row. */
const house = pgSchema('reflection')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const edition = house.table('edition', {
  slug: text('slug').primaryKey(),
  fingerprint: text('fingerprint').notNull(),
  item: uuid('item').notNull(),
  revision: uuid('revision').notNull(),
  number: integer('number').notNull(),
  lines: jsonb('lines').notNull(),
  publishedAt: moment('published_at').notNull(),
})

export const release = house.table(
  'release',
  {
    edition: text('edition').notNull(),
    people: integer('people').notNull(),
    month: date('month').notNull(),
    figures: jsonb('figures').notNull(),
  },
  (table) => [primaryKey({ columns: [table.edition, table.people] })],
)

export const sheet = house.table(
  'sheet',
  {
    lookup: bytea('lookup').primaryKey(),
    sealed: bytea('sealed').notNull(),
    version: integer('version').notNull().default(1),
    kept: boolean('kept').notNull().default(false),
    answeredAt: moment('answered_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    owner: uuid('owner'),
    number: integer('number'),
    wrapped: bytea('wrapped'),
  },
  (table) => [unique().on(table.owner, table.number)],
)

export const code = house.table('code', {
  lookup: bytea('lookup').primaryKey(),
  sheet: bytea('sheet').notNull(),
  wrapped: bytea('wrapped').notNull(),
})

export const ticket = house.table('ticket', {
  ticket: bytea('ticket').primaryKey(),
  month: date('month').notNull(),
})

export const waitingContribution = house.table('waiting_contribution', {
  id: uuid('id').primaryKey().defaultRandom(),
  sealed: bytea('sealed').notNull(),
})

export const contribution = house.table('contribution', {
  id: uuid('id').primaryKey().defaultRandom(),
  month: date('month').notNull(),
  sealed: bytea('sealed').notNull(),
})

export const reminder = house.table('reminder', {
  addressHash: bytea('address_hash').primaryKey(),
  sealed: bytea('sealed').notNull(),
  dueOn: date('due_on').notNull(),
})
