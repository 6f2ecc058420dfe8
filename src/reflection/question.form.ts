import { z } from 'zod'
import type { Given } from './answers.ts'
import type { Answer, Instrument, Line, Topic, Wish } from './instrument.ts'

/** What the buttons and radios of one screen send. Field names are Dutch, as all that stands in a URL or form. */
export const lineField = (line: Line) => `zin-${line.slug}`
export const wishField = (topic: Topic) => `wens-${topic.standard}`

/** "Past niet bij mijn werk", as a form says it. */
export const NOT_APPLICABLE = 'nvt'
/** A wish as a form says it. */
export const WISHES: Record<Wish, string> = { yes: 'ja', maybe: 'misschien', 'not now': 'nu-niet' }

/** The answer as a form says it. */
export function inForm(answer: Answer | undefined): string | undefined {
  return answer === undefined ? undefined : answer === 0 ? NOT_APPLICABLE : String(answer)
}

/** Where someone wants to go after this screen. */
export type Onward = 'verder' | 'terug' | 'later'

/** One screen, or the one-page form, as it came in. */
export interface Sent extends Given {
  onward: Onward
}

const forms = new WeakMap<Instrument | Topic, z.ZodType<Sent>>()

/** The form of one topic, or of all of them. Made once: making a schema costs more than a page. */
export function answersForm(instrument: Instrument, topic?: Topic): z.ZodType<Sent> {
  const known = forms.get(topic ?? instrument)
  if (known) return known
  const made = makeForm(instrument, topic ? [topic] : instrument.topics)
  forms.set(topic ?? instrument, made)
  return made
}

const onward: z.ZodType<Onward> = z.enum(['verder', 'terug', 'later']).catch('verder')

function makeForm(instrument: Instrument, topics: readonly Topic[]): z.ZodType<Sent> {
  const lines = topics.flatMap((topic) => topic.lines)
  const answer = (line: Line) =>
    z.enum(['1', '2', '3', '4', '5', NOT_APPLICABLE], `Kies één van de zes antwoorden bij ‘${line.text}’`).optional()
  const wish = (topic: Topic) =>
    z.enum(Object.values(WISHES), `Kies ja, misschien of nu niet bij ‘${topic.title}’`).optional()
  const shape = Object.fromEntries([
    ...lines.map((line) => [lineField(line), answer(line)]),
    ...topics.map((topic) => [wishField(topic), wish(topic)]),
  ])
  const ours = new Set(Object.keys(shape))
  return z
    .looseObject(shape)
    .superRefine((sent, context) => {
      const strange = Object.keys(sent).some((name) => /^(zin|wens)-/.test(name) && !ours.has(name))
      if (strange)
        context.addIssue({
          code: 'custom',
          path: [''],
          message: 'Er kwam een zin mee die niet bij dit scherm hoort. Kies hieronder opnieuw en verstuur het nog eens',
        })
    })
    .transform((sent) => ({
      answers: Object.fromEntries(lines.flatMap((line) => entry(line.slug, answerOf(sent[lineField(line)])))),
      wishes: Object.fromEntries(
        topics.flatMap((topic) => entry(topic.standard, wishOf(instrument, sent[wishField(topic)]))),
      ),
      onward: onward.parse(sent.naar),
    }))
}

/** What a screen may send: its fields, and what each stands for. */
interface Fields {
  names: Set<string>
  lines: [field: string, slug: string][]
  wishes: [field: string, standard: string][]
}

const fields = new WeakMap<Instrument | Topic, Fields>()

function fieldsOf(instrument: Instrument, topic?: Topic): Fields {
  const known = fields.get(topic ?? instrument)
  if (known) return known
  const topics = topic ? [topic] : instrument.topics
  const lines = topics.flatMap((one) => one.lines.map((line): [string, string] => [lineField(line), line.slug]))
  const wishes = topics.map((one): [string, string] => [wishField(one), one.standard])
  const made = { lines, wishes, names: new Set([...lines, ...wishes].map(([name]) => name)) }
  fields.set(topic ?? instrument, made)
  return made
}

const WISHED = new Map(Object.entries(WISHES).map(([wish, sent]) => [sent, wish as Wish]))
const ONWARD = new Map<unknown, Onward>([
  ['terug', 'terug'],
  ['later', 'later'],
  ['verder', 'verder'],
  [undefined, 'verder'],
])

/**
 * What the schema makes of a form as our own pages send it: every field once, every value one of ours. Nearly every form
 * is one; about another the schema is asked what to mend (undefined here). It costs a tenth of asking the schema.
 */
export function plainlySent(instrument: Instrument, body: Record<string, unknown>, topic?: Topic): Sent | undefined {
  const { names, lines, wishes } = fieldsOf(instrument, topic)
  const onwardTo = ONWARD.get(body.naar)
  const strange = Object.keys(body).some((name) => /^(zin|wens)-/.test(name) && !names.has(name))
  if (strange || onwardTo === undefined) return undefined
  const sent = { answers: {} as Record<string, Answer>, wishes: {} as Record<string, Wish>, onward: onwardTo }
  for (const [name, slug] of lines) {
    const value = body[name]
    if (value === undefined) continue
    if (typeof value !== 'string' || !Object.hasOwn(ANSWERS, value)) return undefined
    sent.answers[slug] = ANSWERS[value] ?? 0
  }
  for (const [name, standard] of wishes) {
    const value = body[name]
    if (value === undefined) continue
    const wish = typeof value === 'string' ? WISHED.get(value) : undefined
    if (wish === undefined) return undefined
    sent.wishes[standard] = wish
  }
  return sent
}

function entry<T>(name: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[name, value]]
}

const ANSWERS: Record<string, Answer> = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5, [NOT_APPLICABLE]: 0 }

function answerOf(sent: unknown): Answer | undefined {
  return typeof sent === 'string' ? ANSWERS[sent] : undefined
}

function wishOf(instrument: Instrument, sent: unknown): Wish | undefined {
  return instrument.words.wish.options.map((option) => option.value).find((value) => WISHES[value] === sent)
}
