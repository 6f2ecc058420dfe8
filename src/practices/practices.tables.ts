import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  timestamp,
  uuid,
  text as words,
} from 'drizzle-orm/pg-core'

/** What this domain keeps of a chosen practice. States are rows; words of a person stand on the thread, never here. */
const house = pgSchema('practices')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const practice = house.table('practice', {
  id: uuid('id').primaryKey().defaultRandom(),
  slug: words('slug').notNull(),
  nomination: uuid('nomination'),
  call: uuid('call').notNull(),
  theme: uuid('theme'),
  title: words('title').notNull(),
  line: words('line').notNull(),
  organisation: words('organisation').notNull(),
  organisationKind: words('organisation_kind').notNull(),
  gemeente: words('gemeente').notNull(),
  startedOn: date('started_on').notNull(),
  fields: words('fields').array().notNull().default([]),
  people: words('people').array().notNull().default([]),
  owner: uuid('owner'),
  ownerMail: words('owner_mail'),
  fictional: boolean('fictional').notNull(),
  item: uuid('item'),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at').notNull(),
})

export const interview = house.table('interview', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  startsAt: moment('starts_at').notNull(),
  minutes: integer('minutes').notNull(),
  place: words('place').notNull(),
  sequence: integer('sequence').notNull().default(0),
  plannedBy: uuid('planned_by'),
  plannedAt: moment('planned_at').notNull(),
  cancelledAt: moment('cancelled_at'),
})

export const speaker = house.table('speaker', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  interview: uuid('interview'),
  name: words('name'),
  function: words('function'),
  role: words('role').notNull(),
  mail: words('mail'),
  person: uuid('person'),
  keyHash: words('key_hash'),
  keyNumber: integer('key_number').notNull().default(1),
  version: integer('version').notNull().default(1),
  invitedAt: moment('invited_at'),
  addedAt: moment('added_at').notNull().defaultNow(),
  emptiedAt: moment('emptied_at'),
})

export const interviewNote = house.table(
  'interview_note',
  {
    interview: uuid('interview').notNull(),
    section: words('section').notNull(),
    text: words('text').notNull(),
    version: integer('version').notNull().default(1),
    savedAt: moment('saved_at').notNull(),
    savedBy: uuid('saved_by'),
  },
  (table) => [primaryKey({ columns: [table.interview, table.section] })],
)

export const quote = house.table('quote', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  speaker: uuid('speaker').notNull(),
  section: words('section').notNull(),
  position: integer('position').notNull().default(1),
  utterance: uuid('utterance').notNull(),
  version: integer('version').notNull().default(1),
  proposedBy: uuid('proposed_by'),
  proposedAt: moment('proposed_at').notNull(),
})

export const quoteAgreement = house.table('quote_agreement', {
  quote: uuid('quote').primaryKey(),
  form: words('form').notNull(),
  attribution: uuid('attribution'),
  agreedAt: moment('agreed_at').notNull(),
})

export const quoteWithdrawal = house.table('quote_withdrawal', {
  quote: uuid('quote').primaryKey(),
  withdrawnAt: moment('withdrawn_at').notNull(),
})

export const quoteItem = house.table('quote_item', {
  quote: uuid('quote').primaryKey(),
  item: uuid('item').notNull(),
})

export const description = house.table('description', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  number: integer('number').notNull(),
  improved: words('improved').notNull().default(''),
  startedBy: uuid('started_by'),
  startedAt: moment('started_at').notNull(),
})

export const descriptionSection = house.table(
  'description_section',
  {
    description: uuid('description').notNull(),
    section: words('section').notNull(),
    passages: jsonb('passages').notNull(),
    version: integer('version').notNull().default(1),
    savedAt: moment('saved_at').notNull(),
    savedBy: uuid('saved_by'),
  },
  (table) => [primaryKey({ columns: [table.description, table.section] })],
)

export const descriptionOffer = house.table('description_offer', {
  id: uuid('id').primaryKey().defaultRandom(),
  description: uuid('description').notNull(),
  fingerprint: words('fingerprint').notNull(),
  offeredBy: uuid('offered_by'),
  offeredAt: moment('offered_at').notNull(),
})

export const descriptionRemark = house.table('description_remark', {
  id: uuid('id').primaryKey().defaultRandom(),
  offer: uuid('offer').notNull(),
  section: words('section').notNull(),
  text: words('text').notNull(),
  saidBy: uuid('said_by'),
  saidAt: moment('said_at').notNull(),
})

export const descriptionAgreement = house.table('description_agreement', {
  offer: uuid('offer').primaryKey(),
  agreedBy: uuid('agreed_by'),
  agreedAt: moment('agreed_at').notNull(),
})

