import {
  boolean,
  customType,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  timestamp,
  uuid,
  text as words,
} from 'drizzle-orm/pg-core'

/** What this domain keeps of catalogues on their way in. */
const house = pgSchema('training')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const catalogueImport = house.table('import', {
  id: uuid('id').primaryKey().defaultRandom(),
  provider: uuid('provider').notNull(),
  address: uuid('address'),
  name: words('name').notNull(),
  begunAt: moment('begun_at').notNull(),
  begunBy: uuid('begun_by'),
})

export const importPiece = house.table(
  'import_piece',
  { import: uuid('import').notNull(), no: integer('no').notNull(), bytes: bytea('bytes').notNull() },
  (table) => [primaryKey({ columns: [table.import, table.no] })],
)

export const importItem = house.table(
  'import_item',
  {
    import: uuid('import').notNull(),
    no: integer('no').notNull(),
    kind: words('kind').notNull(),
    place: words('place').notNull(),
    code: words('code').notNull(),
    key: words('key').notNull(),
    title: words('title').notNull().default(''),
    given: jsonb('given').notNull(),
    outcome: words('outcome'),
    words: words('words').array().notNull().default([]),
    target: uuid('target'),
    before: jsonb('before'),
    seen: integer('seen'),
    leftAt: integer('left_at'),
    doneAt: moment('done_at'),
    undoneAt: moment('undone_at'),
  },
  (table) => [primaryKey({ columns: [table.import, table.no] })],
)

export const importFetch = house.table('import_fetch', {
  import: uuid('import').primaryKey(),
  fetchedAt: moment('fetched_at').notNull(),
})

export const importTry = house.table(
  'import_try',
  {
    import: uuid('import').notNull(),
    work: words('work').notNull(),
    no: integer('no').notNull(),
    begunAt: moment('begun_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.import, table.work, table.no] })],
)

export const importReading = house.table('import_reading', {
  import: uuid('import').primaryKey(),
  readAt: moment('read_at').notNull(),
  fault: words('fault').notNull().default(''),
  remarks: words('remarks').array().notNull().default([]),
})

export const importReport = house.table('import_report', {
  import: uuid('import').primaryKey(),
  madeAt: moment('made_at').notNull(),
  new: integer('new').notNull(),
  changed: integer('changed').notNull(),
  same: integer('same').notNull(),
  refused: integer('refused').notNull(),
  gone: integer('gone').notNull(),
})

export const importAcceptance = house.table('import_acceptance', {
  import: uuid('import').primaryKey(),
  acceptedAt: moment('accepted_at').notNull(),
  acceptedBy: uuid('accepted_by'),
  endsGone: boolean('ends_gone').notNull(),
  endedAt: moment('ended_at'),
})

export const importUndoing = house.table('import_undoing', {
  import: uuid('import').primaryKey(),
  begunAt: moment('begun_at').notNull(),
  begunBy: uuid('begun_by'),
  endedAt: moment('ended_at'),
  kept: integer('kept').notNull().default(0),
})

export const importFollowing = house.table('import_following', {
  import: uuid('import').primaryKey(),
  followedAt: moment('followed_at').notNull(),
})
