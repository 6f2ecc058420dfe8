import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginsAs, cleanName, kindByName, sizeInWords } from './kind.ts'

test('the kind that a name claims', () => {
  const cases: [string, string | undefined][] = [
    ['a.pdf', 'pdf'],
    ['A.JPG', 'jpeg'],
    ['a.jpeg', 'jpeg'],
    ['a.tar.docx', 'docx'],
    ['a.docm', undefined],
    ['pdf', undefined],
    ['a.', undefined],
    ['a.pdf ', undefined],
    ['', undefined],
  ]
  for (const [name, kind] of cases) assert.equal(kindByName(name), kind, name)
})

test('a name fit to be shown: no folders, no control, no turned direction', () => {
  const cases: [string, string][] = [
    ['plan.pdf', 'plan.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\noor\\plan.docx', 'plan.docx'],
    ['plan\u202efdp.exe.pdf', 'planfdp.exe.pdf'],
    ['een\r\nregel\u0007.pdf', 'eenregel.pdf'],
    ['<b>.pdf', '-b-.pdf'],
    ['...', 'bestand'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(100)}.pdf`],
    ['', 'bestand'],
  ]
  for (const [given, clean] of cases) assert.equal(cleanName(given), clean, given)
})

test('sizes as people read them', () => {
  assert.deepEqual([10, 340 * 1024, 2.44 * 1024 * 1024].map(sizeInWords), ['1 kB', '340 kB', '2,4 MB'])
})

test('the first bytes of each kind', () => {
  assert.ok(beginsAs('jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])))
  assert.ok(!beginsAs('pdf', Buffer.from(' %PDF-1.7')))
  assert.ok(!beginsAs('webp', Buffer.from('RIFF0000WAVEfmt ')))
})
