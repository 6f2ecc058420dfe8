import type { Context } from 'hono'
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
import { doneBeforehand, type FieldError, type HouseContext, type HouseEnv, Refusal } from '../foundation/http/index.ts'
import { holderOf, type PeopleContext } from '../people/index.ts'
import { readPractice } from './practice.store.ts'

/** What became of a file field: nothing chosen, received, or a sentence for the field. */
export type Upload =
  | { is: 'none' }
  | { is: 'received'; file: StoredFile; name: string }
  | { is: 'refused'; error: FieldError; fault: Refusal }

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
    if (fault instanceof Refusal) return { is: 'refused', error: { field, message: fault.message }, fault }
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

/**
 * Looks into the file of a field before the transaction of its request begins: nobody waits for a row or a connection
 * meanwhile. `may` decides who is worth the work, and refuses; the handler itself decides everything again.
 */
export async function lookInto(
  c: HouseContext,
  field: string,
  { account, kinds, as }: UploadWish,
  may: (sent: SentFile) => Promise<void> = async () => undefined,
): Promise<void> {
  const { db, config, now, session } = c.var
  const sent = await sentFile(c, field)
  if (!sent) return
  try {
    await may(sent)
    const receipt = { ...sent, config, account, as, by: session?.subject, at: now, ...(kinds ? { kinds } : {}) }
    lookedInto.set(c.req.raw, { field, account, inspected: await inspectFile(db, receipt) })
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    lookedInto.set(c.req.raw, { field, account, fault })
  }
}

const DESK = /^\/redactie\/praktijken\/([a-z0-9-]+)\//

/** The same for a page of the desk about one practice, for editors alone. */
export const lookedIntoAtDesk = (field: string, wish: Omit<UploadWish, 'account'> = {}) =>
  doneBeforehand(async (c: Context<HouseEnv>) => {
    // The route itself has not begun, so its parameters are not there yet.
    const slug = DESK.exec(c.req.path)?.[1]
    if (slug === undefined || (await holderOf(c, 'editor')) === undefined) return
    const practice = await readPractice(c.var.db, slug)
    if (practice) await lookInto(c, field, { ...wish, account: practice.id })
  })
