import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'
import { DATA_APIS } from './data-api.ts'
import { DATA_SETS } from './data-set.ts'
import { catalogueOf } from './dcat.ts'

const shapesFolder = join(import.meta.dirname, '../../../shared/schemas/dcat-ap-nl')
const files = ['dcat-ap-nl-SHACL.ttl', 'dcat-ap-SHACL.ttl']
const absent = existsSync(shapesFolder) ? false : '../shared/schemas is not here, so the official shapes were not asked'

// What it says of the ways to learn does not hang on which there are.
const contact = { name: 'Redactie', email: 'redactie@verankerd.example', phone: undefined, address: undefined }
const made = () =>
  catalogueOf({
    sets: DATA_SETS.map((set) => ({ set, extent: { rows: 3, changedAt: new Date('2026-11-23T10:00:00Z') } })),
    services: DATA_APIS,
    config: { baseUrl: 'https://verankerd.example', contact },
  })

/** Everything a catalogue says, as triples; nothing may be fetched to understand it. */
async function triplesOf(catalogue: object): Promise<Store> {
  const documentLoader = () => {
    throw new Error('The catalogue asks for something from outside.')
  }
  const text = await jsonld.toRDF(catalogue, { format: 'application/n-quads', documentLoader })
  return new Store(new Parser({ format: 'N-Quads' }).parse(text))
}

async function faultsOf(catalogue: object): Promise<string[]> {
  const data = await triplesOf(catalogue)
  assert.ok(data.size > 200, `only ${data.size} triples were read`)
  const faults: string[] = []
  for (const file of files) {
    const shapes = new Store(new Parser().parse(readFileSync(join(shapesFolder, file), 'utf8')))
    const { results } = await new Validator(shapes).validate(data)
    for (const { focusNode, path, severity } of results)
      if (severity?.value.endsWith('#Violation')) faults.push(`${focusNode?.value} ${path?.value}`)
  }
  return [...new Set(faults)]
}

test('the catalogue keeps to DCAT-AP-NL 3.0 and DCAT-AP 3', { skip: absent }, async () => {
  assert.deepEqual(await faultsOf(made()), [])
})

test('a licence that lacks is seen, once for each distribution and service', { skip: absent }, async () => {
  const planted = JSON.parse(JSON.stringify(made()).replaceAll('"dct:license"', '"dct:x-license"'))
  const faults = (await faultsOf(planted)).filter((fault) => fault.endsWith('terms/license'))
  const distributions = DATA_SETS.reduce((sum, { doors }) => sum + 2 + doors.length, 0)
  assert.equal(faults.length, distributions + DATA_APIS.length)
})

test('every set has its tables, every door its distribution, and a service names what it serves', () => {
  const { 'dcat:dataset': sets, 'dcat:service': services } = JSON.parse(JSON.stringify(made()))
  assert.equal(sets.length, DATA_SETS.length)
  for (const [at, { doors }] of DATA_SETS.entries())
    assert.equal(sets[at]['dcat:distribution'].length, 2 + doors.length)
  for (const service of services) assert.ok(service['dcat:servesDataset'].length > 0, service['@id'])
})
