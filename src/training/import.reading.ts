import { csvRows, decoded, JsonItems, SheetFault, xlsxRows } from '../foundation/sheets/index.ts'
import { registerNameOf } from './course.ts'
import { columnNames, quoted } from './import.faults.ts'
import { Judge } from './import.judging.ts'
import type { ImportItem, ImportRow } from './import.row.ts'
import { TableReader } from './import.table.ts'
import { piecesIn, structuredRows } from './json-ld.reading.ts'
import { OeapiReader } from './oeapi.reading.ts'

/** What is read whole before it is read: a workbook, a table or a page. Lists in JSON may go on for longer. */
const LARGEST = 32 * 1024 * 1024
/** More is no catalogue, whoever sends it. */
const MOST_ITEMS = 250_000

const NOTHING =
  'We vonden geen training in wat je stuurde. Kijk of het ons sjabloon is, of een bestand dat een ander systeem zo aanbiedt.'
const NO_HEADER =
  'We vinden de rij met namen van kolommen niet. Zet boven de kolommen hoe ze heten, zoals in ons sjabloon; minstens “code” en “titel”.'

const OTHER =
  'Dit is geen tabel die we kunnen lezen. Stuur het als Excel (.xlsx) of als CSV; een oude .xls sla je eerst op als .xlsx.'
/** How a PNG, a JPEG and an old .xls begin: none can be the text of a table. */
const OLD_OR_PICTURE = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** Hears, as a sentence, what was left unread without being wrong. */
export type Remarking = (remark: string) => void

/**
 * The rows of a catalogue, whatever it is, judged one by one; `remark` hears what was left unread.
 * @throws SheetFault when it can't be read any further
 */
export async function* readCatalogue(
  bytes: AsyncIterable<Uint8Array>,
  remark: Remarking = () => {},
): AsyncGenerator<ImportItem> {
  const judge = new Judge()
  let count = 0
  let nameless = 0
  for await (const row of rowsIn(bytes, remark))
    for (const item of judge.itemsOf(row)) {
      count += 1
      if (count > MOST_ITEMS)
        throw new SheetFault(`Dit zijn meer dan ${MOST_ITEMS.toLocaleString('nl-NL')} regels. Stuur het in delen.`)
      if (isNameless(item)) nameless += 1
      yield item
    }
  if (count === 0) throw new SheetFault(NOTHING)
  if (nameless > 0) remark(namelessWords(nameless))
}

/** Whether a course that can be taken over has points of a register that it does not name. */
const isNameless = (item: ImportItem): boolean =>
  item.kind === 'course' &&
  item.faults.length === 0 &&
  (item.given.accreditations ?? []).some((one) => registerNameOf(one) === null)

const namelessWords = (count: number): string =>
  `Bij ${count === 1 ? 'één training' : `${count} trainingen`} staan punten van een ander register, zonder hoe dat register heet. Op de site staat dan “ander register”. Wil je de naam erbij? Schrijf die onder “${columnNames.naam_overig}”, en lever het opnieuw aan.`

async function* rowsIn(bytes: AsyncIterable<Uint8Array>, remark: Remarking): AsyncGenerator<ImportRow> {
  const pieces = bytes[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done || first.value.length === 0) throw new SheetFault('Dit bestand is leeg. Kies een ander bestand.')
  const rest = { [Symbol.asyncIterator]: () => pieces }
  switch (beginningOf(first.value)) {
    case 'json':
      return yield* rowsOfJson(first.value, rest)
    case 'zip':
      return yield* rowsOfWorkbook(await whole(first.value, rest), remark)
    case 'page':
      return yield* rowsOfPage(await whole(first.value, rest))
    case 'other':
      throw new SheetFault(OTHER)
    case 'text':
      return yield* rowsOfTable(await whole(first.value, rest), remark)
  }
}

