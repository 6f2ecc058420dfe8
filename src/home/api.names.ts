import { type Context, Hono } from 'hono'
import { type HouseEnv, WITH_EXAMPLES } from '../foundation/http/index.ts'
import type { ApiDocument } from './api.ts'

/** For the path of one thing ("/opleiders/{slug}"): what to fill in so that it leads to something that is here. */
export type NamesHere = ReadonlyMap<string, Record<string, string>>

/** The list a path of one thing belongs to. */
const listOf = (path: string): string => path.slice(0, path.indexOf('/{'))

/** Whether an operation can be asked for what is made up. */
export const knowsExamples = ({ parameters = [] }: { parameters?: unknown[] }): boolean =>
  parameters.some((one) => (one as { name?: string }).name === 'voorbeelden')

/** What the API reads of a request besides its address. */
const TAKEN = ['db', 'now', 'config', 'log', 'limiter', 'memo', 'requestId'] as const

/**
 * What stands first in each list of the API now, asked of the API itself within this request. A list that is empty has
 * nothing to lead to, and is absent.
 */
export async function namesHere<E extends HouseEnv>(
  c: Context<E>,
  api: Hono<HouseEnv>,
  { paths = {} }: ApiDocument,
): Promise<NamesHere> {
  const within = new Hono<HouseEnv>()
    .use((inner, next) => {
      for (const name of TAKEN) inner.set(name, c.get(name) as never)
      return next()
    })
    .route('/', api)
  const names = new Map<string, Record<string, string>>()
  for (const path of Object.keys(paths).filter((one) => one.includes('/{'))) {
    const list = listOf(path)
    const examples = c.var.config.demo && knowsExamples(paths[list]?.get ?? {}) ? `&${WITH_EXAMPLES}` : ''
    const answer = await within.request(`${list}?pageSize=1${examples}`)
    if (!answer.ok) continue
    const first = firstIn((await answer.json()) as Record<string, unknown>)
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, first?.[name]])
    if (wanted.every(([, value]) => typeof value === 'string')) names.set(path, Object.fromEntries(wanted))
  }
  return names
}

/** The first thing in the answer of a list: it has one member that is one. */
function firstIn(answer: Record<string, unknown>): Record<string, unknown> | undefined {
  return Object.values(answer).find((value): value is Record<string, unknown>[] => Array.isArray(value))?.[0]
}
