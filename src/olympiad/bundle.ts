import type { Shown } from './disclosure.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { bandWord } from './score.ts'
import type { Verdict } from './verdict.ts'

/** The book of one calendar year, as it stands in the house: only the foreword is written, the rest is read. */
export interface Bundle {
  year: number
  foreword: string
  version: number
  publishedAt: Date | null
}

export const bundleUrl = (year: number): string => `/bundels/${year}`

/** One statement with what came of it, and the reasons that were let through. */
export interface BundleStatement {
  id: string
  plain: string
  professional: string
  verdict: Verdict
  /** "gedragen, door 58 mensen uit 7 groepen, op 28 oktober 2026" */
  said: string
  people: number
  closedAt: Date
  /** Page of the verdict. */
  href: string
  roles: { group: string; shown: Shown; dontKnow: number | null }[]
  /** Groups that hold it back, by name. */
  holdingBack: string[]
  /** Why people thought otherwise than "nodig". */
  dissent: { group: string; text: string }[]
}

/** One Olympiade of the year, with everything that came of it. */
export interface BundleOlympiad {
  olympiad: Olympiad
  roles: readonly StakeholderRole[]
  rounds: number
  statements: BundleStatement[]
  /** What became of proposals for change that were on its agenda, one sentence each. */
  changes: { words: string | null; became: string; answer: string }[]
}

/** Everything of one calendar year. */
export interface YearFacts {
  year: number
  themes: { name: string; explanation: string }[]
  practices: { href: string; title: string; line: string; fictional: boolean }[]
  olympiads: BundleOlympiad[]
}

/** Whether everything in it is made up: then the whole says so, not only its parts. */
export const isFictional = ({ olympiads, practices }: YearFacts): boolean =>
  [...olympiads.map(({ olympiad }) => olympiad.fictional), ...practices.map(({ fictional }) => fictional)].every(
    Boolean,
  )

/** The year in one line. */
export function yearLine({ practices, olympiads }: YearFacts): string {
  const statements = olympiads.flatMap((one) => one.statements)
  const carried = statements.filter(({ verdict }) => verdict === 'accepted').length
  const count = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`
  return `${count(practices.length, 'praktijk', 'praktijken')}, ${count(statements.length, 'gewogen zin', 'gewogen zinnen')}, waarvan ${carried} gedragen.`
}

type Cell = string | number

/** One line per statement and group. Nothing in it that the pages do not show: `shown` says what may be told. */
export function bundleRows({ olympiads }: YearFacts): Record<string, Cell>[] {
  return olympiads.flatMap(({ olympiad, statements }) =>
    statements.flatMap((one) =>
      one.roles.map(({ group, shown, dontKnow }) => ({
        olympiade: olympiad.title,
        zin: one.plain,
        uitspraak: one.said,
        groep: group,
        ...sharesOf(shown),
        weet_niet_procent: dontKnow ?? '',
        voorbeeld: olympiad.fictional ? 'verzonnen' : '',
      })),
    ),
  )
}

function sharesOf(shown: Shown): Record<'te_zien' | 'nodig_procent' | 'twijfel_procent' | 'niet_nodig_procent', Cell> {
  const nothing = { nodig_procent: '', twijfel_procent: '', niet_nodig_procent: '' }
  switch (shown.is) {
    case 'too few':
      return { te_zien: 'te weinig stemmen', ...nothing }
    case 'almost everyone':
      return { te_zien: `bijna iedereen: ${bandWord(shown.band)}`, ...nothing }
    case 'shares': {
      const [notNeeded, doubt, needed] = shown.percents
      return { te_zien: 'delen', nodig_procent: needed, twijfel_procent: doubt, niet_nodig_procent: notNeeded }
    }
  }
}
