/** How often someone did something in the last four weeks: 1 (bijna nooit) to 5 (bijna altijd). */
export type Frequency = 1 | 2 | 3 | 4 | 5

/** What can stand behind a line: a frequency, or 0 for "past niet bij mijn werk". */
export type Answer = 0 | Frequency

/** Whether someone wants to get better at a kenmerk. */
export type Wish = 'yes' | 'maybe' | 'not now'

/** From here up someone does it often. */
export const OFTEN = 4

/** What someone can try, and what to ask someone they work with. */
export interface Step {
  tryThisWeek: string
  askColleague: string
}

/** One sentence someone answers. */
export interface Line extends Step {
  slug: string
  /** The standard this line asks about. */
  standard: string
  competence?: string | undefined
  text: string
  /** The same sentence said to the person: "Je vraagt …". */
  strengthText: string
}

/** The five lines behind one standard: one screen. */
export interface Topic {
  standard: string
  title: string
  lead: string
  deepen: Step
  lines: Line[]
}

/** The words of one edition that are not lines. */
export interface InstrumentWords {
  start: Record<'title' | 'lead' | 'begin' | 'device' | 'student' | 'period' | 'skip' | 'noClients', string> & {
    points: string[]
  }
  privacy: { term: string; value: string }[]
  scale: { value: Frequency; label: string }[]
  notApplicable: string
  wish: { question: string; options: { value: Wish; label: string }[] }
  result: Record<'title' | 'opening' | 'strengths' | 'growth' | 'pick', string> & {
    levels: Record<'firm' | 'varies' | 'room' | 'tooFew', string>
    allHigh: { title: string; text: string }
    allLow: { title: string; text: string }
    allLowest: { title: string; text: string }
    unfinished: string
    rule: string[]
  }
}

/** Where a text lives on the red thread, down to the revision that was asked. */
export interface Pin {
  item: string
  revision: string
  number: number
}

/** One edition of the instrument, as it is kept in memory. A new text is a new edition; this one never changes. */
export interface Instrument {
  edition: string
  publishedOn: string
  title: string
  ours: string
  framework: string
  frameworkEdition: string
  words: InstrumentWords
  topics: Topic[]
  lines: Line[]
  pin: Pin
  linePins: ReadonlyMap<string, Pin>
}

/** Every edition that was ever asked, and the one that is asked now. */
export interface Instruments {
  current: Instrument
  byEdition: ReadonlyMap<string, Instrument>
}

/** The topic on screen `step` (1 to 5), or undefined. */
export function topicOn(instrument: Instrument, step: number): Topic | undefined {
  return instrument.topics[step - 1]
}
