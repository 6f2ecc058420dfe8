/** Reads a calendar back (RFC 5545): the lines as they were before folding, and its entries by name. */
import assert from 'node:assert/strict'

export interface ReadEntry {
  [name: string]: string | undefined
}

/** The unfolded lines; every line must end as it should and be short enough. */
export function linesOf(text: string): string[] {
  assert.ok(text.endsWith('\r\n') && !/[^\r]\n/.test(text), 'every line ends on CRLF')
  const folded = text.split('\r\n')
  for (const line of folded) assert.ok(Buffer.byteLength(line) <= 75, `too long: ${line}`)
  return text.replaceAll('\r\n ', '').trimEnd().split('\r\n')
}

const plain = (text: string) => text.replace(/\\([\\;,])/g, '$1').replaceAll('\\n', '\n')

/** The entries of a calendar; parameters stay beside the name. */
export function entriesOf(text: string): ReadEntry[] {
  const entries: ReadEntry[] = []
  let open: ReadEntry | undefined
  for (const line of linesOf(text)) {
    if (line === 'BEGIN:VEVENT') open = {}
    else if (line === 'END:VEVENT' && open) {
      entries.push(open)
      open = undefined
    } else if (open) {
      const at = line.indexOf(':')
      open[line.slice(0, at)] = plain(line.slice(at + 1))
    }
  }
  return entries
}
