import { pgSchema, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What this domain keeps: what someone wants to find again. */
const community = pgSchema('community')

export const savedItem = community.table(
  'saved_item',
  {
    person: uuid('person').notNull(),
    item: uuid('item').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.person, row.item] })],
)
