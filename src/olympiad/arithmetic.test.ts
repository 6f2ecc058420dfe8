import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { countRound, stopCounting } from './arithmetic.ts'
import { roundOf } from './figures.sample.ts'
import { figures } from './figures.ts'

after(stopCounting)

test('the thread gives what the rules give, to each who asks, and takes the arrays along', async () => {
  const given = roundOf(60, 5)
  const [one, other] = await Promise.all([countRound(given), countRound(roundOf(80, 3))])
  assert.deepEqual(one, figures(roundOf(60, 5)))
  assert.deepEqual(other, figures(roundOf(80, 3)))
  assert.equal(given.score.length, 0)
})

test('a round that cannot be counted is a fault in words, and the next one is counted', async () => {
  const faulty = roundOf(60, 5)
  faulty.score[3] = 12
  await assert.rejects(countRound(faulty), /could not be counted: Score 12 is not below 10/)
  await assert.rejects(countRound(faulty), /handed over before/)
  assert.equal((await countRound(roundOf(60, 5))).statements.length, 5)
})

test('a thread that ends costs the rounds that wait; the next one starts a new thread', async () => {
  const lost = countRound(roundOf(2000, 40))
  const ended = assert.rejects(lost, /thread that counts ended/)
  await stopCounting()
  await ended
  assert.equal((await countRound(roundOf(60, 5))).statements.length, 5)
})

test('counting does not hold up the rest', async () => {
  await countRound(roundOf(60, 5))
  const round = roundOf(3000, 60)
  let [turns, counting] = [0, true]
  const counted = countRound(round).finally(() => {
    counting = false
  })
  for (; counting; await turn()) turns += 1
  await counted
  assert.ok(turns > 100, `only ${turns} turns of the event loop while it counted`)
})
