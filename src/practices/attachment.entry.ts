import type { Context } from 'hono'
import { HOUR } from '../foundation/clock.ts'
import { type StoredFile, sentFile } from '../foundation/files/index.ts'
import {
  type FieldError,
  type HouseEnv,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
} from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { hasRole, type PeopleContext, provenFor } from '../people/index.ts'
import { attach, attachmentsOf, detach, placesOfFile } from './attachment.store.ts'
import { attachmentTitle, FIELDS, LONGEST_TITLE, MOST_ATTACHMENTS, mayTakeAlong } from './attachment.ts'
import { mayOpen, opensFor } from './nomination.entry.ts'
import { readNomination } from './nomination.store.ts'
import { lookInto, uploadIn } from './upload.entry.ts'

const MEGABYTE = 1024 * 1024
const TOO_MUCH =
  'Er is het laatste uur veel verstuurd. Wacht een uur en stuur dit document dan opnieuw. De rest kun je gewoon invullen.'

/** In megabytes, for who is not signed in: five for each of a hall of three hundred. */
const NETWORK: PlaceRule = {
  name: 'nomination upload, network address',
  points: 1_500,
  perMs: HOUR,
  onFault: 'closed',
  sentence: TOO_MUCH,
}
const NOMINATION: LimitRule = {
  name: 'nomination upload',
  points: 200,
  perMs: HOUR,
  onFault: 'closed',
  sentence: TOO_MUCH,
}

const PAGE = /^\/praktijken\/aanmeldingen\/([0-9a-f-]{36})\/documenten$/

/**
 * Looks into the document of a nomination's page before the transaction begins: nobody waits for a row or a connection
 * meanwhile. Only for whoever may open the nomination; the page itself decides again.
 */
export async function lookIntoAttachment(c: Context<HouseEnv>): Promise<void> {
  const { session } = c.var
  // The route itself has not begun, so its parameters are not there yet.
  const account = PAGE.exec(c.req.path)?.[1] ?? ''
  const nomination = account === '' ? undefined : await readNomination(c.var.db, account)
  if (!nomination || !opensFor(c, nomination, session?.subject)) return
  await lookInto(c, FIELDS.file, { account }, async ({ bytes }) => {
    const weight = Math.max(1, Math.ceil(bytes.length / MEGABYTE))
    if (!session) await limitPlace(c, NETWORK, weight)
    await limit(c, NOMINATION, account, weight)
  })
}

/** What a form with these fields did to the documents of a nomination. */
export interface AttachmentChange {
  changed: boolean
  errors: FieldError[]
}

/**
 * Does what a form with `AttachmentField` and `AttachmentList` asks: adds the chosen file, or takes one away. The caller has
 * decided that whoever asks may write. When there are errors, answer with the form (400): nothing is then kept.
 */
export async function settleAttachments(c: PeopleContext, nomination: string): Promise<AttachmentChange> {
  const { db, now, person, body = {} } = c.var
  const gone = body[FIELDS.remove]
  if (typeof gone === 'string' && isId(gone)) return { changed: await detach(db, nomination, gone), errors: [] }
  const typed = body[FIELDS.title]
  const title = typeof typed === 'string' ? typed.trim() : ''
  const refused = (field: string, message: string) => ({ changed: false, errors: [{ field, message }] })
  if (title.length > LONGEST_TITLE)
    return refused(FIELDS.title, `Geef het document een naam van hooguit ${LONGEST_TITLE} tekens.`)
  if ((await attachmentsOf(db, nomination)).length >= MOST_ATTACHMENTS && (await sentFile(c, FIELDS.file)))
    return refused(FIELDS.file, `Er passen hooguit ${MOST_ATTACHMENTS} documenten bij. Haal er eerst een weg.`)
  const upload = await uploadIn(c, FIELDS.file, { account: nomination })
  if (upload.is === 'refused') return { changed: false, errors: [upload.error] }
  if (upload.is === 'none')
    return title === '' ? { changed: false, errors: [] } : refused(FIELDS.file, 'Kies bij deze naam nog een bestand.')
  const { file } = upload
  await attach(db, { nomination, file: file.id, title: attachmentTitle(title, file.name), by: person?.id, at: now })
  return { changed: true, errors: [] }
}

/** Whether whoever asks may take this file along; decided anew at every download. */
export async function mayReadFile(c: PeopleContext, file: Pick<StoredFile, 'id'>): Promise<boolean> {
  const { db, person } = c.var
  const places = await placesOfFile(db, file.id)
  const asks = {
    person: person?.id,
    isEditor: hasRole(person, 'editor') && provenFor(c, 'editor'),
    isReader: hasRole(person, 'reader') && provenFor(c, 'reader'),
    opensNomination: false,
  }
  if (mayTakeAlong(places, asks)) return true
  for (const { nomination } of places) {
    const opened = nomination === null ? undefined : await readNomination(db, nomination)
    if (opened && mayOpen(c, opened) && mayTakeAlong(places, { ...asks, opensNomination: true })) return true
  }
  return false
}
