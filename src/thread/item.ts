import { createHash } from 'node:crypto'

/** What kinds of things stand on the thread. A domain may add its own word: it is text, not a closed list. */
export type ItemKind =
  | 'framework'
  | 'edition'
  | 'standard'
  | 'competence'
  | 'instrument'
  | 'line'
  | 'practice'
  | 'quote'
  | 'factor'
  | 'statement'
  | 'verdict'
  | 'course'
  | 'page'
  | (string & {})

/** A published thing: its address never changes, its text only by a new revision. */
export interface Item {
  id: string
  kind: ItemKind
  /** The Dutch word for this one thing: "kenmerk", "kwaliteitsstandaard". */
  word: string
  /** The page where people read it. */
  url: string
  fictional: boolean
  /** Number of the newest revision. */
  latest: number
}

/** One of it, and many of it, as a visitor reads it. */
const WORDS: Record<string, [one: string, many: string]> = {
  framework: ['lijst', 'lijsten'],
  edition: ['handreiking', 'handreikingen'],
  standard: ['kenmerk', 'kenmerken en standaarden'],
  competence: ['competentie', 'competenties'],
  instrument: ['reflectie', 'reflecties'],
  line: ['zin uit de reflectie', 'zinnen uit de reflectie'],
  practice: ['praktijk', 'praktijken'],
  flyer: ['flyer', 'flyers'],
  call: ['oproep', 'oproepen'],
  quote: ['citaat', 'citaten'],
  factor: ['succesfactor', 'succesfactoren'],
  statement: ['zin uit een Olympiade', 'zinnen uit een Olympiade'],
  verdict: ['uitspraak', 'uitspraken'],
  olympiad: ['Olympiade', 'Olympiades'],
  bundle: ['bundel', 'bundels'],
  course: ['training', 'trainingen'],
  'learning-form': ['leervorm', 'leervormen'],
  crosswalk: ['vergelijking', 'vergelijkingen'],
  vocabulary: ['woordenlijst', 'woordenlijsten'],
  term: ['begrip', 'begrippen'],
  story: ['verhaal', 'verhalen'],
  page: ['pagina', 'pagina’s'],
}

/** The word for one item of this kind, where the item brings none of its own. */
export const kindWord = (kind: ItemKind): string => WORDS[kind]?.[0] ?? kind

/** The word for many. */
export const kindWords = (kind: ItemKind): string => WORDS[kind]?.[1] ?? kind

const NAMESPACE = Buffer.from('6f1c2b0e5d6e5f0a9c1b7a3d8e4f2059', 'hex')

/** The id of an item that comes from the repository: the same on every machine (uuid version 5 of "kind/slug"). */
export function itemId(kind: ItemKind, slug: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(`${kind}/${slug}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether this text can be an item's id at all; other text is a page that does not exist. */
export const isItemId = (text: string): boolean => UUID.test(text)

/** The permanent address of an item. */
export const itemLink = (item: string): string => `/id/${item}`

/** The fixed address of one revision: what it says never changes. */
export const revisionLink = (item: string, number: number): string => `/id/${item}/${number}`

/** The page that says where an item comes from. */
export const originLink = (item: string): string => `/herkomst/${item}`
