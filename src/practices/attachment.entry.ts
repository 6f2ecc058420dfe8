import type { Context } from 'hono'
import { HOUR } from '../foundation/clock.ts'
import {
  type FileKind,
  type InspectedFile,
  inspectFile,
  keepFile,
  receiveFile,
  type SentFile,
  type StoredFile,
  sentFile,
} from '../foundation/files/index.ts'
import {
  type FieldError,
  type HouseEnv,
  type LimitRule,
  limit,
  networkAddress,
  Refusal,
} from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { hasRole, type PeopleContext, provenFor } from '../people/index.ts'
import { attach, attachmentsOf, detach, placesOfFile } from './attachment.store.ts'
import { attachmentTitle, FIELDS, LONGEST_TITLE, MOST_ATTACHMENTS, mayTakeAlong } from './attachment.ts'
import { mayOpen, opensFor } from './nomination.entry.ts'
import { readNomination } from './nomination.store.ts'

/** What became of a file field: nothing chosen, received, or a sentence for the field. */
export type Upload =
  | { is: 'none' }
  | { is: 'received'; file: StoredFile; name: string }
  | { is: 'refused'; error: FieldError }

/** What will do in a file field. */
export interface UploadWish {
  /** Whose 500 MB it counts for: the nomination or practice. */
  account: string
  /** For a picture: `PICTURES`. */
  kinds?: readonly FileKind[]
  /** A picture becomes a jpeg, whatever it was: a flyer is drawn with it. */
  as?: 'jpeg'
}

/** Kinds for a field that asks a picture. */
export const PICTURES: readonly FileKind[] = ['jpeg', 'png', 'webp']

/**
 * Receives the file in a field of this form. A refusal is a sentence for the field: the form comes back with everything
 * that was typed.
 */
export async function uploadIn(c: PeopleContext, field: string, where: UploadWish): Promise<Upload> {
  const sent = await sentFile(c, field)
  return sent ? received(c, field, sent, where) : { is: 'none' }
}

async function received(
  c: PeopleContext,
  field: string,
  sent: SentFile,
  { account, kinds, as }: UploadWish,
): Promise<Upload> {
  const { db, config, now, person } = c.var
  try {
    const receipt = { ...sent, config, account, as, by: person?.id, at: now }
    const looked = lookedInto.get(c.req.raw)
    if (looked?.field === field && looked.account === account) {
      if (looked.fault) throw looked.fault
      if (looked.inspected)
        return { is: 'received', name: sent.name, file: await keepFile(db, receipt, looked.inspected) }
    }
    return { is: 'received', name: sent.name, file: await receiveFile(db, kinds ? { ...receipt, kinds } : receipt) }
  } catch (fault) {
    // The form comes back with everything that was typed and this sentence; a browser lets nobody fill in a file again.
    if (fault instanceof Refusal) return { is: 'refused', error: { field, message: fault.message } }
    throw fault
  }
}

/** What was found in the file of a request before its transaction. */
interface Looked {
  field: string
  account: string
  inspected?: InspectedFile
  fault?: Refusal
}

const lookedInto = new WeakMap<Request, Looked>()

const MEGABYTE = 1024 * 1024
const TOO_MUCH =
  'Er is het laatste uur veel verstuurd. Wacht een uur en stuur dit document dan opnieuw. De rest kun je gewoon invullen.'

/** In megabytes. A school is one address, so this counts only for who is not signed in. */
const NETWORK: LimitRule = {
  name: 'nomination upload, network address',
  points: 200,
  perMs: HOUR,
  onFault: 'closed',
  sentence: TOO_MUCH,
}
const NOMINATION: LimitRule = { ...NETWORK, name: 'nomination upload' }

const PAGE = /^\/praktijken\/aanmeldingen\/([0-9a-f-]{36})\/documenten$/

/**
 * Looks into the document of a nomination's page before the transaction begins: nobody waits for a row or a connection
 * meanwhile. Only for whoever may open the nomination; the page itself decides again.
 */
export async function lookIntoAttachment(c: Context<HouseEnv>): Promise<void> {
  const { db, config, now, session } = c.var
  // The route itself has not begun, so its parameters are not there yet.
  const account = PAGE.exec(c.req.path)?.[1] ?? ''
  const sent = account === '' ? undefined : await sentFile(c, FIELDS.file)
  const nomination = sent && (await readNomination(db, account))
  if (!sent || !nomination || !opensFor(c, nomination, session?.subject)) return
  try {
    const weight = Math.max(1, Math.ceil(sent.bytes.length / MEGABYTE))
    if (!session) await limit(c, NETWORK, networkAddress(c), weight)
    await limit(c, NOMINATION, account, weight)
    const receipt = { ...sent, config, account, by: session?.subject, at: now }
    lookedInto.set(c.req.raw, { field: FIELDS.file, account, inspected: await inspectFile(db, receipt) })
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    lookedInto.set(c.req.raw, { field: FIELDS.file, account, fault })
  }
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
