import { type Db, statement } from '../foundation/db/index.ts'
import { findPerson } from '../people/index.ts'
import type { Practice } from './practice.ts'

const owner = statement<Owned & Record<string, unknown>>(
  'practices.ownerOf',
  'select owner, owner_mail as "ownerMail" from practices.practice where id = $1',
)

type Owned = Pick<Practice, 'owner' | 'ownerMail'>

/** Where the people of a practice can be reached; undefined when nowhere. Never on a page. */
export async function ownerAddress(db: Db, practice: string): Promise<string | undefined> {
  const [row] = await owner(db, practice)
  return row && addressOf(db, row)
}

/** The same, of a practice that was read already. */
export async function addressOf(db: Db, { owner: person, ownerMail }: Owned): Promise<string | undefined> {
  if (ownerMail) return ownerMail
  return (person === null ? undefined : (await findPerson(db, person))?.email) || undefined
}

const count = statement('practices.countEnquiry', 'insert into practices.enquiry (practice, sent_at) values ($1, $2)')

/** Notes that a question was sent; who asked what is not kept. */
export async function countEnquiry(db: Db, practice: string, at: Date): Promise<void> {
  await count(db, practice, at)
}

const forget = statement('practices.forgetEnquiries', 'delete from practices.enquiry where sent_at < $1')

/** Forgets the counts from before `before`. */
export async function forgetEnquiries(db: Db, before: Date): Promise<void> {
  await forget(db, before)
}
