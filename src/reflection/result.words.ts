import type { Change, Comparability } from './comparison.ts'
import type { Instrument, Wish } from './instrument.ts'
import type { Choice, Level, Outcome, TopicOutcome } from './outcome.ts'

/** What can be said now, and the way on; undefined when every screen has an answer and there is something to say. */
export function unfinishedText({ words }: Instrument, { tone, unfinished, topics }: Outcome): string | undefined {
  if (tone === 'nothing' && topics.every(isSaid))
    return 'Je zei bij de meeste zinnen dat ze niet bij je werk passen. Dan kunnen we er niets over zeggen. Dat ligt aan de zinnen, niet aan jou.'
  if (tone === 'nothing')
    return 'Je hebt nog te weinig ingevuld voor een uitslag. Beantwoord bij een onderwerp minstens drie zinnen.'
  return unfinished === undefined ? undefined : words.result.unfinished
}

/** Every line got an answer, were it that it does not fit. */
export const isSaid = ({ topic, answered, unfitting }: TopicOutcome): boolean =>
  answered + unfitting === topic.lines.length

/** The heading under which strengths stand; undefined where there is nothing to put under it. */
export function strengthsHeading(
  instrument: Instrument,
  { tone, strengths }: Outcome,
): { title: string; text?: string } | undefined {
  const { result } = instrument.words
  if (tone === 'allLowest') return result.allLowest
  if (strengths.length === 0) return undefined
  return tone === 'allLow' ? result.allLow : { title: result.strengths }
}

/** The heading above the choices. */
export function growthHeading(instrument: Instrument, outcome: Outcome): { title: string; text: string } {
  const { result } = instrument.words
  if (outcome.tone !== 'allHigh') return { title: result.growth, text: result.pick }
  // "Bijna alles vaak" is said only about everything.
  const whole = outcome.topics.every((one) => one.level !== 'tooFew')
  return { title: result.allHigh.title, text: whole ? `${result.allHigh.text} ${result.pick}` : result.pick }
}

const HINT: Partial<Record<Wish, string>> = {
  yes: 'hier wil je beter in worden',
  maybe: 'hier wil je misschien beter in worden',
}

/** What stands under a choice: its kenmerk, and what someone wished of it. */
export function hintOf(choice: Choice, wish: Wish | undefined): string {
  const wanted = wish && HINT[wish]
  return wanted ? `${choice.topic.title}: ${wanted}` : choice.topic.title
}

/** The word on screen for a level. */
export function levelWord(instrument: Instrument, level: Level): string {
  return instrument.words.result.levels[level]
}

const COUNTS = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf']

/** Why a kenmerk has no word: what was answered, and what was said not to fit. */
export function tooFewPhrase({ answered, unfitting }: TopicOutcome): string {
  const lines = (count: number) => `${COUNTS[count]} ${count < 2 ? 'zin' : 'zinnen'}`
  const said = `Je beantwoordde hier ${lines(answered)}.`
  if (unfitting === 0) return said
  const apart = `Hier ${unfitting === 1 ? 'past' : 'passen'} ${lines(unfitting)} niet bij je werk, zei je.`
  return answered === 0 ? apart : `${said} ${apart}`
}

/** How a change is said. */
export const CHANGES: Record<Change, string> = { more: 'iets vaker', same: 'ongeveer gelijk', less: 'minder vaak' }
/** How far two rounds can be laid beside each other. */
export const COMPARABLE: Record<Comparability, string> = {
  comparable: 'De zinnen zijn dezelfde als toen. Je kunt ze naast elkaar leggen.',
  partly: 'Een deel van de zinnen is sinds toen veranderd. Alleen de zinnen die gelijk bleven, staan hieronder.',
  not: 'De zinnen zijn sinds toen allemaal veranderd. Vergelijken kan dus niet.',
}
