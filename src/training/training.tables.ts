import {
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  time,
  timestamp,
  uuid,
  text as words,
} from 'drizzle-orm/pg-core'

/** What this domain keeps. Figures that lists need (`liveSince`, `lookedAt`) repeat what rows of their own say. */
const house = pgSchema('training')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const provider = house.table('provider', {
  id: uuid('id').primaryKey().defaultRandom(),
  organisation: uuid('organisation').notNull(),
  slug: words('slug').notNull(),
  name: words('name').notNull(),
  line: words('line').notNull(),
  about: words('about').notNull().default(''),
  gemeente: words('gemeente').notNull(),
  website: words('website').notNull().default(''),
  mail: words('mail').notNull().default(''),
  phone: words('phone').notNull().default(''),
  fictional: boolean('fictional').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  updatedBy: uuid('updated_by'),
})

export const providerDomain = house.table('provider_domain', {
  id: uuid('id').primaryKey().defaultRandom(),
  provider: uuid('provider').notNull(),
  domain: words('domain').notNull(),
  askedAt: moment('asked_at').notNull(),
  askedBy: uuid('asked_by'),
  verifiedAt: moment('verified_at'),
  verifiedBy: uuid('verified_by'),
  code: words('code').notNull().default(''),
  lookedAt: moment('looked_at'),
  refused: words('refused').notNull().default(''),
})

export const domainRefusal = house.table('domain_refusal', {
  domain: uuid('domain').primaryKey(),
  refusedAt: moment('refused_at').notNull(),
  refusedBy: uuid('refused_by'),
  words: words('words').notNull(),
})

export const course = house.table('course', {
  no: integer('no').generatedAlwaysAsIdentity(),
  id: uuid('id').primaryKey().defaultRandom(),
  provider: uuid('provider').notNull(),
  code: words('code').notNull().default(''),
  slug: words('slug').notNull(),
  title: words('title').notNull(),
  outcome: words('outcome').notNull(),
  about: words('about').notNull().default(''),
  form: words('form').notNull(),
  minutes: integer('minutes').notNull(),
  language: words('language').notNull(),
  level: words('level').notNull(),
  professions: words('professions').array().notNull().default([]),
  forStudents: boolean('for_students').notNull().default(false),
  inCompany: boolean('in_company').notNull().default(false),
  anyTime: boolean('any_time').notNull().default(false),
  priceCents: integer('price_cents'),
  enrolUrl: words('enrol_url').notNull().default(''),
  item: uuid('item'),
  fictional: boolean('fictional').notNull(),
  version: integer('version').notNull().default(1),
  liveSince: moment('live_since'),
  lookedAt: moment('looked_at'),
  createdAt: moment('created_at').notNull(),
  createdBy: uuid('created_by'),
  updatedAt: moment('updated_at').notNull(),
  updatedBy: uuid('updated_by'),
  words: tsvector('words').notNull(),
  deliveredIn: uuid('delivered_in'),
})

export const accreditation = house.table('accreditation', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course').notNull(),
  register: words('register').notNull(),
  registerName: words('register_name').notNull().default(''),
  number: words('number').notNull().default(''),
  points: doublePrecision('points').notNull(),
  validUntil: date('valid_until'),
})

export const publicationRequest = house.table('publication_request', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course'),
  module: uuid('module'),
  requestedAt: moment('requested_at').notNull(),
  requestedBy: uuid('requested_by'),
  dueAt: moment('due_at').notNull(),
})

export const publicationCheck = house.table('publication_check', {
  request: uuid('request').primaryKey(),
  outcome: words('outcome').notNull(),
  words: words('words').notNull().default(''),
  checkedAt: moment('checked_at').notNull(),
  checkedBy: uuid('checked_by'),
})

export const publication = house.table('publication', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course'),
  module: uuid('module'),
  learningForm: uuid('learning_form'),
  publishedAt: moment('published_at').notNull(),
  publishedBy: uuid('published_by'),
})

export const archive = house.table('archive', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course'),
  module: uuid('module'),
  learningForm: uuid('learning_form'),
  archivedAt: moment('archived_at').notNull(),
  archivedBy: uuid('archived_by'),
  endedAt: moment('ended_at'),
  endedBy: uuid('ended_by'),
})

export const change = house.table('change', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course'),
  module: uuid('module'),
  learningForm: uuid('learning_form'),
  changedAt: moment('changed_at').notNull(),
  changedBy: uuid('changed_by'),
  changes: jsonb('changes').notNull(),
})

