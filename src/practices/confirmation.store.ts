import type { Logger } from 'pino'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { randomToken, sha256 } from '../foundation/seal.ts'
import { confirmationMail } from './confirmation.mail.ts'
import { type ConfirmationAnswer, confirmationStep, type SentRequest } from './confirmation.ts'
import { ownerAddress } from './enquiry.store.ts'
import { setStanding } from './listing.store.ts'
import type { PracticeStanding } from './listing.ts'

interface AskedRow {
  practice: string
  title: string
  standing: PracticeStanding
  lastWord: Date
  sent: { year: number; reminder: number; at: string }[]
}

// Only practices of which something may be due: nothing heard for a year. A version is word of its people, for they agreed
// with it; a fact that the desk mended is not.
const toAsk = statement<AskedRow>(
  'practices.toAsk',
  `select listing.practice, listing.title, listing.standing,
     greatest(coalesce(made.at, listing.updated_at), heard.at) as "lastWord", coalesce(asked.sent, '[]') as sent
   from practices.listing
   left join lateral (select max(published_at) as at from practices.description_publication
     join practices.description on description.id = description_publication.description
     where description.practice = listing.practice) as made on true
   left join lateral (select max(answered_at) as at from practices.confirmation
     where practice = listing.practice) as heard on true
   left join lateral (select json_agg(json_build_object('year', year, 'reminder', reminder, 'at', sent_at)) as sent
     from practices.confirmation_request where practice = listing.practice) as asked on true
   where listing.standing <> 'stopped'
     and greatest(coalesce(made.at, listing.updated_at), heard.at) <= $1::timestamptz - interval '1 year'
   order by listing.no`,
)

const noteSent = statement<{ id: string }>(
  'practices.noteRequest',
  `insert into practices.confirmation_request (practice, year, reminder, key_hash, sent_at) values ($1, $2, $3, $4, $5)
   on conflict (practice, year, reminder) do nothing returning id`,
)

type Secrets = Pick<Config, 'secretKey' | 'baseUrl'>

/** Asks every owner whose year is over, reminds who did not answer, and says it where nothing was heard. Safe to run twice. */
export async function askOwners(
  db: Db,
  config: Secrets,
  now: Date,
  log: Logger,
): Promise<{ mails: number; silent: number }> {
  const done = { mails: 0, silent: 0 }
  await eachRow({ log, what: 'ask an owner', name: ({ practice }) => practice }, await toAsk(db, now), async (row) => {
    const came = await inTransaction(db, (tx) => askOwner(tx, config, row, now))
    if (came === 'mail') done.mails += 1
    if (came === 'silence') done.silent += 1
  })
  return done
}

async function askOwner(tx: Db, config: Secrets, row: AskedRow, now: Date): Promise<'mail' | 'silence' | undefined> {
  const sent: SentRequest[] = row.sent.map((one) => ({ ...one, at: new Date(one.at) }))
  const step = confirmationStep(row.lastWord, sent, now)
  if (!step) return undefined
  if (step.is === 'silence')
    return (await setStanding(tx, row.practice, 'unconfirmed', { by: null, at: now })) ? 'silence' : undefined
  const key = randomToken()
  const noted = await noteSent(tx, row.practice, step.year, step.reminder, sha256(key), now)
  // Someone without an address can't answer; silence shows all the same, for we know nothing.
  const to = await ownerAddress(tx, row.practice)
  if (noted.length === 0 || to === undefined) return undefined
  const link = `${config.baseUrl}/praktijken/bevestigen?sleutel=${key}`
  await sendMail(tx, config, { to, ...confirmationMail(row, link, step.reminder), carriesKey: true }, now)
  return 'mail'
}

/** What a key from such a mail opens. */
export interface OpenRequest {
  practice: string
  slug: string
  title: string
  fictional: boolean
  /** Someone answered since the mail was sent; then the key opens nothing more. */
  answered: boolean
}

const byKey = statement<OpenRequest & Record<string, unknown>>(
  'practices.requestByKey',
  `select request.practice, listing.slug, listing.title, listing.fictional,
     exists (select from practices.confirmation where practice = request.practice and answered_at >= request.sent_at)
       as answered
   from practices.confirmation_request as request join practices.listing using (practice) where key_hash = $1`,
)

