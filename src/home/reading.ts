import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const line = z.string().min(1)

/** One part of a text page. */
export type Block = z.output<typeof Block>
const Block = z.union([
  z.strictObject({ h2: line }),
  z.strictObject({ h3: line }),
  z.strictObject({ p: line }),
  z.strictObject({ list: z.array(line) }),
  z.strictObject({ facts: z.array(z.strictObject({ term: line, value: line })) }),
  z.strictObject({ quote: line, by: line.optional() }),
  z.strictObject({
    table: z.strictObject({
      caption: line.optional(),
      columns: z.array(line),
      rows: z.array(z.array(line)),
    }),
  }),
])

/** A page of text that editors keep in content/pages. */
export type Reading = z.output<typeof Reading>
export const Reading = z.strictObject({
  slug: line,
  title: line,
  description: line,
  lead: line.optional(),
  blocks: z.array(Block).min(1),
  sources: z.array(z.strictObject({ text: line, url: z.url({ protocol: /^https$/ }).optional() })).optional(),
})

/** The story of one fictional practice on the home page: three stops on one line. */
export type Story = z.output<typeof Story>
export const Story = z.strictObject({
  slug: line,
  title: line,
  voorbeeld: z.literal(true),
  intro: line.optional(),
  /** The kenmerk it led to, and the line of the reflection that asks about it. */
  standard: line,
  line: line,
  stops: z.array(z.strictObject({ word: line, title: line.optional(), text: line, href: line.optional() })).length(3),
})

/** Reads all pages of a content folder. @throws with the file's name when one has another shape */
export function readReadings(contentDir: string): Map<string, Reading> {
  return new Map(readAll(join(contentDir, 'pages'), Reading).map((reading) => [reading.slug, reading]))
}

/** Reads the stories of a content folder. @throws with the file's name when one has another shape */
export function readStories(contentDir: string): Story[] {
  return readAll(join(contentDir, 'stories'), Story)
}

function readAll<T>(folder: string, shape: z.ZodType<T>): T[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return names.map((name) => {
    const parsed = shape.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    if (!parsed.success) throw new Error(`content/${name}: ${z.prettifyError(parsed.error)}`)
    return parsed.data
  })
}
