import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inGroups, newCode } from '../foundation/save-code.ts'
import { changeSentence, changeState, followHash } from './change-proposal.ts'

const agenda = { slug: 'voorjaar', title: 'Voorjaar 2027' }
const outcome = { is: 'declined' as const, words: 'Wel besproken.', decidedAt: new Date(0) }

test('a proposal waits, comes on an agenda and is answered; taking it back ends it unless it was answered', () => {
  for (const [proposal, state] of [
    [{ words: 'x', agenda: null, outcome: null }, 'waiting'],
    [{ words: 'x', agenda, outcome: null }, 'on the agenda'],
    [{ words: null, agenda, outcome: null }, 'withdrawn'],
    [{ words: null, agenda: null, outcome: null }, 'withdrawn'],
    [{ words: 'x', agenda, outcome }, 'answered'],
    [{ words: null, agenda, outcome }, 'answered'],
  ] as const)
    assert.equal(changeState(proposal), state)
})

test('the sentence names the Olympiade, and what became of it', () => {
  assert.match(changeSentence({ words: 'x', agenda, outcome: null }), /agenda van Voorjaar 2027/)
  assert.match(changeSentence({ words: 'x', agenda, outcome }), /liet de tekst zoals hij is/)
  assert.match(
    changeSentence({ words: 'x', agenda, outcome: { ...outcome, is: 'became a statement' } }),
    /kwam een zin uit/,
  )
})

test('a code follows, however it is typed; anything else follows nothing', () => {
  const code = newCode()
  assert.equal(followHash(inGroups(code).toLowerCase()), followHash(code))
  assert.notEqual(followHash(newCode()), followHash(code))
  for (const typed of ['', '123456', code.slice(1), `${code}0`]) assert.equal(followHash(typed), undefined)
})