/** The question a key belongs to; undefined when there is none. */
export async function requestByKey(db: Db, key: string): Promise<OpenRequest | undefined> {
  return key === '' ? undefined : (await byKey(db, sha256(key)))[0]
}

const holdKey = statement(
  'practices.holdRequest',
  `select from practices.listing
   where practice = (select practice from practices.confirmation_request where key_hash = $1) for update`,
)

/** The same for whoever is about to answer: two presses at one moment, of one mail or of two, follow each other. */
export async function holdRequest(tx: Db, key: string): Promise<OpenRequest | undefined> {
  await holdKey(tx, sha256(key))
  return requestByKey(tx, key)
}

const hold = statement('practices.holdListing', 'select from practices.listing where practice = $1 for update')

/** Holds what is said of a practice, so that two who answer at one moment follow each other. */
export async function holdAnswers(tx: Db, practice: string): Promise<void> {
  await hold(tx, practice)
}

const WHOSE = `(practice.owner = $1 or exists (select from practices.nomination_colleague
  where nomination_colleague.nomination = practice.nomination and nomination_colleague.person = $1))`

const speaks = statement<{ id: string }>(
  'practices.speaksFor',
  `select id from practices.practice where id = $2 and ${WHOSE}`,
)

/** Whether someone is of the people of a practice: its owner, or a colleague in its nomination. */
export const speaksFor = async (db: Db, practice: string, person: string): Promise<boolean> =>
  (await speaks(db, person, practice)).length > 0

const ownOnes = statement<{ slug: string; title: string; standing: PracticeStanding }>(
  'practices.ownListings',
  `select listing.slug, listing.title, listing.standing from practices.practice
   join practices.listing on listing.practice = practice.id where ${WHOSE} order by listing.title, listing.no`,
)

/** The published practices someone may speak for, with what is known of how they are doing. */
export const practicesOfPerson: (
  db: Db,
  person: string,
) => Promise<{ slug: string; title: string; standing: PracticeStanding }[]> = ownOnes

const answer = statement(
  'practices.answerRequest',
  `insert into practices.confirmation (practice, answer, words, answered_at, answered_by) values ($1, $2, $3, $4, $5)`,
)

/** Notes what the people of a practice say about how it is doing, in the bank and on the thread. */
export async function confirmPractice(
  db: Db,
  practice: string,
  said: { answer: ConfirmationAnswer; words: string },
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await hold(tx, practice)
    await answer(tx, practice, said.answer, said.words, at, by)
    await setStanding(tx, practice, said.answer, { by, at })
  })
}

const changed = statement<{ slug: string; title: string; answeredAt: Date }>(
  'practices.changedListings',
  `select listing.slug, listing.title, said.answered_at as "answeredAt"
   from practices.listing
   join practices.practice on practice.id = listing.practice
   join lateral (select answer, answered_at, answered_by from practices.confirmation
     where practice = listing.practice order by answered_at desc, id limit 1) as said on said.answer = 'changed'
   where (said.answered_by is null or said.answered_by = practice.owner or exists (
       select from practices.nomination_colleague
       where nomination_colleague.nomination = practice.nomination and person = said.answered_by))
     and not exists (select from practices.description
       where description.practice = listing.practice and description.started_at >= said.answered_at)
   order by said.answered_at, listing.no limit 100`,
)

/**
 * Practices whose people say that something changed, until an editor did something with it: began a new version of the
 * text, or noted how it is doing now. Who waits longest first.
 */
export const changedPractices: (db: Db) => Promise<{ slug: string; title: string; answeredAt: Date }[]> = changed

/** One answer, as the desk reads it. */
export interface Confirmation {
  answer: ConfirmationAnswer
  words: string
  answeredAt: Date
}

const heard = statement<Confirmation & Record<string, unknown>>(
  'practices.confirmations',
  `select answer, words, answered_at as "answeredAt" from practices.confirmation where practice = $1
   order by answered_at desc limit 20`,
)

/** What the people of a practice said over the years, newest first. */
export const confirmationsOf: (db: Db, practice: string) => Promise<Confirmation[]> = heard
