import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm } from '../foundation/http/index.ts'
import { learningFormForm, learningFormInWords, learningFormTyped } from './learning-form.form.ts'
import { type LearningForm, outdatedIn } from './learning-form.ts'

const standard = (slug: string, revision = 'r1') => ({ item: `item ${slug}`, revision, slug, name: `Naam ${slug}` })
const standards = [standard('een'), standard('twee')]
const typed = {
  ...{ titel: 'Intervisie', zin: 'Leg één vraag op tafel.', kosten: 'gratis', tijd: 'een uur', waar: 'op je werk' },
  ...{ mensen: 'met zijn vieren', stappen: 'Kies\nVertel\nLuister', vragen: 'Wat?', letop: 'Noem geen namen.' },
  ...{ sterkte_een: 'practice', sterkte_twee: '', versie: '3' },
}

const check = (more: Record<string, string>) => checkForm(learningFormForm(standards), { ...typed, ...more })

for (const [more, ...faults] of [
  [{}],
  [{ titel: '' }, ['titel', 'Geef de leervorm een naam.']],
  [{ zin: 'x' }, ['zin', 'Zeg in één zin wat je doet.']],
  [{ kosten: '' }, ['kosten', 'Zeg wat het kost, of schrijf “gratis”.']],
  [{ letop: 'x'.repeat(601) }, ['letop', 'Houd het bij hooguit 600 tekens.']],
  [{ stappen: 'Kies\n\nVertel' }, ['stappen', 'Schrijf minstens drie stappen, elk op een eigen regel.']],
  [{ vragen: '\n \n' }, ['vragen', 'Schrijf minstens één vraag om te stellen.']],
  [
    { stappen: Array.from({ length: 13 }, (_, n) => `Stap ${n}`).join('\n') },
    ['stappen', 'Houd het bij hooguit 12 regels. Nu zijn het er 13.'],
  ],
  [
    { stappen: `Kies\n${'x'.repeat(401)}\nLuister` },
    ['stappen', 'Regel 2 is te lang. Houd elke regel bij hooguit 400 tekens.'],
  ],
  [{ sterkte_een: '' }, ['sterkte_een', 'Kies bij minstens één kenmerk hoe sterk je ermee oefent.']],
  [{ sterkte_een: 'heel erg' }, ['sterkte_een', 'Kies bij minstens één kenmerk hoe sterk je ermee oefent.']],
  // Everything at once, also what goes over more than one field.
  [
    { titel: '', sterkte_een: '' },
    ['titel', 'Geef de leervorm een naam.'],
    ['sterkte_een', 'Kies bij minstens één kenmerk hoe sterk je ermee oefent.'],
  ],
] as [Record<string, string>, ...[field: string, message: string][]][])
  test(`a learning form with ${JSON.stringify(more).slice(0, 60)}`, () => {
    const form = check(more)
    assert.deepEqual(form.ok ? [] : form.errors.map(({ field, message }) => [field, message]), faults)
    if (!form.ok) assert.equal(form.typed.sterkte_twee, '', 'what was typed is still there')
  })

test('what stands in front of a line to count it goes; what belongs to it stays', () => {
  const form = check({ stappen: '1. Kies er 2\n- Vertel\n\n3) Luister 10 minuten\n* 4-daagse' })
  assert.deepEqual(form.ok && form.value.steps, ['Kies er 2', 'Vertel', 'Luister 10 minuten', '4-daagse'])
})

const kept = (): LearningForm => {
  const form = check({})
  assert.ok(form.ok)
  const { version, ...text } = form.value
  const house = { id: 'id', slug: 'intervisie', item: null, filePrint: null, liveSince: null, isArchived: false }
  return { ...text, version, ...house, updatedAt: new Date(0) }
}

test('it comes back in its form as it was typed, and in words', () => {
  const { versie: _, ...fields } = typed
  assert.deepEqual(learningFormTyped(kept(), standards), fields)
  const names = new Map(standards.map(({ item, name }) => [item, name]))
  assert.equal(learningFormInWords(kept(), names)['Oefent met'], 'Naam een: oefenen')
  assert.equal(learningFormInWords(kept(), names).Stappen, 'Kies\nVertel\nLuister')
})

test('a standard with a new text is asked about, only where one practises it', () => {
  assert.deepEqual(outdatedIn(kept(), standards), [])
  assert.deepEqual(outdatedIn(kept(), [standard('een', 'r2'), standard('twee', 'r2')]), ['Naam een'])
})
