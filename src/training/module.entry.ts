import {
  type FileReceipt,
  type InspectedFile,
  inspectFile,
  keepFile,
  type StoredFile,
  sentFile,
} from '../foundation/files/index.ts'
import { doneBeforehand, type FieldError, type HouseContext, Refusal } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { holderOf, type PeopleContext } from '../people/index.ts'
import { readModuleById } from './module.store.ts'
import { providersById, readProvider } from './provider.store.ts'
import { mayManage, type Provider } from './provider.ts'

const FIELD = 'bestand'

/** What was found in the file of a request before its transaction. */
interface Looked {
  receipt: FileReceipt
  found: InspectedFile | Refusal
}

const looked = new WeakMap<Request, Looked>()

/** The provider whose material an address is about; the route itself has not begun, so its parameters are not there yet. */
async function providerAt({ req, var: { db } }: HouseContext): Promise<Provider | undefined> {
  const [, slug] = /^\/scholing\/aanbieder\/([a-z0-9-]+)\/materiaal$/.exec(req.path) ?? []
  if (slug !== undefined) return readProvider(db, slug)
  const [, id] = /^\/scholing\/aanbieder\/materiaal\/([0-9a-f-]{36})$/.exec(req.path) ?? []
  const module = isId(id) ? await readModuleById(db, id) : undefined
  return module && (await providersById(db, [module.provider])).get(module.provider)
}

/**
 * Looks into the file of a form before the transaction of its request begins: that takes seconds, and nobody waits for a
 * row or a connection meanwhile. Who may not is told so by the handler, which decides everything again.
 */
export const lookIntoFile = doneBeforehand(async (c) => {
  const sent = await sentFile(c, FIELD)
  const person = sent && (await holderOf(c, 'provider'))
  const provider = person && (await providerAt(c))
  if (!sent || !provider || !mayManage(person, provider)) return
  const { db, config, now } = c.var
  const receipt = { ...sent, config, account: provider.id, by: person.id, at: now }
  const found = await inspectFile(db, receipt).catch((fault) => {
    if (fault instanceof Refusal) return fault
    throw fault
  })
  looked.set(c.req.raw, { receipt, found })
})

/** The file of this form, kept; what it may not be comes back as a sentence for the field. */
export async function fileIn(c: PeopleContext): Promise<StoredFile | FieldError | undefined> {
  const one = looked.get(c.req.raw)
  if (one === undefined) return undefined
  try {
    if (one.found instanceof Refusal) throw one.found
    return await keepFile(c.var.db, one.receipt, one.found)
  } catch (fault) {
    if (fault instanceof Refusal) return { field: FIELD, message: fault.message }
    throw fault
  }
}

/** Whether a file could not be kept. */
export const isFault = (upload: StoredFile | FieldError | undefined): upload is FieldError =>
  upload !== undefined && 'message' in upload
