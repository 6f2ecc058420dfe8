import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineApi } from '../../src/home/api.routes.tsx'
import { describeApi } from '../../src/home/api.ts'
import { designFaults, ruleNames } from './design-rules.ts'

const contact = { name: 'Redactie', email: 'redactie@verankerd.example', phone: undefined, address: undefined }
const described = () => describeApi(machineApi(), { baseUrl: 'https://verankerd.example', contact })

test('the description of our API has no fault', async () => {
  const document = described()
  assert.ok(Object.keys(document.paths ?? {}).length >= 19)
  assert.deepEqual(await designFaults(document), [])
})

/** Each breaks one thing in a copy, by which rule it must be seen. */
type Broken = Record<string, (document: ReturnType<typeof copied>) => void>

const copied = () => JSON.parse(JSON.stringify(described()))
const list = '/praktijken'

const broken: Broken = {
  'doc-openapi': (document) => {
    document.openapi = '2.0.0'
  },
  'doc-openapi-contact': ({ info }) => {
    delete info.contact.email
  },
  'doc-openapi-licence': ({ info }) => {
    delete info.license
  },
  semver: ({ info }) => {
    info.version = '1.2'
  },
  'uri-version': ({ servers }) => {
    servers[0].url = 'https://verankerd.example/api'
  },
  'no-trailing-slash': ({ paths }) => {
    paths['/praktijken/'] = paths[list]
  },
  'path-segments-kebab-case': ({ paths }) => {
    paths['/leer_vormen'] = paths[list]
  },
  'http-methods': ({ paths }) => {
    paths[list].trace = paths[list].get
  },
  'http-safety': ({ paths }) => {
    paths[list].get.requestBody = { content: {} }
  },
  'query-keys-camel-case': ({ paths }) => {
    paths[list].get.parameters[0].name = 'page-nummer'
  },
  'no-sensitive-uris': ({ paths }) => {
    paths[list].get.parameters[0].name = 'mailadres'
  },
  'version-header': ({ paths }) => {
    delete paths[list].get.responses[304].headers['API-Version']
  },
  'error-handling-problem-details': ({ paths }) => {
    paths[list].get.responses[400].content = { 'application/json': { example: 1 } }
  },
  'error-handling-problem-parts': ({ components }) => {
    components.schemas.Problem.required = ['status']
  },
  'error-handling-invalid-input': ({ paths }) => {
    paths[list].get.responses[422] = paths[list].get.responses[400]
  },
  'date-time-format': ({ components }) => {
    components.schemas.Uitvoering.properties.begindatum.format = 'date-time'
  },
  'fields-camel-case': ({ components }) => {
    components.schemas.Praktijk.properties.op_datum = { type: 'string', format: 'date' }
  },
  'operation-explained': ({ paths }) => {
    delete paths[list].get.summary
  },
  'operation-ids-differ': ({ paths }) => {
    paths['/normen'].get.operationId = 'praktijken'
  },
  'parameter-explained': ({ paths }) => {
    delete paths[list].get.parameters[2].description
  },
  'answer-has-example': ({ paths }) => {
    delete paths[list].get.responses[200].content['application/json'].example
  },
  'list-in-pages': ({ paths }) => {
    delete paths[list].get.responses[200].headers.Link
  },
}

test('every rule sees what breaks it', async () => {
  assert.deepEqual(Object.keys(broken).sort(), ruleNames.toSorted())
  for (const [rule, breakIt] of Object.entries(broken)) {
    const document = copied()
    breakIt(document)
    const faults = await designFaults(document)
    assert.ok(
      faults.some((fault) => fault.rule === rule),
      `${rule}: ${JSON.stringify(faults)}`,
    )
  }
})
