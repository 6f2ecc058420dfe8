import {
  boolean,
  date,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  timestamp,
  uuid,
  text as words,
} from 'drizzle-orm/pg-core'

/** What this domain keeps until a practice is chosen: calls, nominations, assessment. States are rows. */
const house = pgSchema('practices')
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const field = house.table(
  'field',
  {
    vocabulary: words('vocabulary').notNull(),
    slug: words('slug').notNull(),
    code: words('code').notNull(),
    name: words('name').notNull(),
    position: integer('position').notNull(),
    note: words('note').notNull().default(''),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
  },
  (table) => [primaryKey({ columns: [table.vocabulary, table.slug] })],
)

export const criteriaEdition = house.table('criteria_edition', {
  slug: words('slug').primaryKey(),
  title: words('title').notNull(),
  year: integer('year').notNull(),
  source: words('source').notNull(),
  ours: words('ours').notNull(),
})

export const criterion = house.table('criterion', {
  id: uuid('id').primaryKey().defaultRandom(),
  edition: words('edition').notNull(),
  position: integer('position').notNull(),
  slug: words('slug').notNull(),
  name: words('name').notNull(),
  weight: words('weight').notNull(),
  hard: boolean('hard').notNull(),
  explanation: words('explanation').notNull(),
  example: words('example').notNull(),
  evidence: words('evidence').notNull(),
})

export const call = house.table('call', {
  id: uuid('id').primaryKey().defaultRandom(),
  slug: words('slug').notNull(),
  year: integer('year').notNull(),
  title: words('title').notNull(),
  intro: words('intro').notNull(),
  contact: words('contact').notNull(),
  opensOn: date('opens_on').notNull(),
  closesOn: date('closes_on').notNull(),
  criteria: words('criteria').notNull(),
  vocabulary: words('vocabulary').notNull(),
  source: words('source').notNull(),
  fictional: boolean('fictional').notNull(),
  item: uuid('item'),
  version: integer('version').notNull().default(1),
  publishedAt: moment('published_at'),
  publishedBy: uuid('published_by'),
})

export const themeProposal = house.table('theme_proposal', {
  id: uuid('id').primaryKey().defaultRandom(),
  year: integer('year').notNull(),
  name: words('name').notNull(),
  reason: words('reason').notNull(),
  person: uuid('person'),
  proposedAt: moment('proposed_at').notNull(),
})

export const themeChoice = house.table('theme_choice', {
  proposal: uuid('proposal').primaryKey(),
  outcome: words('outcome').notNull(),
  reason: words('reason').notNull(),
  chosenBy: uuid('chosen_by'),
  chosenAt: moment('chosen_at').notNull(),
})

export const theme = house.table('theme', {
  id: uuid('id').primaryKey().defaultRandom(),
  call: uuid('call').notNull(),
  position: integer('position').notNull(),
  slug: words('slug').notNull(),
  name: words('name').notNull(),
  explanation: words('explanation').notNull(),
  proposal: uuid('proposal'),
})

export const nomination = house.table('nomination', {
  id: uuid('id').primaryKey().defaultRandom(),
  call: uuid('call').notNull(),
  codeHash: words('code_hash').notNull(),
  startedBy: uuid('started_by'),
  fictional: boolean('fictional').notNull().default(false),
  startedAt: moment('started_at').notNull(),
  takenFrom: uuid('taken_from'),
})

export const nominationSection = house.table(
  'nomination_section',
  {
    nomination: uuid('nomination').notNull(),
    section: words('section').notNull(),
    body: jsonb('body').notNull(),
    version: integer('version').notNull().default(1),
    savedAt: moment('saved_at').notNull(),
    savedBy: uuid('saved_by'),
  },
  (table) => [primaryKey({ columns: [table.nomination, table.section] })],
)

export const nominationColleague = house.table(
  'nomination_colleague',
  {
    nomination: uuid('nomination').notNull(),
    person: uuid('person').notNull(),
    since: moment('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.nomination, table.person] })],
)

export const submission = house.table('submission', {
  id: uuid('id').primaryKey().defaultRandom(),
  nomination: uuid('nomination').notNull(),
  number: integer('number').notNull(),
  receipt: words('receipt').notNull(),
  body: jsonb('body').notNull(),
  submittedAt: moment('submitted_at').notNull(),
  submittedBy: uuid('submitted_by'),
})

export const nominationWithdrawal = house.table('nomination_withdrawal', {
  nomination: uuid('nomination').primaryKey(),
  withdrawnAt: moment('withdrawn_at').notNull(),
  withdrawnBy: uuid('withdrawn_by'),
})

export const attachment = house.table('attachment', {
  id: uuid('id').primaryKey().defaultRandom(),
  nomination: uuid('nomination').notNull(),
  file: uuid('file').notNull(),
  title: words('title').notNull(),
  attachedAt: moment('attached_at').notNull(),
  attachedBy: uuid('attached_by'),
})

export const firstCheck = house.table('first_check', {
  id: uuid('id').primaryKey().defaultRandom(),
  nomination: uuid('nomination').notNull(),
  submission: uuid('submission').notNull(),
  outcome: words('outcome').notNull(),
  words: jsonb('words').notNull(),
  question: words('question').notNull().default(''),
  checkedBy: uuid('checked_by').notNull(),
  checkedAt: moment('checked_at').notNull(),
})

export const assignment = house.table('assignment', {
  id: uuid('id').primaryKey().defaultRandom(),
  nomination: uuid('nomination').notNull(),
  reader: uuid('reader').notNull(),
  dueOn: date('due_on').notNull(),
  assignedBy: uuid('assigned_by').notNull(),
  assignedAt: moment('assigned_at').notNull(),
})

export const interest = house.table('interest', {
  assignment: uuid('assignment').primaryKey(),
  conflicted: boolean('conflicted').notNull(),
  words: words('words').notNull().default(''),
  declaredAt: moment('declared_at').notNull(),
})

export const judgement = house.table(
  'judgement',
  {
    assignment: uuid('assignment').notNull(),
    criterion: uuid('criterion').notNull(),
    verdict: words('verdict').notNull(),
    sentence: words('sentence').notNull(),
    version: integer('version').notNull().default(1),
    savedAt: moment('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assignment, table.criterion] })],
)

export const judgementClosing = house.table('judgement_closing', {
  assignment: uuid('assignment').primaryKey(),
  closedAt: moment('closed_at').notNull(),
})

export const differenceNote = house.table('difference_note', {
  id: uuid('id').primaryKey().defaultRandom(),
  assignment: uuid('assignment').notNull(),
  criterion: uuid('criterion').notNull(),
  verdict: words('verdict').notNull(),
  sentence: words('sentence').notNull(),
  notedAt: moment('noted_at').notNull(),
})

export const decision = house.table('decision', {
  nomination: uuid('nomination').primaryKey(),
  outcome: words('outcome').notNull(),
  words: jsonb('words').notNull(),
  advice: words('advice').notNull(),
  decidedBy: uuid('decided_by').notNull(),
  decidedAt: moment('decided_at').notNull(),
})

export const disagreement = house.table('disagreement', {
  nomination: uuid('nomination').primaryKey(),
  words: words('words').notNull(),
  saidAt: moment('said_at').notNull(),
  saidBy: uuid('said_by'),
})

export const disagreementAnswer = house.table('disagreement_answer', {
  nomination: uuid('nomination').primaryKey(),
  words: words('words').notNull(),
  answeredBy: uuid('answered_by').notNull(),
  answeredAt: moment('answered_at').notNull(),
})
