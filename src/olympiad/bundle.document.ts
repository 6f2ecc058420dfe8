import { inDutch } from '../foundation/clock.ts'
import type { Document } from '../foundation/documents/index.ts'
import { type Bundle, bundleUrl, isFictional, type YearFacts, yearLine } from './bundle.ts'

const FOOT = 'Verankerd is niet van Movisie, VWS of een partner'

/** The foreword as paragraphs. */
export const paragraphsOf = (foreword: string): string[] =>
  foreword
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The bundle of a year on paper. */
export function bundleDocument(of: { facts: YearFacts; bundle: Bundle; baseUrl: string; now: Date }): Document {
  const { facts, bundle, baseUrl } = of
  return {
    template: 'olympiad/documents/bundel.typ',
    at: bundle.publishedAt ?? of.now,
    data: {
      title: `Bundel ${facts.year}`,
      description: yearLine(facts),
      foot: FOOT,
      fictional: isFictional(facts),
      year: String(facts.year),
      line: yearLine(facts),
      mark: bundle.publishedAt ? `Gepubliceerd op ${inDutch(bundle.publishedAt)}` : 'Nog niet gepubliceerd',
      address: `${baseUrl}${bundleUrl(facts.year)}`,
      foreword: paragraphsOf(bundle.foreword),
      themes: facts.themes,
      practices: facts.practices.map(({ title, line, href }) => ({ title, line, address: `${baseUrl}${href}` })),
      olympiads: facts.olympiads.map(({ olympiad, rounds, statements, changes }) => ({
        title: olympiad.title,
        question: olympiad.question,
        rounds: rounds === 1 ? 'Eén ronde.' : `${rounds} rondes.`,
        mark: olympiad.fictional ? 'Verzonnen voorbeeld.' : '',
        report: `${baseUrl}/olympiades/${olympiad.slug}/verslag`,
        statements: statements.map(({ plain, professional, said, holdingBack, dissent }) => ({
          plain,
          professional,
          said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
          held: holdingBack.length > 0 ? `Tegengehouden door: ${holdingBack.join(', ')}.` : '',
          dissent: dissent.map(({ group, text }) => `“${text}” (iemand van de ${group})`),
        })),
        changes: changes.map(({ words, became, answer }) =>
          [words ? `“${words}”` : 'Een voorstel dat is teruggenomen.', became, answer].filter(Boolean).join(' '),
        ),
      })),
    },
  }
}
