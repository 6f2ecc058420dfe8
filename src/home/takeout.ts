import { strToU8, zipSync } from 'fflate'
import { csvOf } from '../foundation/csv.ts'
import type { Takeout } from '../people/index.ts'

/** All that is kept about someone as one ZIP: everything in one JSON file, and a CSV per table for whoever likes Excel. */
export function takeoutZip(tables: Takeout[], at: Date): Uint8Array {
  const all = {
    gemaakt: at.toISOString(),
    tabellen: Object.fromEntries(tables.map((table) => [table.name, { titel: table.title, rijen: table.rows }])),
  }
  const readme = [
    'Dit is alles wat Verankerd over jou bewaart.',
    '',
    'alles.json bevat alles bij elkaar. Per onderdeel is er ook een CSV-bestand:',
    ...tables.map((table) => `- ${table.name}.csv: ${table.title} (${table.rows.length})`),
    '',
  ].join('\r\n')
  const files: Record<string, Uint8Array> = {
    'lees-mij.txt': strToU8(readme),
    'alles.json': strToU8(JSON.stringify(all, null, 2)),
  }
  for (const table of tables) files[`${table.name}.csv`] = strToU8(`\ufeff${csvOf(table.rows)}`)
  return zipSync(files, { level: 6, mtime: at })
}
