import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import pg from 'pg'
import { openRoom, type Room } from './standards.sample.ts'

const schemaFile = join(import.meta.dirname, '../../../shared/schemas/case/case-v1p1-cfpackage.json')
let room: Room

before(async () => {
  room = await openRoom()
})
after(() => room.close())

/** One list as if it were made up; only the owner of the tables can say so. */
async function makeUp(framework: string): Promise<void> {
  const { database } = room.parts
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('update standards.framework set fictional = true where slug = $1', [framework])
  await owner.end()
}

async function json(path: string, expected = 200) {
  const answer = await room.visitor.get(path)
  assert.equal(answer.status, expected, `${path} ${answer.text.slice(0, 300)}`)
  return { body: JSON.parse(answer.text), headers: answer.headers }
}

test('all faults come at once, and what is not there is a problem too', async () => {
  const { body } = await json('/api/v1/normen?page=0&pageSize=1000&over=x&PageSize=2', 400)
  assert.deepEqual(body.errors.map(({ veld }: { veld: string }) => veld).sort(), [
    'PageSize',
    'over',
    'page',
    'pageSize',
  ])
  for (const path of ['/api/v1/normen/', '/api/v1/normen/nergens', '/api/v1/nergens', '/ims/case/v1p1/CFItems/x']) {
    const { body: missing, headers } = await json(path, 404)
    assert.equal(headers.get('content-type'), 'application/problem+json', path)
    for (const part of ['status', 'title', 'detail']) assert.ok(missing[part], part)
  }
})

test('a list comes in pages that lead to each other', async () => {
  const seen: string[] = []
  let path: string | undefined = '/api/v1/normen?geldt=alles&pageSize=3'
  while (path !== undefined) {
    const { body, headers }: Awaited<ReturnType<typeof json>> = await json(path)
    assert.equal(body.totaal, 10)
    seen.push(...body.normen.map(({ id }: { id: string }) => id))
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
    path = next && new URL(next).pathname + new URL(next).search
  }
  assert.equal(new Set(seen).size, 10)
  assert.equal((await json('/api/v1/normen')).body.totaal, 5)
  for (const [asked, total, status] of [
    ['status=vervangen', 5, 'vervangen'],
    ['status=geldig', 5, 'geldig'],
    ['status=geldig&geldt=alles', 5, 'geldig'],
  ] as const) {
    const { totaal, normen } = (await json(`/api/v1/normen?${asked}`)).body
    assert.equal(totaal, total, asked)
    assert.ok(
      normen.every((norm: { status: string }) => norm.status === status),
      asked,
    )
  }
  assert.equal((await json('/api/v1/normen?status=concept', 400)).body.errors[0].veld, 'status')
  assert.equal((await json('/api/v1/normen?versie=kwaliteitsstandaarden/2010&geldt=alles')).body.totaal, 5)
})

test('an edition says what it replaces and what replaced it', async () => {
  const { normenkaders } = (await json('/api/v1/normenkaders')).body
  const at = async (jaar: number) => {
    const { id } = normenkaders.find((one: { jaar: number }) => one.jaar === jaar)
    return (await json(`/api/v1/normenkaders/${id}`)).body
  }
  const [old, renewed] = [await at(2010), await at(2013)]
  assert.deepEqual(
    renewed.vervangt.map(({ id }: { id: string }) => id),
    [old.id],
  )
  assert.equal(old.vervangenDoor.id, renewed.id)
  assert.deepEqual([old.vervangt, renewed.vervangenDoor], [[], null])
})

test('nothing is ever said to be obliged', async () => {
  for (const norm of (await json('/api/v1/normen?geldt=alles')).body.normen) assert.equal(norm.verplichtKader, false)
})

const readSchema = () => JSON.parse(readFileSync(schemaFile, 'utf8'))

/**
 * What CASE says of a document or item on its own: the part of a package, with a link to where it belongs. It is in no
 * file of its own here, so it is made of the part.
 */