export const offering = house.table('offering', {
  no: integer('no').generatedAlwaysAsIdentity(),
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course').notNull(),
  code: words('code').notNull().default(''),
  days: date('days').array().notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on').notNull(),
  startsAt: time('starts_at'),
  endsAt: time('ends_at'),
  online: boolean('online').notNull(),
  venue: words('venue').notNull().default(''),
  gemeente: words('gemeente').notNull().default(''),
  seats: integer('seats'),
  seatsLeft: integer('seats_left'),
  enrolUrl: words('enrol_url').notNull().default(''),
  version: integer('version').notNull().default(1),
  cancelledAt: moment('cancelled_at'),
  cancelledBy: uuid('cancelled_by'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  deliveredIn: uuid('delivered_in'),
})

export const offeringNudge = house.table('offering_nudge', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course').notNull(),
  lastDay: date('last_day'),
  sentAt: moment('sent_at').notNull(),
})

export const teaching = house.table('teaching', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course').notNull(),
  standard: uuid('standard').notNull(),
  revision: uuid('revision').notNull(),
  strength: words('strength').notNull(),
  proposedAt: moment('proposed_at').notNull(),
  proposedBy: uuid('proposed_by'),
  confirmedAt: moment('confirmed_at'),
  confirmedBy: uuid('confirmed_by'),
  endedAt: moment('ended_at'),
  endedBy: uuid('ended_by'),
})

export const recheck = house.table('recheck', {
  id: uuid('id').primaryKey().defaultRandom(),
  teaching: uuid('teaching').notNull(),
  revision: uuid('revision').notNull(),
  askedAt: moment('asked_at').notNull(),
  answer: words('answer'),
  answeredAt: moment('answered_at'),
  answeredBy: uuid('answered_by'),
})

export const module = house.table('module', {
  id: uuid('id').primaryKey().defaultRandom(),
  provider: uuid('provider').notNull(),
  slug: words('slug').notNull(),
  title: words('title').notNull(),
  line: words('line').notNull(),
  about: words('about').notNull().default(''),
  minutes: integer('minutes').notNull(),
  level: words('level').notNull(),
  standards: uuid('standards').array().notNull().default([]),
  licence: words('licence').notNull(),
  file: uuid('file'),
  url: words('url').notNull().default(''),
  fictional: boolean('fictional').notNull(),
  version: integer('version').notNull().default(1),
  liveSince: moment('live_since'),
  lookedAt: moment('looked_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  updatedBy: uuid('updated_by'),
})

export const learningForm = house.table('learning_form', {
  id: uuid('id').primaryKey().defaultRandom(),
  slug: words('slug').notNull(),
  title: words('title').notNull(),
  line: words('line').notNull(),
  cost: words('cost').notNull(),
  duration: words('duration').notNull(),
  place: words('place').notNull(),
  people: words('people').notNull(),
  steps: words('steps').array().notNull(),
  questions: words('questions').array().notNull(),
  beware: words('beware').notNull(),
  item: uuid('item'),
  filePrint: words('file_print'),
  version: integer('version').notNull().default(1),
  liveSince: moment('live_since'),
  createdAt: moment('created_at').notNull(),
  createdBy: uuid('created_by'),
  updatedAt: moment('updated_at').notNull(),
  updatedBy: uuid('updated_by'),
})

export const practising = house.table(
  'practising',
  {
    learningForm: uuid('learning_form').notNull(),
    standard: uuid('standard').notNull(),
    revision: uuid('revision').notNull(),
    strength: words('strength').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learningForm, table.standard] })],
)

export const reminder = house.table('reminder', {
  id: uuid('id').primaryKey().defaultRandom(),
  offering: uuid('offering').notNull(),
  standard: uuid('standard'),
  addressHash: bytes('address_hash').notNull(),
  sealed: bytes('sealed'),
  keyHash: words('key_hash').notNull(),
  reminded: boolean('reminded').notNull().default(false),
  askedAfterOn: date('asked_after_on'),
})

export const rating = house.table('rating', {
  id: uuid('id').primaryKey().defaultRandom(),
  course: uuid('course').notNull(),
  standard: uuid('standard').notNull(),
  answer: words('answer').notNull(),
})

export const ratingFigure = house.table(
  'rating_figure',
  {
    course: uuid('course').notNull(),
    standard: uuid('standard').notNull(),
    helped: integer('helped').notNull(),
    somewhat: integer('somewhat').notNull(),
    notHelped: integer('not_helped').notNull(),
    madeOn: date('made_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.course, table.standard] })],
)

export const catalogueAddress = house.table('catalogue_address', {
  id: uuid('id').primaryKey().defaultRandom(),
  provider: uuid('provider').notNull(),
  url: words('url').notNull(),
  addedAt: moment('added_at').notNull(),
  addedBy: uuid('added_by'),
  dailySince: moment('daily_since'),
  endedAt: moment('ended_at'),
  endedBy: uuid('ended_by'),
})
