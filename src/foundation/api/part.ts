import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answerProblem, type HouseEnv, pageLinks, Refusal } from '../http/index.ts'
import { INSTEAD } from './query.ts'

interface Issue {
  path: PropertyKey[]
  message: string
  keys?: string[]
}

/** What zod says of itself is English. */
const instead = (message: string): string => (message.startsWith(INSTEAD) ? ` ${message}` : '')

/** Every fault of a question, with the name it stands at. */
export function faultsOf(issues: Issue[]): { veld: string; melding: string }[] {
  return issues.flatMap(({ path, message, keys }) =>
    keys
      ? keys.map((key) => ({ veld: key, melding: `Deze API kent geen parameter “${key}”.${instead(message)}` }))
      : [{ veld: String(path[0] ?? ''), melding: message }],
  )
}

const MISASKED = 'De vraag klopt niet. Bij elke fout staat wat wij verwachten.'

/** Ends a request of which only the content of the house could tell that it asks wrongly. @throws Refusal 400 when there are faults */
export function refuseFaults(faults: { veld: string; melding: string }[]): void {
  if (faults.length > 0) throw new Refusal(400, MISASKED, undefined, faults)
}

/** The fault of a question that names what is not in a short list, with what is. */
export function unknownFault(veld: string, asked: readonly string[], known: readonly string[]) {
  if (asked.every((one) => known.includes(one))) return []
  const melding =
    known.length > 0 ? `${veld} is een van: ${known.join(', ')}.` : `Voor ${veld} is er nu niets om uit te kiezen.`
  return [{ veld, melding }]
}

/** A part of the API for machines, of one domain: what is asked wrongly is answered with every fault at once. */
export function apiPart(): OpenAPIHono<HouseEnv> {
  return new OpenAPIHono<HouseEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      return answerProblem(c, { status: 400, sentence: MISASKED, errors: faultsOf(result.error.issues) })
    },
  })
}

/** Says in an answer how many pages there are and where: `Link`, by RFC 8288. */
export function linkPages(c: Context<HouseEnv>, part: { page: number; pageSize: number; total: number }): void {
  const { pathname, search } = new URL(c.req.url)
  c.header('Link', pageLinks(new URL(pathname + search, c.var.config.baseUrl), part))
}

/** One page of what is in memory. */
export const pageOf = <T>(all: T[], { page, pageSize }: { page: number; pageSize: number }): T[] =>
  all.slice((page - 1) * pageSize, page * pageSize)
