import { deriveKey, seal, unseal } from '../foundation/seal.ts'
import { hasRole, type Person } from '../people/index.ts'
import { mayChair, type Olympiad } from './olympiad.ts'
import { type Round, roundState } from './round.ts'
import { type Answer, answerWords, isScore } from './score.ts'

/** What stands on a sheet of paper: the group that was ticked, and the answer to each sentence that has one. */
export interface Sheet {
  /** Slug of the group that was ticked, or null: it stays as it was printed. */
  group: string | null
  /** By statement. A sentence without a cross, or with two, is not in it. */
  answers: Readonly<Record<string, Answer>>
}

/** The letter beside each box on the sheet, from "niet nodig, heel erg" to "nodig, heel erg". */
const LETTERS = 'abcdefghi'
/** The letter beside "weet ik niet". */
export const DONT_KNOW_LETTER = 'w'
/** What is typed for a sentence without a cross, or with two. */
export const NOTHING = '-'

/** The answer behind a letter: undefined where nothing was ticked, and `'other'` for a sign that stands on no sheet. */
export function answerOfLetter(typed: string): Answer | undefined | 'other' {
  const letter = typed.trim().toLowerCase()
  if (letter === '' || letter === NOTHING) return undefined
  if (letter === DONT_KNOW_LETTER) return null
  const score = letter.length === 1 ? LETTERS.indexOf(letter) + 1 : 0
  return isScore(score) ? score : 'other'
}

/** What was ticked, in words. */
export const tickedWords = (answer: Answer | undefined): string =>
  answer === undefined ? 'geen kruisje, of niet te lezen' : answerWords(answer)

/** Every box of a sentence, with its letter and its words. */
export const BOXES: readonly { letter: string; answer: Answer }[] = [
  ...[...LETTERS].map((letter, at) => ({ letter, answer: (at + 1) as Answer })),
  { letter: DONT_KNOW_LETTER, answer: null },
]

/** A place where two people typed over something else. */
export type Difference =
  | { about: 'group'; first: string | null; second: string | null }
  | { about: 'sentence'; statement: string; first: Answer | undefined; second: Answer | undefined }

/** Where two entries of one sheet differ, the group first and then in the order of the sentences. */
export function differencesBetween(first: Sheet, second: Sheet, statements: readonly string[]): Difference[] {
  const group: Difference[] =
    first.group === second.group ? [] : [{ about: 'group', first: first.group, second: second.group }]
  return [
    ...group,
    ...statements.flatMap((statement): Difference[] => {
      const [one, other] = [first.answers[statement], second.answers[statement]]
      return one === other ? [] : [{ about: 'sentence', statement, first: one, second: other }]
    }),
  ]
}

/** How a difference was settled from the paper: by what one of the two typed, or by nothing. */
export type Settled = 'first' | 'second' | 'neither'

/** The sheet after its differences were settled, in their order. What both typed alike stays. */
export function settledSheet(
  first: Sheet,
  differences: readonly Difference[],
  how: (difference: Difference) => Settled,
): Sheet {
  const answers: Record<string, Answer> = { ...first.answers }
  let { group } = first
  for (const difference of differences) {
    const chosen = how(difference)
    if (difference.about === 'group') group = chosen === 'neither' ? null : difference[chosen]
    else {
      const answer = chosen === 'neither' ? undefined : difference[chosen]
      if (answer === undefined) delete answers[difference.statement]
      else answers[difference.statement] = answer
    }
  }
  return { group, answers }
}

/** What is known of a sheet beside what stands on it. */
export interface SheetFacts {
  /** Who printed it, and so may know to whom it went. */
  printedBy: string | null
  left: boolean
  /** An answer of this code is counted in this round already: typed on a phone, or from this very sheet. */
  answered: boolean
  /** Who entered it until now. */
  enteredBy: readonly string[]
}

/** Why a sheet is not entered. */
export type PaperObjection =
  | 'closed'
  | 'secret'
  | 'printed by you'
  | 'entered by you'
  | 'two entries'
  | 'left'
  | 'answered'

/** The sentence for whoever hears no. */
export const paperWords: Record<PaperObjection, string> = {
  closed:
    'Er is nu geen ronde open waarin dit formulier telt. Leg het apart, en vraag de voorzitter of de ronde meer tijd krijgt.',
  secret:
    'Deze ronde is geheim, en een papieren formulier gaat langs de ogen van twee mensen. Daarom kan papier in deze ronde niet.',
  'printed by you':
    'Dit formulier heb je zelf geprint, dus je kunt weten wie het kreeg. Laat twee anderen het invoeren.',
  'entered by you': 'Dit formulier heb je al ingevoerd. Geef het aan iemand anders voor de tweede keer.',
  'two entries': 'Twee mensen hebben dit formulier al ingevoerd, en zij verschillen. Kijk naar het verschil.',
  left: 'Wie deze code heeft, doet niet meer mee. Dit formulier telt daarom niet.',
  answered:
    'Met deze code is in deze ronde al geantwoord, op papier of met een telefoon. Dat antwoord telt; leg dit formulier bij de getelde.',
}

/** Chairs of this Olympiade and editors type over what is on paper. */
export const mayEnter = (person: Person | undefined, olympiad: Pick<Olympiad, 'chairs'>): boolean =>
  person !== undefined && (mayChair(person, olympiad) || hasRole(person, 'editor'))

/** Why nothing on paper counts in this round, whoever enters it; undefined when it does. */
export function roundObjection(round: Round | undefined, now: Date): 'closed' | 'secret' | undefined {
  if (round === undefined || round.kind !== 'weighing' || roundState(round, now) !== 'open') return 'closed'
  return round.mode === 'secret' ? 'secret' : undefined
}

/** Why this person may not look at or enter this sheet now. */
export function sheetObjection(
  { printedBy, left, answered, enteredBy }: SheetFacts,
  by: string,
): PaperObjection | undefined {
  if (printedBy === by) return 'printed by you'
  if (left) return 'left'
  if (answered) return 'answered'
  if (enteredBy.includes(by)) return enteredBy.length > 1 ? 'two entries' : 'entered by you'
  return enteredBy.length > 1 ? 'two entries' : undefined
}

const PURPOSE = 'olympiad paper entry'

/** What someone typed over, closed with the code on the sheet: without the paper nobody opens it, we neither. */
export const sealSheet = (code: string, sheet: Sheet, round: string): string =>
  seal(deriveKey(code, PURPOSE), JSON.stringify(sheet), round).toString('base64url')

/** Opens what `sealSheet` closed. @throws when the code or the round is another one */
export const openSheet = (code: string, sealed: string, round: string): Sheet =>
  JSON.parse(unseal(deriveKey(code, PURPOSE), Buffer.from(sealed, 'base64url'), round).toString()) as Sheet
