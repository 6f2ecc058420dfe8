import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Ajv2019 } from 'ajv/dist/2019.js'
import formats from 'ajv-formats'
import { openRoom, type Room } from './standards.sample.ts'

const schemaFile = join(import.meta.dirname, '../../../shared/schemas/case/case-v1p1-cfpackage.json')
let room: Room

before(async () => {
  room = await openRoom()
})
after(() => room.close())

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
  assert.equal((await json('/api/v1/normen?versie=kwaliteitsstandaarden/2010&geldt=alles')).body.totaal, 5)
})

test('nothing is ever said to be obliged', async () => {
  for (const norm of (await json('/api/v1/normen?geldt=alles')).body.normen) assert.equal(norm.verplichtKader, false)
})

test('every CASE package validates against the official schema', async (t) => {
  if (!existsSync(schemaFile)) return t.skip('../shared/schemas is not here, so the official CASE schema was not asked')
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  formats.default(ajv)
  const valid = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))
  const { CFDocuments } = (await json('/ims/case/v1p1/CFDocuments')).body
  assert.equal(CFDocuments.length, 3)
  for (const { identifier } of CFDocuments) {
    const { body } = await json(`/ims/case/v1p1/CFPackages/${identifier}`)
    assert.equal(valid(body), true, JSON.stringify(valid.errors, null, 1))
    assert.ok(body.CFItems.length >= 10)
  }
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
