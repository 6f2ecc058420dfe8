import type { Instrument } from './instrument.ts'
import { type Choice, countPhrase, type Outcome } from './outcome.ts'
import type { ResultProps } from './result.page.tsx'
import { CHANGES, growthHeading, levelWord, strengthsHeading, unfinishedText } from './result.words.ts'

interface Printed {
  instrument: Instrument
  outcome: Outcome
  comparison: ResultProps['comparison']
  choice: Choice | undefined
  /** The date, in Dutch. */
  on: string
}

/** The result as the PDF prints it: the words of the page and nothing more. No name, no code. */
export function resultDocument({ instrument, outcome, comparison, choice, on }: Printed) {
  const { result } = instrument.words
  const strong = strengthsHeading(instrument, outcome)
  return {
    title: result.title,
    opening: result.opening,
    on,
    unfinished: unfinishedText(instrument, outcome) ?? '',
    strengths: {
      title: strong?.title ?? '',
      text: strong?.text ?? '',
      lines: outcome.strengths.map(({ line, topic }) => ({ text: line.strengthText, topic: topic.title })),
    },
    growth: {
      title: growthHeading(instrument, outcome).title,
      lines: outcome.growth.map((one) => ({ text: one.text, topic: one.topic.title })),
    },
    step: choice
      ? { topic: choice.topic.title, text: choice.text, try: choice.tryThisWeek, ask: choice.askColleague }
      : null,
    topics: outcome.topics.map((one) => ({
      title: one.topic.title,
      word: levelWord(instrument, one.level),
      count: one.level === 'tooFew' ? '' : countPhrase(one),
    })),
    changes:
      comparison && comparison.result.lines.length > 0
        ? {
            month: comparison.month,
            lines: comparison.result.lines.map(({ line, change }) => ({ text: line.text, word: CHANGES[change] })),
          }
        : null,
    rule: result.rule,
  }
}

/** One step as its own sheet of paper: nothing else of the result is on it. */
export function stepDocument(choice: Choice) {
  return {
    title: 'Jouw stap voor deze week',
    topic: choice.topic.title,
    text: choice.text,
    try: choice.tryThisWeek,
    ask: choice.askColleague,
  }
}
