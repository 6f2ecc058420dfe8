import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** One part of a text page. */
export type Block = z.output<typeof Block>
const Block = z.union([
  z.strictObject({ h2: z.string() }),
  z.strictObject({ h3: z.string() }),
  z.strictObject({ p: z.string() }),
  z.strictObject({ list: z.array(z.string()) }),
  z.strictObject({ facts: z.array(z.strictObject({ term: z.string(), value: z.string() })) }),
  z.strictObject({ quote: z.string(), by: z.string().optional() }),
  z.strictObject({
    table: z.strictObject({
      caption: z.string().optional(),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    }),
  }),
])

/** A page of text that editors keep in content/pages. */
export type Reading = z.output<typeof Reading>
const Reading = z.looseObject({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  lead: z.string().optional(),
  blocks: z.array(Block),
  sources: z.array(z.union([z.string(), z.looseObject({ text: z.string(), url: z.string().optional() })])).optional(),
})

/** The story of one fictional practice on the home page: three stops on one line. */
export type Story = z.output<typeof Story>
const Story = z.looseObject({
  slug: z.string(),
  title: z.string(),
  voorbeeld: z.literal(true),
  intro: z.string().optional(),
  stops: z
    .array(
      z.looseObject({ word: z.string(), title: z.string().optional(), text: z.string(), href: z.string().optional() }),
    )
    .length(3),
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
