import { csvLine, EXCEL_MARK, harmless } from '../foundation/csv.ts'
import { outcomeWords, type ReportRow } from './import.ts'

const COLUMNS = ['waar', 'soort', 'code', 'naam', 'wat', 'uitleg']
const PORTION = 1_000

const line = (texts: string[]): string => csvLine(texts.map(harmless), ';')

const cellsOf = ({ kind, place, code, title, outcome, words }: ReportRow): string[] => [
  ...[place, kind === 'course' ? 'training' : 'datum', code, title, outcomeWords[outcome], words.join(' ')],
]

/** A whole report as a Dutch spreadsheet opens it, part after part. `load` gives the rows with a number from, up to. */
export async function* reportParts(
  last: number,
  load: (from: number, until: number) => Promise<ReportRow[]>,
): AsyncGenerator<string, void> {
  yield EXCEL_MARK + line(COLUMNS)
  for (let from = 0; from <= last; from += PORTION)
    yield (await load(from, from + PORTION)).map((row) => line(cellsOf(row))).join('')
}
