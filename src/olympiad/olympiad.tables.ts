import {
  boolean,
  date,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  timestamp,
  uuid,
  text as words,
} from 'drizzle-orm/pg-core'

/** An Olympiade, its rules, its panel and its rounds. States are rows; who voted what is kept apart from who. */
const house = pgSchema('olympiad')
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const olympiad = house.table('olympiad', {
  id: uuid('id').primaryKey().defaultRandom(),
  slug: words('slug').notNull(),
  year: integer('year').notNull(),
  title: words('title').notNull(),
  question: words('question').notNull(),
  intro: words('intro').notNull(),
  place: words('place').notNull().default(''),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on').notNull(),
  mode: words('mode').notNull(),
  rule: jsonb('rule').notNull(),
  minimum: integer('minimum').notNull(),
  removalRule: words('removal_rule').notNull(),
  funder: words('funder').notNull().default(''),
  help: words('help').notNull().default(''),
  fictional: boolean('fictional').notNull().default(false),
  item: uuid('item'),
  version: integer('version').notNull().default(1),
  madeBy: uuid('made_by'),
  madeAt: moment('made_at').notNull(),
})

export const olympiadGroup = house.table(
  'olympiad_group',
  {
    olympiad: uuid('olympiad').notNull(),
    workingGroup: uuid('working_group').notNull(),
  },
  (table) => [primaryKey({ columns: [table.olympiad, table.workingGroup] })],
)

export const olympiadChair = house.table(
  'olympiad_chair',
  {
    olympiad: uuid('olympiad').notNull(),
    person: uuid('person').notNull(),
    since: moment('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.olympiad, table.person] })],
)

export const stakeholderRole = house.table(
  'stakeholder_role',
  {
    olympiad: uuid('olympiad').notNull(),
    slug: words('slug').notNull(),
    name: words('name').notNull(),
    plural: words('plural').notNull(),
    position: integer('position').notNull(),
    target: integer('target').notNull(),
  },
  (table) => [primaryKey({ columns: [table.olympiad, table.slug] })],
)

export const charter = house.table('charter', {
  olympiad: uuid('olympiad').primaryKey(),
  rule: jsonb('rule').notNull(),
  minimum: integer('minimum').notNull(),
  mode: words('mode').notNull(),
  roles: jsonb('roles').notNull(),
  removalRule: words('removal_rule').notNull(),
  lockedBy: uuid('locked_by'),
  lockedAt: moment('locked_at').notNull(),
})

export const panellist = house.table('panellist', {
  id: uuid('id').primaryKey().defaultRandom(),
  olympiad: uuid('olympiad').notNull(),
  role: words('role').notNull(),
  channel: words('channel').notNull(),
  keyHash: words('key_hash'),
  mail: words('mail'),
  name: words('name'),
  person: uuid('person'),
  recruited: words('recruited').notNull().default(''),
  interests: words('interests').notNull().default(''),
  invitedBy: uuid('invited_by'),
  invitedAt: moment('invited_at').notNull(),
  joinedAt: moment('joined_at'),
  leftAt: moment('left_at'),
  emptiedAt: moment('emptied_at'),
})

export const keyRenewal = house.table('key_renewal', {
  panellist: uuid('panellist').primaryKey(),
  keyHash: words('key_hash').notNull(),
  askedAt: moment('asked_at').notNull(),
})

export const pseudonym = house.table('pseudonym', {
  holder: words('holder').primaryKey(),
  olympiad: uuid('olympiad').notNull(),
  pseudonym: uuid('pseudonym').notNull().defaultRandom(),
  nonce: words('nonce').notNull(),
})

export const round = house.table('round', {
  id: uuid('id').primaryKey().defaultRandom(),
  no: integer('no').notNull().generatedAlwaysAsIdentity(),
  olympiad: uuid('olympiad').notNull(),
  number: integer('number').notNull(),
  kind: words('kind').notNull(),
  mode: words('mode').notNull(),
  opensAt: moment('opens_at').notNull(),
  closesAt: moment('closes_at').notNull(),
  plannedBy: uuid('planned_by'),
  plannedAt: moment('planned_at').notNull(),
  version: integer('version').notNull().default(1),
})

export const roundStatement = house.table(
  'round_statement',
  {
    round: uuid('round').notNull(),
    statement: uuid('statement').notNull(),
    version: integer('version').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.round, table.statement] })],
)

