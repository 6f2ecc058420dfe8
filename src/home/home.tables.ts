import { pgSchema, timestamp, uuid, text as words } from 'drizzle-orm/pg-core'

/** What home keeps itself, beside composing what the domains offer. */
const house = pgSchema('home')
const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Sites of others that may show our search; the row stays when that ends. */
export const embedding = house.table('embedding', {
  id: uuid('id').primaryKey().defaultRandom(),
  origin: words('origin').notNull(),
  organisation: words('organisation').notNull(),
  allowedAt: moment('allowed_at').notNull(),
  allowedBy: uuid('allowed_by'),
  endedAt: moment('ended_at'),
  endedBy: uuid('ended_by'),
})
