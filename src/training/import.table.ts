import type { Typed } from '../foundation/http/index.ts'
import type { SheetRow } from '../foundation/sheets/index.ts'
import type { ImportRow } from './import.row.ts'
import { dayInCell, plain, timeInCell } from './import.words.ts'

/** One column of our template. */
export interface TemplateColumn {
  /** As it stands above the column, and what else people call it. */
  name: string
  others?: string[]
  /** The field of a form it fills, of the course or of a date. */
  course?: string
  offering?: string
  says: string
  width: number
  /** What is done with a cell before a form sees it. */
  read?: (cell: string) => string
}

const points = (register: string, name: string): TemplateColumn[] => [
  {
    name: `punten ${name}`,
    course: `punten_${register}`,
    says: `Hoeveel punten ${name} geeft. Leeg: geen.`,
    width: 12,
  },
  { name: `nummer ${name}`, course: `nummer_${register}`, says: 'Het nummer van de accreditatie.', width: 16 },
  {
    name: `geldig tot ${name}`,
    course: `geldig_${register}`,
    says: 'De laatste dag, bijvoorbeeld 31-12-2028.',
    width: 14,
    read: dayInCell,
  },
]

const eachDay = (cell: string): string =>
  cell
    .split(/[;\n]/)
    .map((day) => dayInCell(day.trim()))
    .join('\n')

/** The columns of our template, in their order: first the course, then one of its dates. */
export const COLUMNS: readonly TemplateColumn[] = [
  {
    name: 'code',
    others: ['trainingscode', 'cursuscode', 'code training', 'eigen code', 'code van de training'],
    says: 'Verplicht. Jullie eigen code van de training. Daaraan herkennen we hem de volgende keer.',
    width: 12,
  },
  {
    name: 'titel',
    others: ['naam', 'training', 'naam van de training'],
    course: 'titel',
    says: 'Verplicht. Hoe de training heet.',
    width: 30,
  },
  {
    name: 'wat kun je daarna',
    others: ['daarna', 'leerdoel', 'resultaat', 'leeruitkomst'],
    course: 'daarna',
    says: 'Verplicht. Begin met “Je”. Zeg wat iemand dan kan doen.',
    width: 50,
  },
  {
    name: 'over de training',
    others: ['over', 'omschrijving', 'beschrijving'],
    course: 'over',
    says: 'Wat je er meer over wilt vertellen.',
    width: 50,
  },
  {
    name: 'vorm',
    course: 'vorm',
    says: 'Verplicht. Op locatie, online, deels online deels op locatie, op je eigen werkplek, of online in je eigen tempo.',
    width: 24,
  },
  {
    name: 'uren',
    others: ['studielast', 'studielast in uren'],
    course: 'uren',
    says: 'Verplicht. Netto: zonder pauzes en reistijd. Bijvoorbeeld 6 of 1,5.',
    width: 10,
  },
  {
    name: 'prijs',
    others: ['prijs in euro s', 'kosten'],
    course: 'prijs',
    says: 'Wat één deelnemer in totaal betaalt, met btw als die erbij komt. Een bedrag of “gratis”. Leeg: op aanvraag.',
    width: 12,
  },
  { name: 'taal', course: 'taal', says: 'Leeg: Nederlands.', width: 12 },
  {
    name: 'niveau',
    course: 'niveau',
    says: 'Voor iedereen, mbo, hbo, post-hbo of wo. Leeg: voor iedereen.',
    width: 14,
  },
  {
    name: 'beroepsgroepen',
    others: ['voor wie', 'doelgroep'],
    course: 'beroepsgroepen[]',
    says: 'Met een puntkomma ertussen. Leeg: voor iedereen.',
    width: 24,
  },
  { name: 'studenten welkom', others: ['studenten'], course: 'studenten', says: 'Ja of nee.', width: 12 },
  {
    name: 'in-company',
    others: ['incompany', 'bij een team op het werk', 'bij jullie op het werk'],
    course: 'incompany',
    says: 'Ja als het ook bij een team op het werk kan.',
    width: 12,
  },
  {
    name: 'begin wanneer je wilt',
    others: ['altijd'],
    course: 'altijd',
    says: 'Ja als je op elk moment kunt beginnen.',
    width: 14,
  },
  {
    name: 'link',
    others: ['meer lezen', 'webpagina', 'adres waar je meer leest'],
    course: 'aanmelden',
    says: 'Waar je meer leest. Begint met https://.',
    width: 30,
  },
  {
    name: 'kenmerken',
    others: ['leert je'],
    says: 'Welke kenmerken je leert en hoe sterk, met een puntkomma ertussen: “op de vraag af: oefenen”.',
    width: 34,
  },
  ...points('registerplein', 'Registerplein'),
  ...points('skj', 'SKJ'),
  {
    name: 'naam ander register',
    others: ['ander register'],
    course: 'naam_overig',
    says: 'Hoe dat register heet. Zonder naam staat er “ander register”.',
    width: 24,
  },
  ...points('overig', 'ander register'),
  {
    name: 'datumcode',
    others: ['code van de datum', 'uitvoeringscode', 'code datum'],
    offering: 'code',
    says: 'Jullie eigen code van deze keer. Mag leeg.',
    width: 12,
  },
  {
    name: 'datum',
    others: ['data', 'dagen', 'startdatum'],
    offering: 'dagen',
    says: 'Alle dagen van deze keer, met een puntkomma ertussen: 9-2-2027; 16-2-2027.',
    width: 22,
    read: eachDay,
  },
  {
    name: 'begintijd',
    others: ['van', 'starttijd'],
    offering: 'van',
    says: 'Bijvoorbeeld 9.30.',
    width: 10,
    read: timeInCell,
  },
  { name: 'eindtijd', others: ['tot'], offering: 'tot', says: 'Bijvoorbeeld 16.30.', width: 10, read: timeInCell },
  {
    name: 'plaats',
    others: ['gemeente', 'woonplaats', 'stad'],
    offering: 'gemeente',
    says: 'Plaats of gemeente, of “online”.',
    width: 16,
  },
  { name: 'locatie', others: ['waar', 'gebouw'], offering: 'waar', says: 'Gebouw en straat.', width: 24 },
  { name: 'online', offering: 'online', says: 'Ja als het (ook) online is.', width: 10 },
  {
    name: 'aantal plaatsen',
    others: ['plaatsen'],
    offering: 'plaatsen',
    says: 'Hoeveel mensen er mee kunnen doen.',
    width: 10,
  },
  {
    name: 'nog vrij',
    others: ['vrije plaatsen', 'plaatsen over'],
    offering: 'over',
    says: 'Hoeveel plaatsen er nog zijn. 0 is vol.',
    width: 10,
  },
  {
    name: 'inschrijflink',
    others: ['aanmelden', 'inschrijven'],
    offering: 'aanmelden',
    says: 'Waar je je aanmeldt. Begint met https://.',
    width: 30,
  },
]

