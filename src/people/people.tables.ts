import { bigint, boolean, customType, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { OrganisationKind } from './organisation.ts'
import type { RoleName } from './role.ts'

/** What this domain keeps: who someone is, what they may do, and how they prove it. Only this domain writes it. */
const people = pgSchema('people')
const moment = (name: string) => timestamp(name, { withTimezone: true })
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const person = people.table('person', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name'),
  email: text('email').unique(),
  createdAt: moment('created_at').notNull(),
  eraseAskedAt: moment('erase_asked_at'),
  erasedAt: moment('erased_at'),
})

export const organisation = people.table('organisation', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull(),
  kind: text('kind').$type<OrganisationKind>().notNull(),
  fictional: boolean('fictional').notNull().default(false),
  createdAt: moment('created_at').notNull(),
})

export const membership = people.table('membership', {
  id: uuid('id').primaryKey().defaultRandom(),
  person: uuid('person').notNull(),
  organisation: uuid('organisation').notNull(),
  since: moment('since').notNull(),
  until: moment('until'),
})

export const roleGrant = people.table('role_grant', {
  id: uuid('id').primaryKey().defaultRandom(),
  person: uuid('person').notNull(),
  role: text('role').$type<RoleName>().notNull(),
  organisation: uuid('organisation'),
  grantedBy: uuid('granted_by'),
  grantedAt: moment('granted_at').notNull(),
})

export const roleEnding = people.table('role_ending', {
  roleGrant: uuid('role_grant').primaryKey(),
  endedBy: uuid('ended_by'),
  endedAt: moment('ended_at').notNull(),
})

export const signInCode = people.table('sign_in_code', {
  id: uuid('id').primaryKey().defaultRandom(),
  tokenHash: text('token_hash').notNull().unique(),
  codeHash: text('code_hash').notNull(),
  browserHash: text('browser_hash').notNull(),
  email: text('email').notNull(),
  onward: text('onward'),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  consumedAt: moment('consumed_at'),
})

export const passkey = people.table('passkey', {
  id: text('id').primaryKey(),
  person: uuid('person').notNull(),
  publicKey: bytes('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull(),
  label: text('label').notNull(),
  createdAt: moment('created_at').notNull(),
  usedAt: moment('used_at'),
})

export const spentChallenge = people.table('spent_challenge', {
  challengeHash: text('challenge_hash').primaryKey(),
  expiresAt: moment('expires_at').notNull(),
})

export const authenticator = people.table('authenticator', {
  person: uuid('person').primaryKey(),
  secret: bytes('secret').notNull(),
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
  createdAt: moment('created_at').notNull(),
})

export const recoveryCode = people.table(
  'recovery_code',
  {
    person: uuid('person').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    usedAt: moment('used_at'),
  },
  (row) => [primaryKey({ columns: [row.person, row.codeHash] })],
)

export const oidcIdentity = people.table(
  'oidc_identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    person: uuid('person').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.issuer, row.subject] })],
)

export const personKey = people.table('person_key', {
  person: uuid('person').primaryKey(),
  wrapped: bytes('wrapped').notNull(),
  createdAt: moment('created_at').notNull(),
})
