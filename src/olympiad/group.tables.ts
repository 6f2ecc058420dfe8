import { boolean, integer, pgSchema, primaryKey, timestamp, uuid, text as words } from 'drizzle-orm/pg-core'

/** What working groups keep: what they read and marked, factors, statements with every version of their words, lineage. */
const house = pgSchema('olympiad')
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const workingGroup = house.table('working_group', {
  id: uuid('id').primaryKey().defaultRandom(),
  slug: words('slug').notNull(),
  year: integer('year').notNull(),
  title: words('title').notNull(),
  task: words('task').notNull(),
  themes: words('themes').array().notNull().default([]),
  fictional: boolean('fictional').notNull().default(false),
  version: integer('version').notNull().default(1),
  startedBy: uuid('started_by'),
  startedAt: moment('started_at').notNull(),
})

export const groupMember = house.table('group_member', {
  id: uuid('id').primaryKey().defaultRandom(),
  workingGroup: uuid('working_group').notNull(),
  person: uuid('person'),
  addedBy: uuid('added_by'),
  since: moment('since').notNull(),
  until: moment('until'),
})

export const study = house.table(
  'study',
  {
    workingGroup: uuid('working_group').notNull(),
    practice: uuid('practice').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workingGroup, table.practice] })],
)

export const mark = house.table('mark', {
  id: uuid('id').primaryKey().defaultRandom(),
  workingGroup: uuid('working_group').notNull(),
  item: uuid('item').notNull(),
  revision: uuid('revision').notNull(),
  passage: words('passage'),
  shows: words('shows').notNull(),
  words: words('words').notNull(),
  markedBy: uuid('marked_by'),
  markedAt: moment('marked_at').notNull(),
})

export const factor = house.table('factor', {
  id: uuid('id').primaryKey().defaultRandom(),
  workingGroup: uuid('working_group').notNull(),
  name: words('name').notNull(),
  explanation: words('explanation').notNull(),
  item: uuid('item'),
  version: integer('version').notNull().default(1),
  madeBy: uuid('made_by'),
  madeAt: moment('made_at').notNull(),
})

export const factorMark = house.table('factor_mark', {
  mark: uuid('mark').primaryKey(),
  factor: uuid('factor').notNull(),
  placedBy: uuid('placed_by'),
  placedAt: moment('placed_at').notNull(),
})

export const statement = house.table('statement', {
  id: uuid('id').primaryKey().defaultRandom(),
  workingGroup: uuid('working_group'),
  item: uuid('item'),
  fictional: boolean('fictional').notNull().default(false),
  madeBy: uuid('made_by'),
  madeAt: moment('made_at').notNull(),
})

export const statementText = house.table(
  'statement_text',
  {
    statement: uuid('statement').notNull(),
    version: integer('version').notNull(),
    plain: words('plain').notNull(),
    example: words('example').notNull(),
    exampleItem: uuid('example_item'),
    professional: words('professional').notNull(),
    reason: words('reason').notNull(),
    revision: uuid('revision'),
    writtenBy: uuid('written_by'),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.statement, table.version] })],
)

export const statementFactor = house.table(
  'statement_factor',
  {
    statement: uuid('statement').notNull(),
    factor: uuid('factor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.statement, table.factor] })],
)

export const ending = house.table('ending', {
  subject: uuid('subject').primaryKey(),
  kind: words('kind').notNull(),
  reason: words('reason').notNull(),
  endedBy: uuid('ended_by'),
  endedAt: moment('ended_at').notNull(),
})

export const lineage = house.table('lineage', {
  id: uuid('id').primaryKey().defaultRandom(),
  workingGroup: uuid('working_group'),
  step: words('step').notNull(),
  fromSubject: uuid('from_subject').notNull(),
  toSubject: uuid('to_subject').notNull(),
  reason: words('reason').notNull().default(''),
  steppedBy: uuid('stepped_by'),
  steppedAt: moment('stepped_at').notNull(),
})

export const amendment = house.table('amendment', {
  id: uuid('id').primaryKey().defaultRandom(),
  statement: uuid('statement').notNull(),
  version: integer('version').notNull(),
  plain: words('plain').notNull(),
  example: words('example').notNull(),
  professional: words('professional').notNull(),
  reason: words('reason').notNull(),
  proposedBy: uuid('proposed_by'),
  proposedAt: moment('proposed_at').notNull(),
})

export const amendmentDecision = house.table('amendment_decision', {
  amendment: uuid('amendment').primaryKey(),
  outcome: words('outcome').notNull(),
  reason: words('reason').notNull(),
  decidedBy: uuid('decided_by'),
  decidedAt: moment('decided_at').notNull(),
})

export const comment = house.table('comment', {
  id: uuid('id').primaryKey().defaultRandom(),
  workingGroup: uuid('working_group').notNull(),
  subject: uuid('subject').notNull(),
  utterance: uuid('utterance').notNull(),
  saidBy: uuid('said_by'),
  saidAt: moment('said_at').notNull(),
})

/** The tables of this part of the schema. */
export const GROUP_TABLES: readonly string[] = [
  'working_group',
  'group_member',
  'study',
  'mark',
  'factor',
  'factor_mark',
  'statement',
  'statement_text',
  'statement_factor',
  'ending',
  'lineage',
  'amendment',
  'amendment_decision',
  'comment',
]
