import {
  AlignmentType,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  Document as WordDocument,
} from 'docx'
import type { Document } from '../foundation/documents/index.ts'
import { ACCORD_PARTS } from './accord.ts'
import type { Olympiad } from './olympiad.ts'
import { completenessWords, reportUrl } from './report.page.tsx'
import type { ReportTable } from './report.statement.ts'
import type { Told } from './report.ts'

const FOOT = 'Verankerd is niet van Movisie, VWS of een partner'
const SOURCE =
  'De onderdelen volgen ACCORD (2024), een lijst voor verslagen over samen wegen. De woorden en de rekenwijze zijn van Verankerd: zo werkten de Olympiades van 2008 tot 2012 niet.'

export interface ReportTold {
  olympiad: Olympiad
  report: Told[]
  baseUrl: string
  /** When the report stopped changing by itself: its last closing. */
  at: Date
}

const parts = (report: Told[]) =>
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

/** The same as a Word file, with real headings and tables, to write on in. */
export function reportWord({ olympiad, report, baseUrl }: ReportTold): Promise<Buffer> {
  const title = `${olympiad.title}: verslag van de aanpak`
  const document = new WordDocument({
    title,
    description: completenessWords(report),
    creator: 'Verankerd',
    lastModifiedBy: 'Verankerd',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } } } } },
    sections: [
      {
        footers: { default: new Footer({ children: [footOf(olympiad)] }) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(olympiad.fictional ? [plain('Verzonnen voorbeeld.')] : []),
          plain(olympiad.question),
          plain(completenessWords(report)),
          ...parts(report).flatMap(({ title: part, items }) => [
            new Paragraph({ text: part, heading: HeadingLevel.HEADING_1 }),
            ...items.flatMap(itemOf),
          ]),
          plain(SOURCE),
          plain(`${baseUrl}${reportUrl(olympiad)}`),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const plain = (text: string) => new Paragraph({ text, spacing: { after: 160 } })

const footOf = ({ fictional }: Olympiad) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun(`${FOOT}${fictional ? ' · verzonnen voorbeeld' : ''} · `),
      new TextRun({ children: [PageNumber.CURRENT] }),
    ],
  })

const itemOf = ({ item, known, written, tables, lacking }: Told) => [
  new Paragraph({ text: `${item.name} (${item.id})`, heading: HeadingLevel.HEADING_2 }),
  ...[...known, ...written].map(plain),
  ...tables.flatMap((table) => [plain(table.caption), tableOf(table), plain('')]),
  ...(lacking
    ? [new Paragraph({ children: [new TextRun({ text: 'Dit ontbreekt nog. ', bold: true }), new TextRun(item.asks)] })]
    : []),
]

const tableOf = ({ columns, rows }: ReportTable) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column) => cell(column, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text)) })),
    ],
  })

const cell = (text: string, bold = false) =>
  new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] })
