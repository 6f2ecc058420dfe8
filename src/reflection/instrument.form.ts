import { z } from 'zod'
import type { Frequency, InstrumentWords, Line, Topic } from './instrument.ts'

const text = z.string().min(1)
const slug = z.string().regex(/^[a-z0-9-]{2,40}$/)
const frequencies = [1, 2, 3, 4, 5] as const satisfies Frequency[]

const step = { tryThisWeek: text, askColleague: text }

const line = z.object({ slug, standard: slug, competence: slug.optional(), text, strengthText: text, ...step })

const words = z.object({
  start: z.object({
    title: text,
    lead: text,
    points: z.array(text),
    begin: text,
    device: text,
    student: text,
    period: text,
    skip: text,
    noClients: text,
  }),
  privacy: z.array(z.object({ term: text, value: text })).min(1),
  scale: z.array(z.object({ value: z.literal(frequencies), label: text })).length(5),
  notApplicable: text,
  wish: z.object({
    question: text,
    options: z.array(z.object({ value: z.enum(['yes', 'maybe', 'not now']), label: text })).length(3),
  }),
  result: z.object({
    title: text,
    opening: text,
    strengths: text,
    growth: text,
    pick: text,
    levels: z.object({ firm: text, varies: text, room: text, tooFew: text }),
    allHigh: z.object({ title: text, text }),
    allLow: z.object({ title: text, text }),
    allLowest: z.object({ title: text, text }),
    unfinished: text,
    rule: z.array(text).min(1),
  }),
})

const edition = words.extend({
  slug: z.string().regex(/^[0-9a-z-]{4,20}$/),
  publishedOn: z.iso.date(),
  framework: slug,
  edition: text,
  topics: z.array(z.object({ standard: slug, title: text, lead: text, deepen: z.object(step) })).min(1),
  lines: z.array(line).min(1),
})

/** What content/instruments/reflectie.json may say. */
export const instrumentContent = z.object({
  slug: z.literal('reflectie'),
  title: text,
  source: z.array(z.object({ text, url: z.url().optional() })),
  ours: text,
  editions: z.array(edition).min(1),
})

/** Something a page may consist of. */
export const accountContent = z.object({
  title: text,
  description: text,
  lead: text,
  blocks: z.array(z.union([z.object({ h2: text }), z.object({ p: text }), z.object({ list: z.array(text) })])),
})

export type InstrumentContent = z.output<typeof instrumentContent>
export type EditionContent = z.output<typeof edition>
export type AccountContent = z.output<typeof accountContent>

/** The lines of an edition under their topics, in the order of the file. */
export function topicsOf(content: EditionContent): { topics: Topic[]; lines: Line[]; words: InstrumentWords } {
  const { topics, lines, start, privacy, scale, notApplicable, wish, result } = content
  const placed = topics.map((topic) => ({ ...topic, lines: lines.filter((one) => one.standard === topic.standard) }))
  return {
    topics: placed,
    lines: placed.flatMap((topic) => topic.lines),
    words: { start, privacy, scale, notApplicable, wish, result },
  }
}
