import type { Answers, Given, Wishes } from './answers.ts'
import { type Frequency, type Instrument, type Line, OFTEN, type Step, type Topic, type Wish } from './instrument.ts'

/** What the answers say about one kenmerk. Never a mark: a word, and how many lines it rests on. */
export type Level = 'firm' | 'varies' | 'room' | 'tooFew'

/** One kenmerk in the result: "4 van de 5 doe je vaak". */
export interface TopicOutcome {
  topic: Topic
  level: Level
  often: number
  answered: number
  /** Lines that do not fit someone's work, as they said. */
  unfitting: number
  wish: Wish | undefined
}

/** Something to pick: one line, or a whole kenmerk to go deeper into. */
export interface Choice extends Step {
  /** The slug of the line, or of the standard. */
  slug: string
  kind: 'line' | 'topic'
  text: string
  topic: Topic
}

/** The whole result. `growth` offers choices; `tone` says under which heading. */
export interface Outcome {
  tone: 'nothing' | 'allHigh' | 'allLow' | 'allLowest' | 'mixed'
  /** The first screen (1 to 5) on which no line was answered; undefined when there is none. */
  unfinished: number | undefined
  topics: TopicOutcome[]
  strengths: { line: Line; topic: Topic }[]
  growth: Choice[]
}

/** Fewer answered lines than this say nothing about a kenmerk. */
export const FEWEST = 3
/** Per cent of the answered lines that are done often. Whole numbers: 4 of 5 may not depend on how a machine rounds. */
const FIRM = 80
const VARIES = 40
const AT_MOST = 3

/** The word behind a count. */
export function levelOf(often: number, answered: number): Level {
  if (answered < FEWEST) return 'tooFew'
  if (often * 100 >= answered * FIRM) return 'firm'
  return often * 100 >= answered * VARIES ? 'varies' : 'room'
}

/** A frequency, or undefined for a line that was skipped or does not fit someone's work. */
function frequency(answers: Answers, line: Line): Frequency | undefined {
  return answers[line.slug] || undefined
}

/** What the answers say about one kenmerk. */
export function topicOutcome(topic: Topic, { answers, wishes }: Given): TopicOutcome {
  const given = topic.lines.map((line) => frequency(answers, line)).filter((value) => value !== undefined)
  const often = given.filter((value) => value >= OFTEN).length
  const unfitting = topic.lines.filter((line) => answers[line.slug] === 0).length
  const answered = given.length
  return { topic, level: levelOf(often, answered), often, answered, unfitting, wish: wishes[topic.standard] }
}

/** The result of one round of answers. */
export function outcome(instrument: Instrument, given: Given): Outcome {
  const topics = instrument.topics.map((topic) => topicOutcome(topic, given))
  const spoken = topics.filter((one) => one.level !== 'tooFew')
  const tone = toneOf(frequencies(spoken, given.answers), frequencies(topics, given.answers))
  return {
    tone,
    unfinished: unfinishedStep(topics, given.answers),
    topics,
    strengths: strengths(spoken, given.answers, tone === 'allLow' ? 2 : OFTEN),
    growth: growth(topics, given),
  }
}

function frequencies(topics: TopicOutcome[], answers: Answers): Frequency[] {
  return topics
    .flatMap(({ topic }) => topic.lines.map((line) => frequency(answers, line)))
    .filter((value) => value !== undefined)
}

/** `spoken` are the frequencies of the kenmerken about which something is said, `all` those of every kenmerk. */
function toneOf(spoken: Frequency[], all: Frequency[]): Outcome['tone'] {
  if (spoken.length === 0) return 'nothing'
  if (spoken.every((value) => value >= OFTEN)) return 'allHigh'
  if (spoken.some((value) => value >= OFTEN)) return 'mixed'
  return all.every((value) => value === 1) ? 'allLowest' : 'allLow'
}

/** "Past niet bij mijn werk" is an answer too: whoever says so everywhere is done with that screen. */
function unfinishedStep(topics: TopicOutcome[], answers: Answers): number | undefined {
  const at = topics.findIndex(({ topic }) => topic.lines.every((line) => answers[line.slug] === undefined))
  return at < 0 ? undefined : at + 1
}

