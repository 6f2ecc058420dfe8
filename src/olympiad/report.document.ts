import type { Document } from '../foundation/documents/index.ts'
import { ACCORD_PARTS } from './accord.ts'
import type { Olympiad } from './olympiad.ts'
import { completenessWords, reportUrl } from './report.page.tsx'
import type { Told } from './report.ts'

/** Beneath every page of it. */
export const FOOT = 'Verankerd is niet van Movisie, VWS of een partner'
/** Where its parts come from. */
export const SOURCE =
  'De onderdelen volgen ACCORD (2024), een lijst voor verslagen over samen wegen. De woorden en de rekenwijze zijn van Verankerd: zo werkten de Olympiades van 2008 tot 2012 niet.'

export interface ReportTold {
  olympiad: Olympiad
  report: Told[]
  baseUrl: string
  /** When the report stopped changing by itself: its last closing. */
  at: Date
}

/** What is told, in the parts of the report. */
export const parts = (report: Told[]) =>
  Object.entries(ACCORD_PARTS).map(([part, title]) => ({
    title,
    items: report.filter(({ item }) => item.part === part),
  }))

/** The method report on paper. */
export function reportDocument({ olympiad, report, baseUrl, at }: ReportTold): Document {
  return {
    template: 'olympiad/documents/verslag.typ',
    at,
    data: {
      title: `${olympiad.title}: verslag van de aanpak`,
      description: completenessWords(report),
      foot: FOOT,
      fictional: olympiad.fictional,
      name: olympiad.title,
      question: olympiad.question,
      complete: completenessWords(report),
      source: SOURCE,
      address: `${baseUrl}${reportUrl(olympiad)}`,
      parts: parts(report).map(({ title, items }) => ({
        title,
        items: items.map(({ item, known, written, tables, lacking }) => ({
          id: item.id,
          name: item.name,
          sentences: [...known, ...written],
          tables,
          lacking: lacking ? item.asks : '',
        })),
      })),
    },
  }
}
