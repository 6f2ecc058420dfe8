/** The folder of the content, its files and its texts, as the tests of content/ read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PracticeContent } from '../src/practices/index.ts'

const here = import.meta.dirname

/** What a file holds. */
export const read = (path: string): unknown => JSON.parse(readFileSync(join(here, path), 'utf8'))

/** The files of a folder. */
export const names = (folder: string) => readdirSync(join(here, folder)).filter((name) => name.endsWith('.json'))

/** Every text a person may read, with the path it stands at. */
export function textsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (UNREAD.has(key) ? [] : textsIn(inner, `${path}/${key}`)))
}

/** Keys of the machine, and keys whose words come from a source. */
const UNREAD = new Set([
  'slug',
  'url',
  'href',
  'code',
  'knot',
  'subject',
  'audience',
  'connects',
  'competences',
  'publishedOn',
  'source',
  'sources',
  'version',
])

/** The lines of a flyer that are written by hand. */
export const WRITTEN = ['headline', 'scene', 'doing', 'bringing', 'start'] as const

/** Everything of a practice that someone reads as a text. */
export const readOf = ({ slug, title, line, nomination, firstCheck, judgements, decision, ...rest }: PracticeContent) =>
  textsIn(
    {
      line,
      nomination,
      firstCheck: firstCheck?.outcome === 'asked' ? firstCheck.question : [],
      judgements: Object.values(judgements ?? {}).flatMap((all) => all.map(({ sentence }) => sentence)),
      decision: [decision?.advice, ...Object.values(decision?.words ?? {}).map(({ sentence }) => sentence)],
      disagreement: rest.disagreement,
      sections: Object.entries(rest.sections ?? {}),
      quotes: rest.quotes?.map(({ text }) => text),
      flyer: WRITTEN.map((name) => rest.flyer?.[name]),
      takeAlong: rest.takeAlong?.map(({ text }) => text),
      adoptions: rest.adoptions?.map(({ changed }) => changed),
      confirmed: rest.confirmed?.words,
      improved: Object.entries(rest.improved ?? {}),
    },
    `practices/${slug} ${title}`,
  ).filter(({ text }) => wordsOf(text).length > 1)

/** The words of a text; a dash or a bullet is none. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word))
}

/** The sentences of a text; a line of a list is one. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?:;])[’)]?\s+|\n+/).filter((sentence) => wordsOf(sentence).length > 0)

/** The average. */
export const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
