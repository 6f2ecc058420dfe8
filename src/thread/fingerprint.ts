import { sha256 } from '../foundation/seal.ts'

/** What a revision may hold: plain data. A key whose value is undefined is not there. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** The one spelling of a piece of data (RFC 8785): keys sorted, no white space, so that equal data has an equal hash. */
export function canonical(value: Json): string {
  if (typeof value === 'string') return spelled(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A revision holds finite numbers only.')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${spelled(key)}:${canonical(member)}`)
  }
  return `{${members.join(',')}}`
}

/** Array.isArray does not see readonly arrays. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function spelled(text: string): string {
  if (/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text))
    throw new Error('A revision holds whole characters only: no NUL, no half of a pair.')
  return JSON.stringify(text)
}

/** Everything a reader of a revision may rely on. Of a person's words it holds a reference and a salted hash. */
export interface Content {
  kind: string
  title: string
  summary: string
  text: string
  note: string
  dated: string | null
  fictional: boolean
  body: Json
  voice: { utterance: string; hash: string } | null
}

/** The hash of what a revision says. Two revisions with the same one say the same. */
export function contentHash(content: Content): string {
  return sha256(canonical({ ...content }))
}

/** What makes a revision this one: its place, its moment, what it says and the fingerprint of the one before. */
export interface Imprint {
  item: string
  number: number
  publishedAt: Date
  content: string
  previous: string | null
}

/** The fingerprint of a revision; it carries that of the one before, so no earlier text can change unseen. */
export function fingerprint({ item, number, publishedAt, content, previous }: Imprint): string {
  return sha256(canonical({ item, number, at: publishedAt.toISOString(), content, previous }))
}
