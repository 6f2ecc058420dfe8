import { csvOf } from '../foundation/csv.ts'
import { xlsxOf } from '../foundation/sheets/index.ts'
import { COLUMNS } from './import.table.ts'

/** What can be taken along to fill in, and to see how it is filled in. */
export const TEMPLATES = ['sjabloon.xlsx', 'sjabloon.csv', 'voorbeeld.xlsx', 'voorbeeld.csv'] as const

export type TemplateName = (typeof TEMPLATES)[number]

/** Made up: two courses, of which one comes twice. Only what is said is named here; the rest of a row is empty. */
const EXAMPLE: Record<string, string>[] = [
  {
    code: 'T-1',
    titel: 'Luisteren op de trap (verzonnen voorbeeld)',
    'wat kun je daarna': 'Je laat iemand uitpraten voordat je iets voorstelt.',
    'over de training': 'Je oefent met gesprekken uit je eigen werk. Neem er één mee.',
    ...{
      vorm: 'op locatie',
      uren: '6',
      prijs: '€ 225',
      niveau: 'hbo',
      beroepsgroepen: 'wijkteam; maatschappelijk werk',
    },
    ...{ 'studenten welkom': 'ja', 'in-company': 'ja', link: 'https://opleider.example/luisteren' },
    kenmerken: 'op de vraag af: oefenen; eigen kracht versterken: kennismaken',
    ...{ 'naam ander register': 'Register Straatwerk (verzonnen)', 'punten ander register': '2' },
    ...{ 'punten Registerplein': '6', 'nummer Registerplein': 'RP-VB-1', 'geldig tot Registerplein': '31-12-2028' },
    ...{
      datumcode: 'T-1-voorjaar',
      datum: '9-2-2027; 16-2-2027',
      begintijd: '9.30',
      eindtijd: '12.30',
      plaats: 'Assen',
    },
    ...{ locatie: 'De Drukkerij, Dorpsstraat 1', 'aantal plaatsen': '12', 'nog vrij': '4' },
  },
  {
    code: 'T-1',
    ...{
      datumcode: 'T-1-najaar',
      datum: '5-10-2027; 12-10-2027',
      begintijd: '9.30',
      eindtijd: '12.30',
      plaats: 'Utrecht',
    },
    ...{ locatie: 'Buurthuis De Brug', 'aantal plaatsen': '12', 'nog vrij': '12' },
  },
  {
    code: 'T-2',
    titel: 'Schulden zien aankomen (verzonnen voorbeeld)',
    'wat kun je daarna': 'Je herkent vroege tekenen van schulden en brengt het gesprek erop.',
    ...{ vorm: 'online in je eigen tempo', uren: '1,5', prijs: 'gratis', 'begin wanneer je wilt': 'ja' },
    kenmerken: 'signaleren en agenderen: verdiepen',
  },
]

const names = COLUMNS.map(({ name }) => name)
const rowOf = (row: Record<string, string>): string[] => names.map((name) => row[name] ?? '')

/** The file with this name: for Excel with a sheet that says what goes where, for CSV as a Dutch spreadsheet opens it. */
export function templateFile(file: TemplateName): { type: string; bytes: Uint8Array | string } {
  const rows = file.startsWith('voorbeeld') ? EXAMPLE : []
  if (file.endsWith('.csv')) {
    const lines = rows.length > 0 ? rows : [{}]
    const text = csvOf(
      lines.map((row) => Object.fromEntries(names.map((name, at) => [name, rowOf(row)[at] ?? '']))),
      { excel: true },
    )
    // Without rows only the names: an empty row below them says nothing.
    return { type: 'text/csv; charset=utf-8', bytes: rows.length > 0 ? text : `${text.split('\r\n')[0]}\r\n` }
  }
  const sheet = { name: 'Aanbod', header: names, rows: rows.map(rowOf), widths: COLUMNS.map(({ width }) => width) }
  const said = COLUMNS.map(({ name, says }) => [name, says])
  const help = { name: 'Uitleg', header: ['Kolom', 'Wat zet je erin?'], rows: said, widths: [28, 80] }
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: xlsxOf([sheet, help]),
  }
}
