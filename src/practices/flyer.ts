import { inDutch } from '../foundation/clock.ts'
import { sha256 } from '../foundation/seal.ts'
import type { SceneName } from '../foundation/ui/index.ts'
import { holdsWords } from '../thread/index.ts'
import { guardedWords, type QuoteReference, type Spoken } from './description.ts'
import type { PassageDraft } from './passage.ts'
import { isPublishable, type Quote } from './quote.ts'
import { plainOf } from './rich-text.ts'
import { SECTIONS, type Section, sectionWord } from './section.ts'

/** The six lines of a flyer, in the order they are read. */
export const FLYER_LINES = ['headline', 'scene', 'doing', 'bringing', 'quote', 'start'] as const

export type FlyerLineName = (typeof FLYER_LINES)[number]

/** The lines that are written by hand. */
export type WrittenLine = Exclude<FlyerLineName, 'quote'>

export const WRITTEN_LINES = FLYER_LINES.filter((name): name is WrittenLine => name !== 'quote')

/** Places in addresses, words on screen, what to ask, and the most characters that fit on two pages. */
export const FLYER_GUIDE: Record<FlyerLineName, { place: string; word: string; question: string; most: number }> = {
  headline: {
    place: 'kop',
    word: 'Kop',
    question: 'Welke zin blijft hangen? Zeg wat er gebeurt, niet hoe het heet.',
    most: 80,
  },
  scene: {
    place: 'moment',
    word: 'Een moment',
    question: 'Vertel één moment dat je zo voor je ziet. Een plek, een mens, een gebaar.',
    most: 480,
  },
  doing: {
    place: 'doen',
    word: 'Wat ze doen',
    question: 'Wat doen deze mensen, in gewone stappen?',
    most: 520,
  },
  bringing: {
    place: 'brengen',
    word: 'Wat het brengt',
    question: 'Wat merken mensen ervan? Noem ook wat je niet weet.',
    most: 520,
  },
  quote: { place: 'citaat', word: 'Citaat', question: 'Wiens woorden zeggen het beste waar het om gaat?', most: 0 },
  start: {
    place: 'beginnen',
    word: 'Zelf beginnen?',
    question: 'Wat is de eerste stap voor wie dit ook wil? Wat mag niet ontbreken?',
    most: 400,
  },
}

export const lineWord = (name: FlyerLineName): string => FLYER_GUIDE[name].word

/** The line of an address. */
export const lineFromUrl = (place: string): FlyerLineName | undefined =>
  FLYER_LINES.find((name) => FLYER_GUIDE[name].place === place)

/** Something a line may rest on, with what it says now. */
export interface Fact {
  id: string
  label: string
  says: string
  section: Section | null
}

/** A fact as a line rests on it: what it said when someone last looked. */
export interface TiedFact {
  fact: string
  hash: string
}

/** One line as it is kept. */
export interface FlyerLine {
  name: FlyerLineName
  text: string
  quote: string | null
  facts: TiedFact[]
  version: number
}

/** A line nobody wrote. */
export const emptyLine = (name: FlyerLineName): FlyerLine => ({ name, text: '', quote: null, facts: [], version: 0 })

/** A short mark of what a fact says. Persons' words are never facts, so it gives nobody away. */
export const factHash = (says: string): string => sha256(says).slice(0, 24)

/** Everything a line may rest on: the facts of the practice itself, then every passage of its description. */
export function flyerFacts(
  practice: { organisation: string; startedOn: string; slug: string },
  place: string,
  sections: Record<Section, readonly ({ id: string; text: string } | { id: string; quote: unknown })[]>,
): Fact[] {
  const head = (id: string, label: string, says: string): Fact => ({ id, label, says, section: null })
  const passages = SECTIONS.flatMap((section) =>
    sections[section].flatMap((passage): Fact[] =>
      'text' in passage ? [{ id: `a-${passage.id}`, label: plainOf(passage.text), says: passage.text, section }] : [],
    ),
  )
  return [
    head('organisatie', `De organisatie: ${practice.organisation}`, practice.organisation),
    head('plaats', `De plaats: ${place}`, place),
    head('begin', `Begonnen op ${inDutch(new Date(practice.startedOn))}`, practice.startedOn),
    head('contact', 'De pagina waar je de mensen zelf iets vraagt', `/praktijken/${practice.slug}/vraag`),
    ...passages,
  ]
}

/** The facts of a line as they are now: written down at every confirmation. */
export function tie(chosen: readonly string[], facts: readonly Fact[]): TiedFact[] {
  return facts.filter(({ id }) => chosen.includes(id)).map(({ id, says }) => ({ fact: id, hash: factHash(says) }))
}

/** What a line rests on that no longer says the same; `now` is undefined for what is gone. */
export function changedFacts(line: FlyerLine, facts: readonly Fact[]): { id: string; now: Fact | undefined }[] {
  return line.facts.flatMap(({ fact, hash }) => {
    const now = facts.find(({ id }) => id === fact)
    return now && factHash(now.says) === hash ? [] : [{ id: fact, now }]
  })
}

