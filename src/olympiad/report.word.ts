import type { Olympiad } from './olympiad.ts'
import { FOOT, parts, type ReportTold, SOURCE } from './report.document.ts'
import { completenessWords, reportUrl } from './report.page.tsx'
import type { ReportTable } from './report.statement.ts'
import type { Told } from './report.ts'

/** The method report as a Word file, with real headings and tables, to write on in. */
export async function reportWord({ olympiad, report, baseUrl }: ReportTold): Promise<Buffer> {
  // A megabyte and a half of program for a file that few ask: read when the first one does.
  const docx = await import('docx')
  const { Document, Footer, HeadingLevel, Packer, Paragraph } = docx
  const { plain, footOf, itemOf } = drawing(docx)
  const title = `${olympiad.title}: verslag van de aanpak`
  const document = new Document({
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

/** How each part is drawn, with the library once it is there. */
function drawing(docx: typeof import('docx')) {
  const { AlignmentType, HeadingLevel, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const plain = (text: string) => new Paragraph({ text, spacing: { after: 160 } })

  const footOf = ({ fictional }: Olympiad) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [
        new TextRun(`${FOOT}${fictional ? ' · verzonnen voorbeeld' : ''} · `),
        new TextRun({ children: [PageNumber.CURRENT] }),
      ],
    })

  const cell = (text: string, bold = false) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] })

  const tableOf = ({ columns, rows }: ReportTable) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: columns.map((column) => cell(column, true)) }),
        ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text)) })),
      ],
    })

  const lack = (asks: string) =>
    new Paragraph({ children: [new TextRun({ text: 'Dit ontbreekt nog. ', bold: true }), new TextRun(asks)] })

  const itemOf = ({ item, known, written, tables, lacking }: Told) => [
    new Paragraph({ text: `${item.name} (${item.id})`, heading: HeadingLevel.HEADING_2 }),
    ...[...known, ...written].map(plain),
    ...tables.flatMap((table) => [plain(table.caption), tableOf(table), plain('')]),
    ...(lacking ? [lack(item.asks)] : []),
  ]

  return { plain, footOf, itemOf }
}
