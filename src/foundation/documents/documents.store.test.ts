import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { documentProcess, renderPdf, stopDocuments } from './index.ts'

const folder = join(import.meta.dirname, 'probe')
const at = new Date('2026-11-21T12:00:00Z')
const template = (name: string) => `foundation/documents/probe/${name}.typ`
const head = '#import "/foundation/documents/house.typ": *\n#let data = json(bytes(sys.inputs.data))\n'

before(() => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'good.typ'),
    `${head}#show: house.with(title: data.title, foot: "Verankerd")\n= #data.title\n#band[Twee woorden]\n`,
  )
  writeFileSync(join(folder, 'untitled.typ'), `${head}Geen titel.\n`)
})
after(() => {
  stopDocuments()
  rmSync(folder, { recursive: true })
})

test('a document is tagged PDF/UA-1 with title and language, and the same input gives the same bytes', async () => {
  const order = { template: template('good'), data: { title: 'Eigen kracht – één lijn' }, at }
  const [first, second] = [await renderPdf(order), await renderPdf(order)]
  assert.equal(first.subarray(0, 5).toString(), '%PDF-')
  const text = first.toString('latin1')
  assert.match(text, /pdfuaid/)
  assert.match(text, /\/Lang\s*\(nl/)
  assert.match(text, /\/StructTreeRoot/)
  assert.ok(first.equals(second))
})

test('a document without a title is refused, and the next one is made', async () => {
  await assert.rejects(renderPdf({ template: template('untitled'), data: {}, at }), /title/i)
  assert.ok((await renderPdf({ template: template('good'), data: { title: 'Weer goed' }, at })).length > 1_000)
})

test('letters the fonts cannot draw never stop a document', async () => {
  assert.ok(
    (await renderPdf({ template: template('good'), data: { title: 'Łódź 日本 😀 \u0007' }, at })).length > 1_000,
  )
})

test('a killed document process costs one document at most; the fifty-first that waits is told to come back', async () => {
  const order = { template: template('good'), data: { title: 'x' }, at }
  const pid = documentProcess()
  const waiting = renderPdf(order)
  if (pid) process.kill(pid, 'SIGKILL')
  await waiting.catch((fault: Error) => assert.match(fault.message, /document process ended/))
  const crowd = Array.from({ length: 51 }, () => renderPdf(order))
  assert.throws(() => renderPdf(order), /veel documenten/)
  assert.equal((await Promise.all(crowd)).length, 51)
})

test('a document process that cannot start, or is stopped, fails its documents and nothing else', async () => {
  const order = { template: template('good'), data: { title: 'x' }, at }
  stopDocuments()
  const { execPath } = process
  process.execPath = '/nowhere/node'
  try {
    await assert.rejects(renderPdf(order), /the document process ended/)
  } finally {
    process.execPath = execPath
  }
  assert.ok((await renderPdf(order)).length > 1_000)
  const outcomes = Promise.allSettled([renderPdf(order), renderPdf(order)])
  stopDocuments()
  assert.deepEqual(
    (await outcomes).map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.ok((await renderPdf(order)).length > 1_000)
})