export const descriptionPublication = house.table('description_publication', {
  description: uuid('description').primaryKey(),
  revision: uuid('revision').notNull(),
  publishedBy: uuid('published_by'),
  publishedAt: moment('published_at').notNull(),
})

/** That a version in the making was thrown away. */
export const descriptionDiscarding = house.table('description_discarding', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  number: integer('number').notNull(),
  discardedAt: moment('discarded_at').notNull(),
  discardedBy: uuid('discarded_by'),
})

export const flyerLine = house.table(
  'flyer_line',
  {
    practice: uuid('practice').notNull(),
    name: words('name').notNull(),
    text: words('text').notNull().default(''),
    quote: uuid('quote'),
    facts: jsonb('facts').notNull().default([]),
    version: integer('version').notNull().default(1),
    savedAt: moment('saved_at').notNull(),
    savedBy: uuid('saved_by'),
  },
  (table) => [primaryKey({ columns: [table.practice, table.name] })],
)

export const flyerPicture = house.table('flyer_picture', {
  practice: uuid('practice').primaryKey(),
  drawing: words('drawing'),
  file: uuid('file'),
  alt: words('alt').notNull(),
  credit: words('credit').notNull().default(''),
})

export const flyerPublication = house.table('flyer_publication', {
  no: integer('no').notNull().generatedAlwaysAsIdentity(),
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  item: uuid('item').notNull(),
  revision: uuid('revision').notNull(),
  body: jsonb('body').notNull(),
  publishedBy: uuid('published_by'),
  publishedAt: moment('published_at').notNull(),
})

export const listing = house.table('listing', {
  no: integer('no').generatedAlwaysAsIdentity(),
  practice: uuid('practice').primaryKey(),
  item: uuid('item').notNull(),
  slug: words('slug').notNull(),
  title: words('title').notNull(),
  line: words('line').notNull(),
  summary: words('summary').notNull(),
  text: words('text').notNull(),
  theme: words('theme').notNull(),
  fields: words('fields').array().notNull(),
  people: words('people').array().notNull(),
  gemeente: words('gemeente').notNull(),
  province: words('province').notNull(),
  organisation: words('organisation').notNull(),
  organisationKind: words('organisation_kind').notNull(),
  year: integer('year').notNull(),
  standing: words('standing').notNull(),
  recognitions: words('recognitions').array().notNull().default([]),
  fictional: boolean('fictional').notNull(),
  publishedAt: moment('published_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  words: tsvector('words').notNull(),
})

export const example = house.table('example', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  standard: uuid('standard').notNull(),
  link: uuid('link').notNull(),
  setBy: uuid('set_by'),
  setAt: moment('set_at').notNull(),
  endedBy: uuid('ended_by'),
  endedAt: moment('ended_at'),
})

export const takeAlong = house.table('take_along', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  kind: words('kind').notNull(),
  title: words('title').notNull(),
  licence: words('licence').notNull(),
  file: uuid('file'),
  url: words('url'),
  addedAt: moment('added_at').notNull(),
  addedBy: uuid('added_by'),
})

export const adoption = house.table('adoption', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  organisation: words('organisation').notNull(),
  gemeente: words('gemeente').notNull(),
  sinceYear: integer('since_year').notNull(),
  changed: words('changed').notNull(),
  person: uuid('person'),
  fictional: boolean('fictional').notNull().default(false),
  saidAt: moment('said_at').notNull(),
  endedAt: moment('ended_at'),
})

export const enquiry = house.table('enquiry', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  sentAt: moment('sent_at').notNull(),
})

export const confirmationRequest = house.table('confirmation_request', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  year: integer('year').notNull(),
  reminder: integer('reminder').notNull(),
  keyHash: words('key_hash').notNull(),
  sentAt: moment('sent_at').notNull(),
})

export const confirmation = house.table('confirmation', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  answer: words('answer').notNull(),
  words: words('words').notNull().default(''),
  answeredAt: moment('answered_at').notNull(),
  answeredBy: uuid('answered_by'),
})

export const recognition = house.table('recognition', {
  id: uuid('id').primaryKey().defaultRandom(),
  practice: uuid('practice').notNull(),
  kind: words('kind').notNull(),
  givenBy: words('given_by').notNull(),
  givenOn: date('given_on').notNull(),
  validUntil: date('valid_until'),
  source: words('source').notNull(),
  notedBy: uuid('noted_by'),
  notedAt: moment('noted_at').notNull(),
  endedAt: moment('ended_at'),
})