export type LineState = 'empty' | 'amber' | 'fits'

/** Whether a line can stand: amber while something under it moved and nobody looked again. */
export function lineState(line: FlyerLine, facts: readonly Fact[], quotes: readonly Quote[]): LineState {
  if (line.name === 'quote') {
    const quote = quotes.find(({ id }) => id === line.quote)
    return quote && isPublishable(quote) ? 'fits' : 'empty'
  }
  if (line.text === '') return 'empty'
  return changedFacts(line, facts).length > 0 ? 'amber' : 'fits'
}

/** The lines in order, also those nobody wrote yet. */
export const allLines = (lines: readonly FlyerLine[]): FlyerLine[] =>
  FLYER_LINES.map((name) => lines.find((line) => line.name === name) ?? emptyLine(name))

/** Persons' words written out in a line by hand: there they could never be taken back. */
export const spellsOut = (line: FlyerLine, quotes: readonly Quote[]): boolean =>
  holdsWords(line.text, guardedWords(quotes))

/** What must be done before the flyer may be published (anew); none when it may. */
export function flyerFaults(flyer: {
  lines: readonly FlyerLine[]
  facts: readonly Fact[]
  quotes: readonly Quote[]
  described: boolean
}): string[] {
  const { facts, quotes } = flyer
  const lines = allLines(flyer.lines)
  const named = (state: LineState) =>
    lines.filter((line) => line.name !== 'quote' && lineState(line, facts, quotes) === state)
  return [
    ...(flyer.described ? [] : ['Publiceer eerst de beschrijving: daar rust de flyer op.']),
    ...named('empty').map(({ name }) => `“${lineWord(name)}” is nog leeg.`),
    ...named('amber').map(
      ({ name }) => `“${lineWord(name)}” rust op iets wat veranderde. Kijk of de regel nog klopt, en zeg dat.`,
    ),
    ...lines
      .filter((line) => spellsOut(line, quotes))
      .map(({ name }) => `In “${lineWord(name)}” staan woorden of de naam van een gesprekspartner. Haal ze weg.`),
  ]
}

/** The picture of a flyer: one of our drawings, or a file that was sent. */
export type FlyerPicture = ({ drawing: SceneName } | { file: string }) & { alt: string; credit: string }

/** A published flyer, as it stands in the revision on the thread. */
export interface FlyerBody {
  title: string
  organisation: string
  place: string
  /** YYYY-MM-DD */
  startedOn: string
  lines: Record<WrittenLine, string>
  quote: QuoteReference | null
  picture: FlyerPicture
  /** The version of the description it was made from. */
  description: number
}

/** Something of every written line, by name. */
export const mapLines = (of: (name: WrittenLine) => string): FlyerBody['lines'] =>
  Object.fromEntries(WRITTEN_LINES.map((name) => [name, of(name)])) as FlyerBody['lines']

/** The flyer that counts now. */
export interface PublishedFlyer {
  item: string
  body: FlyerBody
  quotes: Spoken
  publishedAt: Date
  /** The description was published anew since. */
  older: boolean
}

/** The flyer's passages to start from, per line: the section that most likely holds it. */
const SOURCES: Record<WrittenLine, readonly Section[]> = {
  headline: ['summary', 'goal'],
  scene: ['approach', 'summary'],
  doing: ['approach', 'summary'],
  bringing: ['experiences', 'goal'],
  start: ['elements', 'conditions', 'materials'],
}

/** A rough start for a line, taken whole from the passages: whoever writes the flyer makes it sing. */
export function suggestion(
  name: WrittenLine,
  sections: Record<Section, readonly (PassageDraft | { id: string; quote: unknown })[]>,
  cut: (text: string) => string[],
): { text: string; facts: string[] } {
  const source = SOURCES[name].find((section) => sections[section].some((passage) => 'text' in passage))
  const passages = source ? sections[source].flatMap((passage) => ('text' in passage ? [passage] : [])) : []
  // The moment begins where the work begins; what they do comes after it.
  const wanted = name === 'doing' && passages.length > 1 ? passages.slice(1) : passages
  let text = ''
  const facts: string[] = []
  for (const passage of wanted) {
    for (const sentence of cut(passage.text)) {
      const longer = text === '' ? sentence : `${text} ${sentence}`
      if (longer.length > FLYER_GUIDE[name].most || (name === 'headline' && text !== '')) return { text, facts }
      text = longer
      if (!facts.includes(`a-${passage.id}`)) facts.push(`a-${passage.id}`)
    }
  }
  return { text, facts: name === 'start' ? [...facts, 'contact'] : facts }
}

/** Where a fact comes from, on screen. */
export const factSource = ({ section }: Fact): string => (section ? sectionWord(section) : 'Gegevens')
