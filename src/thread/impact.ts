import type { LinkKind } from './link.ts'

/** Still true, so the link moves to the new text; or not, so it stays at the old one until its owner changes it. */
export type ImpactOutcome = 'accept' | 'adapt'

/** Something that points at a text about to change. */
export interface ImpactRow {
  link: string
  kind: LinkKind
  from: ImpactEnd
  /** What it points at, and the revision that was meant. */
  to: ImpactEnd
  decision: ImpactDecision | undefined
}

export interface ImpactEnd {
  item: string
  word: string
  title: string
  url: string
  number: number
  fictional: boolean
  /** Someone's words that were taken back: there is no title. */
  withdrawn: boolean
}

export interface ImpactDecision {
  outcome: ImpactOutcome
  /** Null once withdrawn. */
  name: string | null
  reason: string | null
  at: Date
}

/** What is about to be published: the draft's own id and every item whose text it changes. */
export interface Draft {
  draft: string
  items: string[]
}

/** The rows nobody decided about yet. */
export const openRows = (rows: ImpactRow[]): ImpactRow[] => rows.filter((row) => row.decision === undefined)

/** How many undecided rows there are of each kind of thing, most first; a kind of one is no bunch. */
export function kindsOf(rows: readonly ImpactRow[]): { word: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { from } of rows) counts.set(from.word, (counts.get(from.word) ?? 0) + 1)
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .filter(({ count }) => count > 1)
    .sort((one, other) => other.count - one.count)
}

/** The links a decision is about: those that were named, and every undecided one of a kind that was chosen whole. */
export function linksMeant(
  chosen: { links: readonly string[]; words: readonly string[] },
  rows: ImpactRow[],
): string[] {
  const ofKind = openRows(rows).filter(({ from }) => chosen.words.includes(from.word))
  return [...new Set([...chosen.links, ...ofKind.map(({ link }) => link)])]
}

const OUTCOMES: Record<ImpactOutcome, string> = {
  accept: 'Klopt nog',
  adapt: 'Moet worden aangepast',
}

/** The words of an outcome on screen. */
export const outcomeWords = (outcome: ImpactOutcome): string => OUTCOMES[outcome]
