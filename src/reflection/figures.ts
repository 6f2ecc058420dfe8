import { type Contribution, FEWEST_PEOPLE } from './contribution.ts'
import type { Instrument, Topic } from './instrument.ts'
import { type Reliability, reliability } from './reliability.ts'

/** How one line was answered by everyone, in parts of a hundred, rounded to five; null where it would say too much. */
export interface LineSpread {
  slug: string
  /** From "bijna nooit" to "bijna altijd". */
  shares: number[] | null
  /** Answered "past niet bij mijn werk". */
  notApplicable: number | null
}

/** What may be shown to everyone. Made once per batch and then frozen. */
export interface Figures {
  people: number
  /** Median, of those who did the five screens within an hour; null when those are too few. */
  minutes: number | null
  lines: LineSpread[]
  topics: { standard: string; reliability: Reliability | null }[]
}

/** The figures of one edition, or undefined while too few people were counted. */
export function figures(instrument: Instrument, contributions: readonly Contribution[]): Figures | undefined {
  if (contributions.length < FEWEST_PEOPLE) return undefined
  const timed = contributions.map((one) => one.minutes).filter((minutes) => minutes > 0)
  return {
    people: contributions.length,
    minutes: timed.length < FEWEST_PEOPLE ? null : median(timed),
    lines: instrument.lines.map((line) => spread(line.slug, contributions)),
    topics: instrument.topics.map((topic) => ({
      standard: topic.standard,
      reliability: topicReliability(topic, contributions),
    })),
  }
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0]
  return (low + high) / 2
}

const toFive = (part: number, whole: number) => Math.round((part / whole) * 20) * 5

function spread(slug: string, contributions: readonly Contribution[]): LineSpread {
  const given = contributions.map((one) => one.answers[slug])
  const told = given.filter((answer) => answer !== undefined)
  const counts = [1, 2, 3, 4, 5].map((value) => told.filter((answer) => answer === value).length)
  const answered = counts.reduce((sum, count) => sum + count, 0)
  // Where everyone, or everyone but one, said the same, the figure would tell what each of them said.
  const tells = answered < FEWEST_PEOPLE || Math.max(...counts) >= answered - 1
  return {
    slug,
    shares: tells ? null : counts.map((count) => toFive(count, answered)),
    notApplicable: told.length < FEWEST_PEOPLE || answered <= 1 ? null : toFive(told.length - answered, told.length),
  }
}

function topicReliability(topic: Topic, contributions: readonly Contribution[]): Reliability | null {
  const whole = contributions
    .map(({ answers }) => topic.lines.map((line) => answers[line.slug] ?? 0))
    .filter((values) => values.every((value) => value > 0))
  return whole.length < FEWEST_PEOPLE ? null : reliability(whole)
}
