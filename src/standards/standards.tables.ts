import { boolean, date, integer, jsonb, pgSchema, timestamp, uuid, text as words } from 'drizzle-orm/pg-core'

/** What this domain keeps. Rows are only ever added: states are rows, texts are versions. */
const house = pgSchema('standards')
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const framework = house.table('framework', {
  id: uuid('id').primaryKey(),
  slug: words('slug').notNull().unique(),
  fictional: boolean('fictional').notNull().default(false),
  createdAt: moment('created_at').notNull(),
})

export const edition = house.table('edition', {
  id: uuid('id').primaryKey(),
  framework: uuid('framework').notNull(),
  slug: words('slug').notNull(),
  draftedFrom: uuid('drafted_from'),
  draftedBy: uuid('drafted_by'),
  createdAt: moment('created_at').notNull(),
  /** How many drafts of this address were thrown away before. */
  attempt: integer('attempt').notNull().default(0),
})

/** That a draft was thrown away; its texts stay behind it. */
export const discarding = house.table('discarding', {
  edition: uuid('edition').primaryKey(),
  discardedAt: moment('discarded_at').notNull(),
  discardedBy: uuid('discarded_by').notNull(),
})

export const standard = house.table('standard', {
  id: uuid('id').primaryKey(),
  edition: uuid('edition').notNull(),
  item: uuid('item').notNull(),
  slug: words('slug').notNull(),
  position: integer('position').notNull(),
  createdAt: moment('created_at').notNull(),
})

export const omission = house.table('omission', {
  standard: uuid('standard').primaryKey(),
  omittedAt: moment('omitted_at').notNull(),
  omittedBy: uuid('omitted_by'),
})

export const competenceFramework = house.table('competence_framework', {
  id: uuid('id').primaryKey(),
  slug: words('slug').notNull().unique(),
})

export const competence = house.table('competence', {
  id: uuid('id').primaryKey(),
  framework: uuid('framework').notNull(),
  slug: words('slug').notNull().unique(),
  position: integer('position').notNull(),
})

export const vocabulary = house.table('vocabulary', {
  id: uuid('id').primaryKey(),
  slug: words('slug').notNull().unique(),
})

export const crosswalk = house.table('crosswalk', {
  id: uuid('id').primaryKey(),
  fromEdition: uuid('from_edition').notNull(),
  toEdition: uuid('to_edition').notNull(),
})

/** Every version of every text; the subject is the row it belongs to. */
export const text = house.table('text', {
  id: uuid('id').primaryKey().defaultRandom(),
  subject: uuid('subject').notNull(),
  version: integer('version').notNull(),
  body: jsonb('body').notNull(),
  writtenAt: moment('written_at').notNull(),
  writtenBy: uuid('written_by'),
})

/** That a text was published, and as which revision of the red thread. */
export const imprint = house.table('imprint', {
  text: uuid('text').primaryKey(),
  subject: uuid('subject').notNull(),
  version: integer('version').notNull(),
  item: uuid('item').notNull(),
  revision: uuid('revision').notNull(),
  number: integer('number').notNull(),
  printedAt: moment('printed_at').notNull(),
})

export const consultation = house.table('consultation', {
  id: uuid('id').primaryKey().defaultRandom(),
  edition: uuid('edition').notNull(),
  opensOn: date('opens_on').notNull(),
  closesOn: date('closes_on').notNull(),
  question: words('question').notNull(),
  openedAt: moment('opened_at').notNull(),
  openedBy: uuid('opened_by').notNull(),
})

/** That a consultation was called off before it began. */
export const consultationWithdrawal = house.table('consultation_withdrawal', {
  consultation: uuid('consultation').primaryKey(),
  withdrawnAt: moment('withdrawn_at').notNull(),
  withdrawnBy: uuid('withdrawn_by').notNull(),
})

/** The words of a reaction stand in the red thread's erasable rows, here is only the reference. */
export const reaction = house.table('reaction', {
  id: uuid('id').primaryKey().defaultRandom(),
  consultation: uuid('consultation').notNull(),
  standard: uuid('standard'),
  utterance: uuid('utterance').notNull(),
  reactedAt: moment('reacted_at').notNull(),
})

/** Why there was no consultation: the words stand in the red thread's erasable rows, as those of a reaction. */
export const waiver = house.table('waiver', {
  edition: uuid('edition').primaryKey(),
  utterance: uuid('utterance').notNull(),
  waivedAt: moment('waived_at').notNull(),
  waivedBy: uuid('waived_by').notNull(),
})

export const publication = house.table('publication', {
  edition: uuid('edition').primaryKey(),
  publishedAt: moment('published_at').notNull(),
  publishedBy: uuid('published_by'),
})

export const replacement = house.table('replacement', {
  edition: uuid('edition').primaryKey(),
  successor: uuid('successor').notNull(),
  replacedAt: moment('replaced_at').notNull(),
})
