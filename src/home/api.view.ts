import { exampleOf, type Schema } from '../foundation/api/index.ts'
import { WITH_EXAMPLES } from '../foundation/http/index.ts'
import { knowsExamples, type NamesHere } from './api.names.ts'
import type { ApiDocument } from './api.ts'

/** Something one may ask, as its page says it. */
export interface ShownParameter {
  name: string
  about: string
  /** What may stand there, or an example. */
  values: string
}

/** One operation, as its page says it. */
export interface ShownOperation {
  id: string
  path: string
  summary: string
  /** What stands in its path. */
  named: ShownParameter[]
  /** What may be asked of it, besides what every list knows. */
  asked: ShownParameter[]
  /** A command that asks it. */
  command: string
  /** Its answer, as text. */
  answer: string
  /** Where a list can be looked at at once; undefined for what needs a name. */
  href: string | undefined
}

/** The operations about one subject. */
export interface ShownGroup {
  name: string
  slug: string
  about: string
  operations: ShownOperation[]
}

/** Values are named when there are few; of many one is enough. */
const MOST_VALUES = 14

interface Parameter {
  name: string
  in: string
  description?: string
  schema: Schema & { maximum?: number; default?: unknown }
}

function valuesOf({ schema }: Parameter): string {
  const words = schema.enum ?? schema.anyOf?.find((one) => one.enum !== undefined)?.enum
  if (words !== undefined && words.length <= MOST_VALUES) return words.join(', ')
  if (schema.maximum !== undefined) return `1 tot en met ${schema.maximum}; zonder: ${schema.default}`
  return schema.example === undefined ? '' : `bijvoorbeeld ${schema.example}`
}

/** Every list knows these; they are explained once, on top. */
const SHARED = ['page', 'pageSize', 'voorbeelden']

type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>

interface Here {
  base: string
  demo: boolean
  names: NamesHere
}

/** A command that answers here and now; of what there is nothing yet, the list that will hold it. */
function commandFor(path: string, question: string, { base, demo, names }: Here, canBeMadeUp: boolean): string {
  const known = names.get(path)
  const asked = path.includes('{') && known === undefined ? path.slice(0, path.indexOf('/{')) : path
  const filled = asked.replace(/\{(\w+)\}/g, (_, name: string) => known?.[name] ?? '')
  const queries = [question, demo && canBeMadeUp ? WITH_EXAMPLES : ''].filter((one) => one !== '')
  return `curl '${base}${filled}${queries.length > 0 ? `?${queries.join('&')}` : ''}'`
}

function shown(path: string, operation: Operation, here: Here): ShownOperation {
  const parameters = (operation.parameters ?? []) as Parameter[]
  const { content } = operation.responses?.['200'] ?? {}
  const answer: Record<string, unknown> = content?.['application/json']?.example ?? {}
  const own = parameters.filter(({ name }) => !SHARED.includes(name))
  const [first] = own.filter((one) => one.in === 'query')
  const question = first === undefined ? '' : `${first.name}=${encodeURIComponent(String(exampleOf(first.schema, {})))}`
  const told = (where: string): ShownParameter[] =>
    own
      .filter((one) => one.in === where)
      .map((one) => ({ name: one.name, about: one.description ?? '', values: valuesOf(one) }))
  const canBeMadeUp = knowsExamples(operation)
  return {
    id: operation.operationId ?? path,
    path,
    summary: operation.summary ?? '',
    named: told('path'),
    asked: told('query'),
    command: commandFor(path, question, here, canBeMadeUp),
    answer: JSON.stringify(answer, null, 2),
    href: path.includes('{') ? undefined : `/api/v1${path}${here.demo && canBeMadeUp ? '?voorbeelden=ja' : ''}`,
  }
}

/** What the page about the API shows, in the order of the description. */
export function groupsOf(document: ApiDocument, { demo, names }: { demo: boolean; names: NamesHere }): ShownGroup[] {
  const base = document.servers?.[0]?.url ?? ''
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ tag: get.tags?.[0], operation: shown(path, get, { base, demo, names }) }],
  )
  return (document.tags ?? []).map(({ name, description = '' }) => ({
    name,
    slug: name.toLowerCase(),
    about: description,
    operations: operations.filter(({ tag }) => tag === name).map(({ operation }) => operation),
  }))
}
