import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  entryHash,
  headLine,
  type LogEntry,
  type LogHead,
  logFaults,
  publicKey,
  readHeadLine,
  signHead,
  signingKey,
} from './log.ts'

const secret = Buffer.alloc(32, 7)
const key = publicKey(secret)
const OLYMPIAD = '00000000-0000-4000-8000-000000000001'
const at = (minute: number) => new Date(Date.UTC(2027, 2, 1, 9, minute))

function chain(objects: string[]): LogEntry[] {
  const entries: LogEntry[] = []
  for (const [index, object] of objects.entries()) {
    const prev = entries.at(-1)?.hash ?? ''
    const entry: Omit<LogEntry, 'hash'> = {
      ...{ olympiad: OLYMPIAD, seq: index + 1, object, actor: null, at: at(index), prev },
      action: 'moderated',
      body: { outcome: 'passed' },
    }
    entries.push({ ...entry, hash: entryHash(entry) })
  }
  return entries
}

const whole = chain(['een', 'twee', 'drie', 'vier', 'vijf'])
const headOf = (entries: LogEntry[]): LogHead => {
  const { seq = 0, hash = '' } = entries.at(-1) ?? {}
  return signHead({ olympiad: OLYMPIAD, seq, hash, signedAt: at(30) }, signingKey(secret))
}
const kept = [headOf(whole.slice(0, 3)), headOf(whole)]
const first = (entries: LogEntry[], heads = kept) => logFaults(entries, heads, key)[0]

test('a whole chain has nothing wrong with it', () => {
  assert.deepEqual(logFaults(whole, kept, key), [])
  assert.deepEqual(logFaults([], [], key), [])
})

test('seven attacks are seen: edit, delete, insert, reorder, cut tail, full rewrite, old copy', () => {
  const edited = whole.map((entry) => (entry.seq === 2 ? { ...entry, object: 'anders' } : entry))
  assert.deepEqual(first(edited), { seq: 2, fault: 'hash' })
  assert.deepEqual(first(whole.filter(({ seq }) => seq !== 2)), { seq: 2, fault: 'number' })
  const inserted = [...whole.slice(0, 2), { ...(whole[1] as LogEntry) }, ...whole.slice(2)]
  assert.deepEqual(first(inserted), { seq: 3, fault: 'number' })
  const [one, two, ...rest] = whole as [LogEntry, LogEntry, ...LogEntry[]]
  assert.deepEqual(first([two, one, ...rest]), { seq: 1, fault: 'number' })
  assert.deepEqual(first(whole.slice(0, 4)), { seq: 5, fault: 'cut' })
  assert.deepEqual(first(chain(['een', 'twee', 'anders', 'vier', 'vijf'])), { seq: 3, fault: 'rewritten' })
  assert.deepEqual(first(whole.slice(0, 3)), { seq: 4, fault: 'cut' })
})

test('a chain that was cut and has nothing kept elsewhere looks whole: that is why heads go off the machine', () => {
  assert.deepEqual(logFaults(whole.slice(0, 4), [], key), [])
})

test('a head that someone else signed, or that was changed, is not ours', () => {
  const forged = signHead(
    { olympiad: OLYMPIAD, seq: 2, hash: 'f'.repeat(64), signedAt: at(1) },
    signingKey(Buffer.alloc(32, 8)),
  )
  const moved = { ...headOf(whole), seq: 4 }
  assert.deepEqual(logFaults(whole, [forged, moved], key), [
    { seq: 2, fault: 'signature' },
    { seq: 4, fault: 'signature' },
  ])
})

test('a head goes into a mail as one line and comes back from it', () => {
  const head = headOf(whole)
  assert.deepEqual(readHeadLine(headLine(head)), head)
  assert.deepEqual(readHeadLine(`  ${headLine(head).replaceAll(' ', '\n')} `), head)
  for (const line of ['', 'verankerd-logboek', headLine(head).slice(0, -1), headLine(head).replace('T', ' ')])
    assert.equal(readHeadLine(line), undefined)
})
