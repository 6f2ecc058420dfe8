import { once } from 'node:events'
import { SheetFault } from '../foundation/sheets/index.ts'
import { readCatalogue } from './import.reading.ts'

// Reads one catalogue in a process of its own, with no settings and no keys, because what it reads was made by anybody.
// Bytes come in at one end, a line per item goes out at the other; whoever is slower makes the other wait.
const PORTION = 100

async function say(lines: string[]): Promise<void> {
  if (lines.length > 0 && !process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
}

// A signal to the whole group is for the server: this process ends when its input does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

let lines: string[] = []
try {
  for await (const item of readCatalogue(process.stdin, (remark) => lines.push(JSON.stringify({ remark })))) {
    lines.push(JSON.stringify(item))
    if (lines.length < PORTION) continue
    await say(lines)
    lines = []
  }
  lines.push('"end"')
} catch (fault) {
  if (!(fault instanceof SheetFault)) throw fault
  lines.push(JSON.stringify({ fault: fault.message }))
}
await say(lines)
