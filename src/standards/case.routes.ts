import { type Context, Hono } from 'hono'
import { found, type HouseEnv, publicPage, refuse } from '../foundation/http/index.ts'
import { alone, aloneDocument, type CasePackage, casePackages } from './case.ts'
import { published } from './published.store.ts'

type CaseContext = Context<HouseEnv>

const packages = async (c: CaseContext): Promise<CasePackage[]> =>
  casePackages(await published(c.var.db, { base: c.var.config.baseUrl, now: c.var.now }))

const asked = (c: CaseContext) => c.req.param('id') ?? ''

/** How many documents at a time, and from where; other values are refused with a sentence. */
function slice(c: CaseContext): { limit: number; offset: number } {
  const number = (name: string, otherwise: number, most: number) => {
    const typed = c.req.query(name)
    if (typed === undefined) return otherwise
    if (!/^\d{1,6}$/.test(typed) || Number(typed) > most)
      refuse(400, `${name} is een geheel getal van 0 tot en met ${most}.`)
    return Number(typed)
  }
  return {
    limit: number('limit', 100, 1000),
    offset: number('offset', 0, 100_000),
  }
}

async function documents(c: CaseContext): Promise<Response> {
  const { limit, offset } = slice(c)
  const all = await packages(c)
  c.header('X-Total-Count', String(all.length))
  const { baseUrl } = c.var.config
  return c.json({
    CFDocuments: all.slice(offset, offset + limit).map(({ CFDocument }) => aloneDocument(baseUrl, CFDocument)),
  })
}

async function document(c: CaseContext): Promise<Response> {
  const { CFDocument } = found((await packages(c)).find((one) => one.CFDocument.identifier === asked(c)))
  return c.json(aloneDocument(c.var.config.baseUrl, CFDocument))
}

async function wholePackage(c: CaseContext): Promise<Response> {
  return c.json(found((await packages(c)).find((one) => one.CFDocument.identifier === asked(c))))
}

async function item(c: CaseContext): Promise<Response> {
  const hit = (await packages(c)).flatMap(({ CFDocument, CFItems }) =>
    CFItems.filter(({ identifier }) => identifier === asked(c)).map((one) => alone(one, CFDocument)),
  )
  return c.json(found(hit[0]))
}

async function itemAssociations(c: CaseContext): Promise<Response> {
  const all = await packages(c)
  const [CFItem] = all.flatMap(({ CFDocument, CFItems }) =>
    CFItems.filter(({ identifier }) => identifier === asked(c)).map((one) => alone(one, CFDocument)),
  )
  const touches = (id: string, ends: { identifier: string }[]) => ends.some(({ identifier }) => identifier === id)
  const CFAssociations = all.flatMap((one) =>
    one.CFAssociations.filter(({ originNodeURI, destinationNodeURI }) =>
      touches(asked(c), [originNodeURI, destinationNodeURI]),
    ).map((part) => alone(part, one.CFDocument)),
  )
  return c.json({ CFItem: found(CFItem), CFAssociations })
}

async function association(c: CaseContext): Promise<Response> {
  const hit = (await packages(c)).flatMap((one) =>
    one.CFAssociations.filter(({ identifier }) => identifier === asked(c)).map((part) => alone(part, one.CFDocument)),
  )
  return c.json(found(hit[0]))
}

/** CASE 1.1, reading only. A binding from elsewhere: its paths and names are not ours to choose. */
export function caseRoutes(): Hono<HouseEnv> {
  const base = '/ims/case/v1p1'
  return new Hono<HouseEnv>()
    .get(`${base}/CFDocuments`, publicPage, documents)
    .get(`${base}/CFDocuments/:id`, publicPage, document)
    .get(`${base}/CFPackages/:id`, publicPage, wholePackage)
    .get(`${base}/CFItems/:id`, publicPage, item)
    .get(`${base}/CFItemAssociations/:id`, publicPage, itemAssociations)
    .get(`${base}/CFAssociations/:id`, publicPage, association)
}
