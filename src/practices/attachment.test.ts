import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachmentTitle, type FilePlace, type FileReader, mayTakeAlong } from './attachment.ts'

test('what a document is called: as typed, else after its file', () => {
  const cases: [string, string, string][] = [
    ['Evaluatie  2025 ', 'x.pdf', 'Evaluatie 2025'],
    ['', 'plan-van_aanpak.docx', 'plan van aanpak'],
    ['', 'zonder', 'zonder'],
    ['x'.repeat(300), 'a.pdf', 'x'.repeat(120)],
  ]
  for (const [typed, file, title] of cases) assert.equal(attachmentTitle(typed, file), title)
})

test('who may take a file along', () => {
  const sentIn: FilePlace = { nomination: 'n', owner: null, withdrawn: false, readers: ['lezer'], published: false }
  const kept: FilePlace = { nomination: 'n', owner: 'eigenaar', withdrawn: false, readers: [], published: false }
  const nobody: FileReader = { person: undefined, isEditor: false, isReader: false, opensNomination: false }
  const someone = { ...nobody, person: 'iemand' }
  const cases: [string, FilePlace[], FileReader, boolean][] = [
    ['a visitor, what was sent in', [sentIn], nobody, false],
    ['someone else', [sentIn], someone, false],
    ['whoever gave the code', [sentIn], { ...nobody, opensNomination: true }, true],
    ['an editor', [sentIn], { ...someone, isEditor: true }, true],
    ['a reader of this one', [sentIn], { ...someone, person: 'lezer', isReader: true }, true],
    ['a reader without second factor', [sentIn], { ...someone, person: 'lezer' }, false],
    ['a reader of another', [sentIn], { ...someone, isReader: true }, false],
    ['a reader, withdrawn', [{ ...sentIn, withdrawn: true }], { ...someone, person: 'lezer', isReader: true }, false],
    ['the owner, not published', [kept], { ...someone, person: 'eigenaar' }, true],
    ['a visitor, not published', [kept], nobody, false],
    ['a visitor, published', [{ ...kept, published: true }], nobody, true],
    ['a file that belongs nowhere', [], { ...someone, isEditor: true, opensNomination: true }, false],
    ['published in one of two places', [sentIn, { ...kept, published: true }], nobody, true],
  ]
  for (const [about, places, asks, may] of cases) assert.equal(mayTakeAlong(places, asks), may, about)
})