export const roundOpening = house.table('round_opening', {
  round: uuid('round').primaryKey(),
  roster: words('roster').notNull(),
  statements: words('statements').notNull(),
  openedBy: uuid('opened_by'),
  openedAt: moment('opened_at').notNull(),
})

export const roundExtension = house.table('round_extension', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  closesAt: moment('closes_at').notNull(),
  reason: words('reason').notNull(),
  extendedBy: uuid('extended_by'),
  extendedAt: moment('extended_at').notNull(),
})

export const roundClosing = house.table('round_closing', {
  round: uuid('round').primaryKey(),
  final: boolean('final').notNull(),
  figures: jsonb('figures').notNull(),
  closedBy: uuid('closed_by'),
  closedAt: moment('closed_at').notNull(),
})

export const roundReminder = house.table('round_reminder', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  mails: integer('mails').notNull(),
  sentAt: moment('sent_at').notNull(),
})

export const participation = house.table(
  'participation',
  {
    round: uuid('round').notNull(),
    panellist: uuid('panellist').notNull(),
  },
  (table) => [primaryKey({ columns: [table.round, table.panellist] })],
)

export const ballot = house.table(
  'ballot',
  {
    round: uuid('round').notNull(),
    statement: uuid('statement').notNull(),
    pseudonym: uuid('pseudonym').notNull(),
    role: words('role').notNull(),
    score: smallint('score'),
    panellist: uuid('panellist'),
  },
  (table) => [primaryKey({ columns: [table.round, table.pseudonym, table.statement] })],
)

export const secretBallot = house.table('secret_ballot', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  statement: uuid('statement').notNull(),
  role: words('role').notNull(),
  score: smallint('score'),
})

export const receipt = house.table(
  'receipt',
  {
    round: uuid('round').notNull(),
    code: words('code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.round, table.code] })],
)

export const reason = house.table('reason', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  statement: uuid('statement').notNull(),
  role: words('role').notNull(),
  score: smallint('score'),
  utterance: uuid('utterance').notNull(),
  pseudonym: uuid('pseudonym'),
})

export const proposal = house.table('proposal', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  role: words('role').notNull(),
  utterance: uuid('utterance').notNull(),
  pseudonym: uuid('pseudonym'),
  statement: uuid('statement'),
})

export const moderation = house.table('moderation', {
  subject: uuid('subject').primaryKey(),
  olympiad: uuid('olympiad').notNull(),
  kind: words('kind').notNull(),
  outcome: words('outcome').notNull(),
  rule: words('rule').notNull(),
  words: words('words').notNull().default(''),
  moderatedBy: uuid('moderated_by'),
  moderatedAt: moment('moderated_at').notNull(),
})

export const verdict = house.table(
  'verdict',
  {
    round: uuid('round').notNull(),
    statement: uuid('statement').notNull(),
    verdict: words('verdict').notNull(),
    figures: jsonb('figures').notNull(),
    item: uuid('item'),
    revision: uuid('revision'),
  },
  (table) => [primaryKey({ columns: [table.round, table.statement] })],
)

export const flag = house.table('flag', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  kind: words('kind').notNull(),
  pseudonyms: uuid('pseudonyms').array().notNull(),
  raisedAt: moment('raised_at').notNull(),
  role: words('role'),
  forms: integer('forms').notNull().default(0),
  around: moment('around'),
})

export const removal = house.table('removal', {
  flag: uuid('flag').primaryKey(),
  reason: words('reason').notNull(),
  removedBy: uuid('removed_by'),
  removedAt: moment('removed_at').notNull(),
})

export const pace = house.table(
  'pace',
  {
    round: uuid('round').notNull(),
    at: moment('at').notNull(),
    lane: smallint('lane').notNull(),
    ballots: integer('ballots').notNull(),
  },
  (table) => [primaryKey({ columns: [table.round, table.at, table.lane] })],
)

export const paperEntry = house.table('paper_entry', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  panellist: uuid('panellist').notNull(),
  answers: jsonb('answers').notNull(),
  enteredBy: uuid('entered_by').notNull(),
  enteredAt: moment('entered_at').notNull(),
})

export const paperSheet = house.table('paper_sheet', {
  id: uuid('id').primaryKey().defaultRandom(),
  round: uuid('round').notNull(),
  firstBy: uuid('first_by').notNull(),
  secondBy: uuid('second_by').notNull(),
  settledBy: uuid('settled_by'),
})
