/**
 * The NL GOV API Design Rules 2.1 (conventions of the Dutch government, forumstandaardisatie.nl) as far as a description
 * can show them, in our own words, and a few of our own. Rules about answers stand in src/home/api.routes.test.ts.
 */
import { createRequire } from 'node:module'
import type { IFunction, ISpectralDiagnostic, RulesetDefinition } from '@stoplight/spectral-core'

// The package is CommonJS and names nothing that an import could find.
const core: typeof import('@stoplight/spectral-core') = createRequire(import.meta.url)('@stoplight/spectral-core')

/** A fault in a description: which rule, and where. */
export interface DesignFault {
  rule: string
  at: string
  says: string
}

type Loose = Record<string, unknown>

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objectOf = (value: unknown): Loose => (isObject(value) ? value : {})

/** What must hold of one place in a description. */
interface Rule {
  given: string
  /** What is wrong there; undefined when it is as it should be. */
  fault: (value: unknown) => string | undefined
}

const CAMEL = /^[a-z][A-Za-z0-9]*$/
const PATH = /^(\/(_?[a-z]+(-[a-z]+)*|\{[a-z][A-Za-z0-9]*\}))+$/
const OPERATIONS = '$.paths[*][get,post,put,patch,delete]'
const PARAMETERS = `${OPERATIONS}.parameters[?(@.in=='query')]`
const ANSWERS = `${OPERATIONS}.responses`
const FIELDS = '$..properties'

const matches = (pattern: RegExp, says: string) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? undefined : `${String(value)} ${says}`

/** What an operation answers, with every status. */
const answersOf = (value: unknown) =>
  Object.entries(objectOf(value)).map(([status, answer]) => ({ status, answer: objectOf(answer) }))

