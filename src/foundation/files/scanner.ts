import { connect } from 'node:net'
import { SECOND } from '../clock.ts'

/** What the scanner said; undefined when it did not speak. */
export type ScanOutcome = 'clean' | 'infected'

const PATIENCE = 6 * SECOND
const CHUNK = 256 * 1024

/**
 * Lets clamd look at bytes (INSTREAM: chunks with their length before them, an empty one at the end). Undefined when it is
 * away, slow, or says anything but clean or found: then nobody may see the file yet.
 */
export function scan(scanner: { host: string; port: number }, bytes: Buffer): Promise<ScanOutcome | undefined> {
  return new Promise((resolve) => {
    const socket = connect(scanner.port, scanner.host)
    const said: Buffer[] = []
    const end = () => {
      socket.destroy()
      resolve(outcomeOf(Buffer.concat(said).toString('latin1')))
    }
    socket.setTimeout(PATIENCE, end)
    socket.on('data', (part: Buffer) => said.push(part))
    socket.on('error', end)
    socket.on('end', end)
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const part = bytes.subarray(at, at + CHUNK)
        socket.write(lengthOf(part))
        socket.write(part)
      }
      socket.write(lengthOf(Buffer.alloc(0)))
    })
  })
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(part.length)
  return length
}

function outcomeOf(said: string): ScanOutcome | undefined {
  if (/^stream: OK\s*\0?\s*$/.test(said)) return 'clean'
  return /^stream: .* FOUND\s*\0?\s*$/.test(said) ? 'infected' : undefined
}
