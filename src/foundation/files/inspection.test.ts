import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { docx, odt } from '../../../test/uploads/office.ts'
import { packedObjects, pdf, stream } from '../../../test/uploads/pdf.ts'
import { flatPng, phonePicture, pngOf } from '../../../test/uploads/picture.ts'
import { corpus } from './corpus.sample.ts'
import { inspect } from './inspection.ts'

const all = await corpus()

async function bytesOf(name: string, bytes: Buffer): Promise<Buffer> {
  const verdict = await inspect(name, bytes)
  assert.ok(verdict.good, verdict.good ? '' : verdict.sentence)
  return verdict.bytes
}

test(`${all.length} honest and hostile files: not one wrong verdict`, async () => {
  assert.ok(all.length >= 100)
  const wrong: string[] = []
  for (const { name, about, bytes, sentence } of all) {
    const verdict = await inspect(name, bytes).catch((fault: unknown) => ({ good: false, sentence: String(fault) }))
    const said = 'sentence' in verdict ? verdict.sentence : undefined
    if (said !== sentence) wrong.push(`${name} (${about}): ${said ?? 'good'}; expected ${sentence ?? 'good'}`)
  }
  assert.deepEqual(wrong, [])
})

test('a refused picture of 30,000 × 30,000 costs no unpacking', async () => {
  // With nothing to unpack the verdict is the same: it comes from the head alone.
  const empty = pngOf(30_000, 30_000, Buffer.from('no picture at all'))
  const verdict = await inspect('plein.png', flatPng(30_000, 30_000))
  assert.equal(verdict.good, false)
  assert.deepEqual(await inspect('plein.png', empty), verdict)
})

test('a photo from a phone is kept upright, no larger than 2,400, and tells nothing', async () => {
  for (const format of ['jpeg', 'webp', 'png'] as const) {
    const bytes = await bytesOf(`foto.${format}`, await phonePicture(format))
    const { width, height, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata()
    assert.deepEqual(
      { width, height, exif, xmp, iptc, icc, orientation },
      {
        width: 40,
        height: 60,
        exif: undefined,
        xmp: undefined,
        iptc: undefined,
        icc: undefined,
        orientation: undefined,
      },
    )
    assert.ok(!bytes.includes('Kanarie'))
  }
  const { width, height } = await sharp(await bytesOf('groot.png', flatPng(6000, 3000))).metadata()
  assert.deepEqual([width, height], [2400, 1200])
})

test('documents lose the names of their makers and nothing else', async () => {
  const word = unzipSync(await bytesOf('plan.docx', docx({ 'word/media/image1.jpg': await phonePicture() })))
  const text = (name: string) => Buffer.from(word[name] ?? []).toString()
  assert.match(text('docProps/core.xml'), /<dc:title>Plan<\/dc:title><dc:creator><\/dc:creator>/)
  assert.match(text('word/document.xml'), /Wij eten elke week samen/)
  assert.equal((await sharp(Buffer.from(word['word/media/image1.jpg'] ?? [])).metadata()).exif, undefined)
  const open = await bytesOf('plan.odt', odt())
  assert.equal(open.toString('latin1', 30, 38), 'mimetype')
  for (const made of [...Object.values(word), ...Object.values(unzipSync(open))])
    assert.ok(!Buffer.from(made).includes('Kanarie'))
})

test('a pdf loses the name of its maker in place, packed or not, and still opens', async () => {
  const bytes = pdf({
    catalogue: '/Metadata 6 0 R',
    more: [
      stream('/Type /Metadata /Subtype /XML', '<x:xmpmeta><dc:creator>Kanarie</dc:creator></x:xmpmeta>'),
      packedObjects('<< /Author (Kanarie de Maker) /Title (Kort) >>'),
    ],
  })
  const clean = await bytesOf('plan.pdf', bytes)
  assert.equal(clean.length, bytes.length)
  assert.ok(!clean.includes('Kanarie'))
  assert.ok(clean.includes('/Title (Plan)'))
  const again = await bytesOf('plan.pdf', clean)
  assert.ok(again.equals(clean))
})

test('the same file gives the same bytes', async () => {
  const bytes = docx()
  assert.ok((await bytesOf('plan.docx', bytes)).equals(await bytesOf('plan.docx', bytes)))
})
