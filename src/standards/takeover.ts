import type { AcceptedStatement } from '../olympiad/index.ts'
import { slugOf } from './standard.form.ts'
import type { StandardText } from './standard.ts'

/** What an editor chose for one statement: nothing, a standard of its own, or a place in one that is there. */
export type Destination = { is: 'none' } | { is: 'new' } | { is: 'into'; standard: string }

/** The words that go over the line for "a standard of its own". */
export const NEW = 'nieuw'

/** Reads a choice; anything that is neither empty, "nieuw" nor one of these standards is no choice. */
export function destinationOf(chosen: string, standards: readonly string[]): Destination | undefined {
  if (chosen === '') return { is: 'none' }
  if (chosen === NEW) return { is: 'new' }
  return standards.includes(chosen) ? { is: 'into', standard: chosen } : undefined
}

const validation = ({ item, revision }: AcceptedStatement) => ({ item, revision })

/** Whether a text was made of this statement already. */
export const isTakenOver = (
  text: Pick<StandardText, 'validatedBy'>,
  { item }: Pick<AcceptedStatement, 'item'>,
): boolean => text.validatedBy?.some((one) => one.item === item) ?? false

const example = (statement: AcceptedStatement): string => `Bijvoorbeeld: ${statement.example}`

/** "De werker vraagt eerst wat iemand kan." is called "Vraagt eerst wat iemand kan" until an editor finds a better name. */
function nameFrom(plain: string): string {
  const short = plain.replace(/^De werker /, '').replace(/[.!?]$/, '')
  return short.charAt(0).toUpperCase() + short.slice(1)
}

/** The code after the last of the list: K6 after K5. */
export function nextCode(codes: readonly string[]): string {
  const parts = codes.map((code) => /^(\D*)(\d+)$/.exec(code))
  const most = Math.max(0, ...parts.map((part) => Number(part?.[2] ?? 0)))
  return `${parts.at(-1)?.[1] ?? 'K'}${most + 1}`
}

const none = { line: '', points: [] as string[] }

/** A standard of its own: what was voted on, and gaps where an editor still has to write. */
export function freshText(
  statement: AcceptedStatement,
  { code, taken }: { code: string; taken: ReadonlySet<string> },
): StandardText {
  const name = nameFrom(statement.plain)
  const wished = slugOf(name)
  let slug = wished
  for (let more = 2; taken.has(slug); more++) slug = `${wished}-${more}`
  return {
    ...{ slug, code, name, plainLine: statement.plain },
    subject: 'professional',
    audience: ['professional'],
    themes: [],
    perspectives: {
      inwoner: none,
      organisatie: none,
      professional: { line: statement.professional, points: [] },
    },
    lenses: { klantgerichtheid: '', effectiviteit: '', doelmatigheid: '', duurzaamheid: '' },
    howTo: [example(statement)],
    measures: [],
    connects: [],
    competences: [],
    conversation: { opening: '', questions: [], closing: '' },
    resident: { title: '', expect: [], ask: [], ifNot: '' },
    validatedBy: [validation(statement)],
  }
}

/** A standard that is there, with a statement in it: its own words stay as they are. */
export function withStatement(text: StandardText, statement: AcceptedStatement): StandardText {
  const { professional } = text.perspectives
  return {
    ...text,
    perspectives: {
      ...text.perspectives,
      professional: { ...professional, points: [...professional.points, statement.professional] },
    },
    howTo: [...text.howTo, statement.plain, example(statement)],
    validatedBy: [...(text.validatedBy ?? []), validation(statement)],
  }
}
