import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { noteChange } from './change.store.ts'
import type { Hand } from './hand.ts'
import { type Offering, type OfferingText, offeringWords } from './offering.ts'

const insert = statement<{ id: string }>(
  'training.insertOffering',
  `insert into training.offering (course, created_at, updated_at, code, days, starts_on, ends_on, starts_at, ends_at, online,
     venue, gemeente, seats, seats_left, enrol_url)
   values ($1, $2, $2, $3, $4::date[], $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
)
const update = statement<{ id: string }>(
  'training.updateOffering',
  `update training.offering set updated_at = $4, version = version + 1, code = $5, days = $6::date[], starts_on = $7,
     ends_on = $8, starts_at = $9, ends_at = $10, online = $11, venue = $12, gemeente = $13, seats = $14, seats_left = $15,
     enrol_url = $16
   where course = $1 and id = $2 and version = $3 returning id`,
)
const cancel = statement<{ id: string }>(
  'training.cancelOffering',
  `update training.offering set cancelled_at = $3, cancelled_by = $4, updated_at = $3, version = version + 1
   where course = $1 and id = $2 and cancelled_at is null returning id`,
)

const values = (text: OfferingText): unknown[] => {
  const days = [...new Set(text.days)].sort()
  return [
    ...[text.code, days, days[0], days.at(-1), text.startsAt, text.endsAt, text.online, text.venue, text.gemeente],
    ...[text.seats, text.seatsLeft, text.enrolUrl],
  ]
}

/** Adds offerings to a course; they are seen at once when the course is live. Returns their ids. */
export async function addOfferings(db: Db, course: string, texts: OfferingText[], hand: Hand): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    const ids: string[] = []
    for (const text of texts) ids.push(...(await insert(tx, course, hand.at, ...values(text))).map(({ id }) => id))
    const changes = texts.map((text) => ({ field: 'Data', from: '', to: offeringWords(text) }))
    await noteChange(tx, course, changes, hand)
    if (ids.length > 0) await contentChanged(tx)
    return ids
  })
}

/** Saves an offering; false when a colleague saved since this one was read. */
export async function saveOffering(db: Db, before: Offering, text: OfferingText, hand: Hand): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { course, id, version } = before
    if ((await update(tx, course, id, version, hand.at, ...values(text))).length === 0) return false
    const [from, to] = [offeringWords(before), offeringWords(text)]
    if (from !== to) await noteChange(tx, course, [{ field: 'Data', from, to }], hand)
    await contentChanged(tx)
    return true
  })
}

/** Says that an offering will not happen; false when that was said already. */
export async function cancelOffering(db: Db, offering: Offering, hand: Hand): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const gone = (await cancel(tx, offering.course, offering.id, hand.at, hand.by)).length > 0
    if (!gone) return false
    const change = { field: 'Data', from: offeringWords(offering), to: 'afgelast' }
    await noteChange(tx, offering.course, [change], hand)
    await contentChanged(tx)
    return true
  })
}