function beginningOf(bytes: Uint8Array): 'json' | 'zip' | 'page' | 'text' | 'other' {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip'
  const start = Buffer.from(bytes.subarray(0, 256))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return 'json'
  if (start.startsWith('<')) return 'page'
  return start.startsWith('%PDF') || OLD_OR_PICTURE.some((mark) => mark.every((byte, at) => bytes[at] === byte))
    ? 'other'
    : 'text'
}

async function whole(first: Uint8Array, rest: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all = [first]
  let size = first.length
  for await (const piece of rest) {
    size += piece.length
    if (size > LARGEST) throw new SheetFault('Dit bestand is te groot. Stuur het in delen van hooguit 25 MB.')
    all.push(piece)
  }
  return Buffer.concat(all)
}

function* rowsOfTable(bytes: Buffer, remark: Remarking): Generator<ImportRow> {
  const reader = new TableReader()
  for (const row of csvRows(decoded(bytes))) {
    const read = reader.row(row)
    if (read) yield read
  }
  if (!reader.isKnown) throw new SheetFault(NO_HEADER)
  remarkStrange(reader.strange, remark)
}

async function* rowsOfWorkbook(bytes: Buffer, remark: Remarking): AsyncGenerator<ImportRow> {
  let sheet = ''
  let reader = new TableReader()
  let isKnown = false
  const strange = new Set<string>()
  for await (const row of xlsxRows(bytes)) {
    if (row.sheet !== sheet) {
      sheet = row.sheet
      reader = new TableReader(sheet)
    }
    const read = reader.row(row)
    isKnown ||= reader.isKnown
    for (const name of reader.strange) strange.add(name)
    if (read) yield read
  }
  if (!isKnown) throw new SheetFault(NO_HEADER)
  remarkStrange([...strange], remark)
}

/** So many names of columns are said; a table with more of them is no template of ours. */
const MOST_NAMED = 20

function remarkStrange(names: readonly string[], remark: Remarking): void {
  if (names.length === 0) return
  const said = names.slice(0, MOST_NAMED).map(quoted).join(', ')
  const more = names.length > MOST_NAMED ? ` en nog ${names.length - MOST_NAMED}` : ''
  remark(
    names.length === 1
      ? `De kolom ${said} kennen we niet. Wat eronder staat, lazen we niet. Hoort het bij een kolom van ons sjabloon? Geef hem die naam, en lever het opnieuw aan.`
      : `De kolommen ${said}${more} kennen we niet. Wat eronder staat, lazen we niet. Horen ze bij kolommen van ons sjabloon? Geef ze die namen, en lever het opnieuw aan.`,
  )
}

async function* rowsOfJson(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRow> {
  const decoder = new TextDecoder()
  const items = new JsonItems()
  const reader = new OeapiReader()
  const counted = { count: 0 }
  const isStructured = Buffer.from(first.subarray(0, 2048)).toString('utf8').includes('schema.org')
  if (isStructured) return yield* structuredRows(asJson((await whole(first, rest)).toString('utf8')), counted)
  const rows = function* (text: string): Generator<ImportRow> {
    for (const item of items.read(text)) yield* reader.rows(item)
  }
  yield* rows(decoder.decode(first, { stream: true }))
  for await (const piece of rest) yield* rows(decoder.decode(piece, { stream: true }))
  yield* rows(decoder.decode())
  items.end()
}

function* rowsOfPage(bytes: Buffer): Generator<ImportRow> {
  const counted = { count: 0 }
  let isThere = false
  for (const piece of piecesIn([...decoded(bytes)].join(''))) {
    isThere = true
    yield* structuredRows(asJson(piece), counted)
  }
  if (!isThere)
    throw new SheetFault(
      'Op deze pagina staat geen JSON-LD van schema.org. Vraag wie jullie site maakt om die toe te voegen.',
    )
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SheetFault('De JSON-LD op deze pagina is niet compleet. Vraag wie jullie site maakt om die na te kijken.')
  }
}