const byName = new Map(
  COLUMNS.flatMap((column) => [column.name, ...(column.others ?? [])].map((name) => [plain(name), column])),
)

/** The columns of a table by their place; undefined when this row is not the one with the names. */
function headerIn(cells: string[]): (TemplateColumn | undefined)[] | undefined {
  const columns = cells.map((cell) => byName.get(plain(cell)))
  const isHeader = columns.some((one) => one?.name === 'code') && columns.filter(Boolean).length > 1
  return isHeader ? columns : undefined
}

/** Rows above the one with names: a title, an explanation. */
const MOST_ABOVE = 20

/** Reads the rows of one table: the names first, wherever they begin, then a course or a date, or both, per row. */
export class TableReader {
  #columns: (TemplateColumn | undefined)[] | undefined
  #above = 0
  #sheet: string
  #strange: string[] = []

  /** `sheet` stands in front of the line when a workbook has more than one. */
  constructor(sheet = '') {
    this.#sheet = sheet
  }

  /** Whether the row with names was found. */
  get isKnown(): boolean {
    return this.#columns !== undefined
  }

  /** The names above columns that are not of our template, as they were typed: what stands below them is not read. */
  get strange(): readonly string[] {
    return this.#strange
  }

  row({ line, cells }: SheetRow): ImportRow | undefined {
    if (this.#columns === undefined) {
      this.#above += 1
      if (this.#above > MOST_ABOVE) return undefined
      this.#columns = headerIn(cells)
      if (this.#columns) this.#strange = cells.filter((cell) => cell.trim() !== '' && !byName.has(plain(cell)))
      return undefined
    }
    const course: Typed = {}
    const offering: Typed = {}
    const row: ImportRow = { place: `${this.#sheet === '' ? '' : `blad “${this.#sheet}”, `}regel ${line}`, code: '' }
    let hasDate = false
    for (const [at, column] of this.#columns.entries()) {
      if (!column) continue
      // A space that does not break, out of a web page.
      const cell = (cells[at] ?? '').replaceAll('\u00a0', ' ').trim()
      const text = cell !== '' && column.read ? column.read(cell) : cell
      if (column.name === 'code') row.code = text
      else if (column.name === 'kenmerken') row.teaches = text
      else if (column.course) course[column.course] = text
      else if (column.offering) {
        offering[column.offering] = text
        hasDate ||= text !== ''
      }
    }
    if (Object.keys(course).length > 0) row.course = course
    if (hasDate) row.offering = offering
    return row
  }
}