const rules: Record<string, Rule> = {
  'doc-openapi': { given: '$.openapi', fault: matches(/^3\.1\.\d+$/, 'is not OpenAPI 3.1') },
  'doc-openapi-contact': {
    given: '$.info',
    fault: (info) => {
      const contact = objectOf(objectOf(info).contact)
      const lacking = ['name', 'url', 'email'].filter((part) => typeof contact[part] !== 'string')
      return lacking.length === 0 ? undefined : `contact lacks ${lacking.join(', ')}`
    },
  },
  'doc-openapi-licence': {
    given: '$.info',
    fault: (info) => (isObject(objectOf(info).license) ? undefined : 'says under which licence it may be used nowhere'),
  },
  semver: { given: '$.info.version', fault: matches(/^\d+\.\d+\.\d+$/, 'is no semantic version') },
  'uri-version': {
    given: '$',
    fault: (document) => {
      const { info, servers } = objectOf(document)
      const major = String(objectOf(info).version).split('.')[0]
      const urls = Array.isArray(servers) ? servers.map((server) => String(objectOf(server).url)) : []
      const right = urls.length > 0 && urls.every((url) => url.endsWith(`/v${major}`))
      return right ? undefined : `an address that does not end with /v${major}`
    },
  },
  'no-trailing-slash': { given: '$.paths[*]~', fault: matches(/[^/]$/, 'ends with a slash') },
  'path-segments-kebab-case': { given: '$.paths[*]~', fault: matches(PATH, 'is not in kebab-case') },
  'http-methods': {
    given: '$.paths[*][*]~',
    fault: matches(/^(get|post|put|patch|delete|parameters|summary|description)$/, 'is a method we do not use'),
  },
  'http-safety': {
    given: '$.paths[*].get',
    fault: (get) => (objectOf(get).requestBody === undefined ? undefined : 'a question that sends something'),
  },
  'query-keys-camel-case': { given: `${PARAMETERS}.name`, fault: matches(CAMEL, 'is not in camelCase') },
  'no-sensitive-uris': {
    given: `${OPERATIONS}.parameters[*].name`,
    fault: (name) =>
      /mail|token|wachtwoord|bsn|telefoon/i.test(String(name)) ? `${name} would stand in logs` : undefined,
  },
  'version-header': {
    given: ANSWERS,
    fault: (responses) => {
      const silent = answersOf(responses).filter(
        ({ status, answer }) => /^[23]/.test(status) && !('API-Version' in objectOf(answer.headers)),
      )
      return silent.length === 0 ? undefined : `no API-Version at ${silent.map(({ status }) => status).join(', ')}`
    },
  },
  'error-handling-problem-details': {
    given: ANSWERS,
    fault: (responses) => {
      const other = answersOf(responses).filter(
        ({ status, answer }) =>
          /^[45]/.test(status) && Object.keys(objectOf(answer.content)).join() !== 'application/problem+json',
      )
      return other.length === 0
        ? undefined
        : `a fault that is no problem: ${other.map(({ status }) => status).join(', ')}`
    },
  },
  'error-handling-problem-parts': {
    given: `${ANSWERS}[*].content['application/problem+json'].schema`,
    fault: (schema) => {
      const { required } = objectOf(schema)
      const lacking = ['status', 'title', 'detail'].filter(
        (part) => !Array.isArray(required) || !required.includes(part),
      )
      return lacking.length === 0 ? undefined : `a problem without ${lacking.join(', ')}`
    },
  },
  'error-handling-invalid-input': {
    given: ANSWERS,
    fault: (responses) => {
      const statuses = Object.keys(objectOf(responses))
      return statuses.includes('400') && !statuses.includes('422') ? undefined : 'bad input is 400, and never 422'
    },
  },
  'date-time-format': {
    given: FIELDS,
    fault: (properties) => {
      const wrong = Object.entries(objectOf(properties)).filter(
        ([name, schema]) => /(datum|date)$/i.test(name) && objectOf(schema).format !== 'date',
      )
      return wrong.length === 0 ? undefined : `a day that is no date: ${wrong.map(([name]) => name).join(', ')}`
    },
  },
  'fields-camel-case': {
    given: FIELDS,
    fault: (properties) => {
      const wrong = Object.keys(objectOf(properties)).filter((name) => !/^_?[a-z][A-Za-z0-9]*$/.test(name))
      return wrong.length === 0 ? undefined : `not in camelCase: ${wrong.join(', ')}`
    },
  },
  'operation-explained': {
    given: OPERATIONS,
    fault: (operation) => {
      const { operationId, summary, tags } = objectOf(operation)
      const right =
        typeof summary === 'string' && Array.isArray(tags) && tags.length > 0 && CAMEL.test(String(operationId))
      return right ? undefined : 'an operation needs an operationId, a summary and a tag'
    },
  },
  'operation-ids-differ': {
    given: '$.paths',
    fault: (paths) => {
      const ids = Object.values(objectOf(paths)).flatMap((path) =>
        Object.values(objectOf(path)).map((operation) => objectOf(operation).operationId),
      )
      return new Set(ids).size === ids.length ? undefined : 'two operations with one operationId'
    },
  },
  'parameter-explained': {
    given: `${OPERATIONS}.parameters[*]`,
    fault: (parameter) => {
      const { name, description, schema } = objectOf(parameter)
      const right =
        typeof description === 'string' && (objectOf(schema).example !== undefined || objectOf(parameter).in === 'path')
      return right ? undefined : `${name} has no description or no example`
    },
  },
  'answer-has-example': {
    given: `${ANSWERS}[*].content[*]`,
    fault: (content) => (objectOf(content).example === undefined ? 'an answer without an example' : undefined),
  },
  'list-in-pages': {
    given: OPERATIONS,
    fault: (operation) => {
      const { parameters, responses } = objectOf(operation)
      const names = Array.isArray(parameters) ? parameters.map((one) => objectOf(one).name) : []
      if (!names.includes('page')) return undefined
      const headers = objectOf(objectOf(objectOf(responses)['200']).headers)
      return names.includes('pageSize') && 'Link' in headers ? undefined : 'a list needs pageSize and the header Link'
    },
  },
}

/** How Spectral calls what a rule does. Named apart, for an object with that word in it looks like a promise. */
const DOES = 'then'

/** One of our rules as Spectral asks it. */
function asked({ given, fault }: Rule) {
  const test: IFunction = (value) => {
    const says = fault(value)
    return says === undefined ? undefined : [{ message: says }]
  }
  return { given, severity: 'error', message: '{{error}}', [DOES]: { function: test } }
}

export const ruleNames = Object.keys(rules)

/** Every fault of a description. */
export async function designFaults(description: object): Promise<DesignFault[]> {
  const spectral = new core.Spectral()
  const ruleset = { rules: Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, asked(rule)])) }
  spectral.setRuleset(ruleset as RulesetDefinition)
  const found: ISpectralDiagnostic[] = await spectral.run(JSON.stringify(description))
  return found.map(({ code, path, message }) => ({ rule: String(code), at: path.join('.'), says: message }))
}
