import { inDutchWithTime } from '../foundation/clock.ts'
import type { Document } from '../foundation/documents/index.ts'
import { inGroups } from '../foundation/save-code.ts'
import type { Charter } from './charter.ts'
import type { Olympiad } from './olympiad.ts'
import { BOXES } from './paper.ts'
import type { Round, Sentence } from './round.ts'
import { BANDS, bandOf, bandWord, DONT_KNOW, strengthOf, strengthWord } from './score.ts'

/** One sheet: with its own code and group, or with room to write a code that someone has. */
export interface BallotSheet {
  code: string | undefined
  role: string | undefined
}

interface BallotFacts {
  olympiad: Olympiad
  charter: Charter
  round: Round
  sentences: Sentence[]
  sheets: readonly BallotSheet[]
  /** Where a code opens the same round on a phone. */
  address: string
}

const FOOT = 'Verankerd is niet van Movisie, VWS of een partner'

const WHO_SEES: Record<Charter['mode'], string> = {
  confidential:
    'Niemand ziet wie wat koos. Schrijf je naam er dus niet op. Twee mensen voeren dit formulier in: zij zien een code en kruisjes, geen naam. Wie dit formulier printte, mag het niet invoeren. Na de sluiting wordt het papier vernietigd.',
  open: 'In deze Olympiade kan iedereen die meedoet, zien wie wat koos. Zonder naam sta je in die lijst als “iemand zonder naam”; je naam geef je, als je wilt, met je code op het adres hieronder. Twee mensen voeren dit formulier in: zij zien een code en kruisjes. Na de sluiting wordt het papier vernietigd.',
}

/** The boxes of a sentence: three bands of three, and "weet ik niet" as wide as a band. */
const columns = () => [
  ...BANDS.map((band) => ({
    head: bandWord(band),
    boxes: BOXES.flatMap(({ letter, answer }) =>
      answer !== null && bandOf(answer) === band ? [{ letter, words: strengthWord(band, strengthOf(answer)) }] : [],
    ),
  })),
  {
    head: DONT_KNOW,
    boxes: BOXES.flatMap(({ letter, answer }) => (answer === null ? [{ letter, words: '' }] : [])),
  },
]

/** A round on paper: a sheet per person. */
export function ballotDocument({ olympiad, charter, round, sentences, sheets, address }: BallotFacts): Document {
  return {
    template: 'olympiad/documents/stemformulier.typ',
    at: round.openedAt ?? round.opensAt,
    data: {
      title: `Formulier ronde ${round.number}: ${olympiad.title}`,
      description: olympiad.question,
      foot: FOOT,
      fictional: olympiad.fictional,
      name: olympiad.title,
      question: olympiad.question,
      round: `Ronde ${round.number}`,
      until: `Lever het in vóór ${inDutchWithTime(round.closesAt)}.`,
      help: olympiad.help,
      whoSees: WHO_SEES[charter.mode],
      address: address.replace(/^https?:\/\//, ''),
      groups: charter.roles.map(({ name }) => name),
      columns: columns(),
      sentences: sentences.map(({ position, plain, example }) => ({ number: String(position), plain, example })),
      sheets: sheets.map(({ code, role }) => ({ code: code === undefined ? '' : inGroups(code), role: role ?? '' })),
    },
  }
}
