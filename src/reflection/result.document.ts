import type { Instrument } from './instrument.ts'
import { type Choice, countPhrase, type Outcome } from './outcome.ts'
import { CHANGES, growthHeading, levelWord, type ResultProps, strengthsHeading } from './result.page.tsx'

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
  return {
    title: result.title,
    opening: result.opening,
    on,
    strengths: {
      title: strengthsHeading(instrument, outcome).title,
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
