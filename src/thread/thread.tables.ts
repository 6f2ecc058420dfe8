import { boolean, customType, integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Json } from './fingerprint.ts'
import type { ImpactOutcome } from './impact.ts'

/** What the red thread keeps. Items and revisions only grow; links end; words of persons can be emptied. */
const thread = pgSchema('thread')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const lexemes = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const item = thread.table('item', {
  id: uuid('id').primaryKey(),
  /** A short number, to walk the graph with. */
  no: integer('no').notNull().generatedAlwaysAsIdentity(),
  kind: text('kind').notNull(),
  word: text('word').notNull(),
  url: text('url').notNull(),
  fictional: boolean('fictional').notNull().default(false),
  latest: integer('latest').notNull().default(0),
  createdAt: moment('created_at').notNull(),
})

/** Words of a person; text, salt and person are empty once withdrawn. */
export const utterance = thread.table('utterance', {
  id: uuid('id').primaryKey().defaultRandom(),
  text: text('text'),
  salt: bytes('salt'),
  hash: text('hash').notNull(),
  person: uuid('person'),
  saidAt: moment('said_at').notNull(),
  withdrawnAt: moment('withdrawn_at'),
})

export const revision = thread.table('revision', {
  id: uuid('id').primaryKey().defaultRandom(),
  item: uuid('item').notNull(),
  number: integer('number').notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
  text: text('text').notNull(),
  note: text('note').notNull(),
  dated: text('dated'),
  fictional: boolean('fictional').notNull(),
  body: jsonb('body').$type<Json>().notNull(),
  voice: uuid('voice'),
  voiceHash: text('voice_hash'),
  content: text('content').notNull(),
  fingerprint: text('fingerprint').notNull().unique(),
  publishedAt: moment('published_at').notNull(),
  publishedBy: uuid('published_by'),
})

/** Which revisions hold a reference to which words. */
export const mention = thread.table(
  'mention',
  {
    revision: uuid('revision').notNull(),
    utterance: uuid('utterance').notNull(),
  },
  (row) => [primaryKey({ columns: [row.revision, row.utterance] })],
)

/** `from` rests on `to`; a link that holds ends at infinity. */
export const link = thread.table('link', {
  id: uuid('id').primaryKey().defaultRandom(),
  kind: text('kind').notNull(),
  fromNo: integer('from_no').notNull(),
  toNo: integer('to_no').notNull(),
  fromItem: uuid('from_item').notNull(),
  fromRevision: uuid('from_revision').notNull(),
  toItem: uuid('to_item').notNull(),
  toRevision: uuid('to_revision').notNull(),
  createdAt: moment('created_at').notNull(),
  createdBy: uuid('created_by'),
  endedAt: moment('ended_at').notNull(),
  endedBy: uuid('ended_by'),
})

/** What an editor decided about a link that points at a text about to change. */
export const impactDecision = thread.table(
  'impact_decision',
  {
    draft: uuid('draft').notNull(),
    link: uuid('link').notNull(),
    outcome: text('outcome').$type<ImpactOutcome>().notNull(),
    name: uuid('name').notNull(),
    reason: uuid('reason').notNull(),
    decidedAt: moment('decided_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.draft, row.link] })],
)

export const searchEntry = thread.table('search_entry', {
  item: uuid('item').primaryKey(),
  kind: text('kind').notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  /** Words of persons, written anew when one is withdrawn. */
  spoken: text('spoken').notNull().default(''),
  facets: jsonb('facets').$type<Record<string, string[]>>().notNull().default({}),
  fictional: boolean('fictional').notNull().default(false),
  publishedAt: moment('published_at').notNull(),
  words: lexemes('words').notNull(),
  /** Its number in the index of words. */
  no: integer('no').notNull().generatedAlwaysAsIdentity(),
})

/** Every word that can be found, for those who spell it otherwise. */
export const searchWord = thread.table('search_word', { word: text('word').primaryKey() })
