import type { Logger } from 'pino'
import { dutchDay } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { setRecognitions } from './listing.store.ts'
import { holding, type Recognition } from './recognition.ts'

const COLUMNS = `id, kind, given_by as "givenBy", to_char(given_on, 'YYYY-MM-DD') as "givenOn",
  to_char(valid_until, 'YYYY-MM-DD') as "validUntil", source`

const ofPractice = statement<Recognition & Record<string, unknown>>(
  'practices.recognitions',
  `select ${COLUMNS} from practices.recognition where practice = $1 and ended_at is null order by given_on desc, id`,
)

/** What others found of a practice, newest first; also what is no longer valid. */
export const recognitionsOf: (db: Db, practice: string) => Promise<Recognition[]> = ofPractice

const note = statement<{ id: string }>(
  'practices.noteRecognition',
  `insert into practices.recognition (practice, kind, given_by, given_on, valid_until, source, noted_by, noted_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
)

/** Brings the facet of a practice to what holds today. */
async function settle(db: Db, practice: string, now: Date): Promise<void> {
  const held = holding(await recognitionsOf(db, practice), dutchDay(now))
  await setRecognitions(
    db,
    practice,
    held.map(({ kind }) => kind),
  )
}

/** Notes a recognition of others. */
export async function noteRecognition(
  db: Db,
  practice: string,
  given: Omit<Recognition, 'id'>,
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  const { kind, givenBy, givenOn, validUntil, source } = given
  await note(db, practice, kind, givenBy, givenOn, validUntil, source, by, at)
  await settle(db, practice, at)
  await contentChanged(db)
}

const end = statement<{ id: string }>(
  'practices.endRecognition',
  'update practices.recognition set ended_at = $3 where practice = $1 and id = $2 and ended_at is null returning id',
)

/** Takes away a recognition that was noted by mistake; false when there is none. */
export async function endRecognition(db: Db, practice: string, id: string, at: Date): Promise<boolean> {
  if ((await end(db, practice, id, at)).length === 0) return false
  await settle(db, practice, at)
  await contentChanged(db)
  return true
}

const expired = statement<{ practice: string }>(
  'practices.expiredRecognitions',
  `select distinct recognition.practice from practices.recognition join practices.listing using (practice)
   where recognition.ended_at is null and recognition.kind = any (listing.recognitions)
     and recognition.valid_until < $1::date`,
)

/** Recognitions end with their last day, without anyone doing anything. */
export async function settleExpired(db: Db, now: Date, log: Logger): Promise<void> {
  const rows = await expired(db, dutchDay(now))
  await eachRow({ log, what: 'end a recognition', name: ({ practice }) => practice }, rows, ({ practice }) =>
    inTransaction(db, (tx) => settle(tx, practice, now)),
  )
}