/** Up to three single lines of different kenmerken: the most frequent ones, then the kenmerk that stands firmest. */
function strengths(spoken: TopicOutcome[], answers: Answers, from: number): { line: Line; topic: Topic }[] {
  return spoken
    .flatMap(({ topic, often, answered }) => {
      const best = [...topic.lines].sort((a, b) => (frequency(answers, b) ?? 0) - (frequency(answers, a) ?? 0))[0]
      const value = best ? (frequency(answers, best) ?? 0) : 0
      return best && value >= from ? [{ line: best, topic, value, share: often / answered }] : []
    })
    .sort((a, b) => b.value - a.value || b.share - a.share)
    .slice(0, AT_MOST)
    .map(({ line, topic }) => ({ line, topic }))
}

/** A choice with what it is ordered by: the wish, the place within its own kenmerk, how often it is done. */
type Candidate = Choice & { order: number; turn: number; value: number }

const RANK: Record<Wish, number> = { yes: 0, maybe: 1, 'not now': 3 }
const rank = (wishes: Wishes, topic: Topic) =>
  RANK[wishes[topic.standard] ?? 'not now'] - (wishes[topic.standard] === undefined ? 1 : 0)

/**
 * Up to three choices. Own wish first; where wishes are equal, first one line of every kenmerk, the least frequent one,
 * and only then a second. A kenmerk someone wants to get better at but does often already is offered as a whole. What
 * someone said "nu niet" to is left out, unless nothing else is left.
 */
function growth(topics: TopicOutcome[], { answers, wishes }: Given): Choice[] {
  const candidates = topics.flatMap(({ topic, level }): Candidate[] => {
    const order = rank(wishes, topic)
    const lines = level === 'tooFew' ? [] : topic.lines.filter((line) => (frequency(answers, line) ?? OFTEN) < OFTEN)
    if (lines.length > 0)
      return lines
        .map((line) => ({ ...lineChoice(line, topic), order, value: frequency(answers, line) ?? 0 }))
        .sort((a, b) => a.value - b.value)
        .map((choice, turn) => ({ ...choice, turn }))
    return level !== 'tooFew' || wishes[topic.standard] === 'yes'
      ? [{ ...topicChoice(topic), order, turn: 0, value: OFTEN }]
      : []
  })
  const wanted = candidates.filter((one) => one.order < RANK['not now'])
  const lines = (wanted.length > 0 ? wanted : candidates).sort(
    (a, b) => a.order - b.order || a.turn - b.turn || a.value - b.value,
  )
  // Going deeper is for who asked for it, or has nothing left to do more often.
  const offered = lines.some((one) => one.kind === 'line')
    ? lines.filter((one) => one.kind === 'line' || one.order < 2)
    : lines
  return offered.slice(0, AT_MOST).map(({ order: _order, turn: _turn, value: _value, ...choice }) => choice)
}

function lineChoice(line: Line, topic: Topic): Choice {
  return {
    slug: line.slug,
    kind: 'line',
    text: line.text,
    topic,
    tryThisWeek: line.tryThisWeek,
    askColleague: line.askColleague,
  }
}

function topicChoice(topic: Topic): Choice {
  return {
    slug: topic.standard,
    kind: 'topic',
    text: `Verder met: ${topic.title.toLowerCase()}`,
    topic,
    ...topic.deepen,
  }
}

/** The choice behind a slug, whether it was among the first three or not: someone may pick any line. */
export function choiceOf(instrument: Instrument, slug: string): Choice | undefined {
  for (const topic of instrument.topics) {
    if (topic.standard === slug) return topicChoice(topic)
    const line = topic.lines.find((one) => one.slug === slug)
    if (line) return lineChoice(line, topic)
  }
  return undefined
}

/** "4 van de 5 doe je vaak." */
export function countPhrase({ often, answered }: TopicOutcome): string {
  return `${often} van de ${answered} doe je vaak`
}