function aloneIn(schema: ReturnType<typeof readSchema>, part: 'CFPckgDocument' | 'CFPckgItem', link: string) {
  const { properties, required, ...rest } = schema.$defs[part]
  return {
    $schema: schema.$schema,
    ...rest,
    properties: { ...properties, [link]: { $ref: '#/$defs/LinkURI' } },
    required: [...required, link],
    $defs: schema.$defs,
  }
}

test('every CASE package, document and item validates against the official schema, a made-up one too', async (t) => {
  if (!existsSync(schemaFile)) return t.skip('../shared/schemas is not here, so the official CASE schema was not asked')
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  formats.default(ajv)
  const schema = readSchema()
  const isPackage = ajv.compile(schema)
  const isDocument = ajv.compile(aloneIn(schema, 'CFPckgDocument', 'CFPackageURI'))
  const isItem = ajv.compile(aloneIn(schema, 'CFPckgItem', 'CFDocumentURI'))
  const holds = (valid: typeof isPackage, body: unknown) =>
    assert.equal(valid(body), true, JSON.stringify(valid.errors, null, 1))
  await makeUp('kwaliteitsstandaarden')
  const { CFDocuments } = (await json('/ims/case/v1p1/CFDocuments')).body
  assert.equal(CFDocuments.length, 3)
  assert.equal(
    CFDocuments.filter((one: { extensions?: { voorbeeld: boolean } }) => one.extensions?.voorbeeld).length,
    1,
  )
  for (const document of CFDocuments) {
    const { identifier } = document
    holds(isDocument, document)
    holds(isDocument, (await json(`/ims/case/v1p1/CFDocuments/${identifier}`)).body)
    const { body } = await json(`/ims/case/v1p1/CFPackages/${identifier}`)
    holds(isPackage, body)
    assert.ok(body.CFItems.length >= 10)
    for (const item of body.CFItems) holds(isItem, (await json(`/ims/case/v1p1/CFItems/${item.identifier}`)).body)
  }
  const [first] = CFDocuments
  assert.equal(isDocument({ ...first, CFPackageURI: undefined }), false)
  assert.equal(isDocument({ ...first, verzonnen: 'woord' }), false)
})

test('a CASE item, association or document on its own says where it belongs', async () => {
  const { CFDocuments } = (await json('/ims/case/v1p1/CFDocuments')).body
  const old = CFDocuments.find(({ adoptionStatus }: { adoptionStatus: string }) => adoptionStatus === 'Deprecated')
  const whole = (await json(`/ims/case/v1p1/CFPackages/${old.identifier}`)).body
  assert.equal(
    (await json(`/ims/case/v1p1/CFDocuments/${old.identifier}`)).body.CFPackageURI.identifier,
    old.identifier,
  )
  assert.equal(whole.CFDocument.CFPackageURI, undefined)
  const types = new Set(whole.CFAssociations.map(({ associationType }: { associationType: string }) => associationType))
  for (const type of ['isChildOf', 'isRelatedTo', 'replacedBy']) assert.ok(types.has(type), type)
  for (const { identifier } of whole.CFItems.slice(0, 3)) {
    assert.equal((await json(`/ims/case/v1p1/CFItems/${identifier}`)).body.CFDocumentURI.identifier, old.identifier)
    const around = (await json(`/ims/case/v1p1/CFItemAssociations/${identifier}`)).body
    assert.equal(around.CFItem.identifier, identifier)
    assert.ok(around.CFAssociations.length > 0)
  }
  const [association] = whole.CFAssociations
  const alone = (await json(`/ims/case/v1p1/CFAssociations/${association.identifier}`)).body
  assert.equal(alone.CFDocumentURI.identifier, old.identifier)
  const ids = whole.CFAssociations.map(({ identifier }: { identifier: string }) => identifier)
  assert.equal(new Set(ids).size, ids.length)
})
