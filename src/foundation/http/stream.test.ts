import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comeBack, eventsOf, listensFromUs, missed, standing, type Told } from './stream.ts'

const told = (...pairs: [event: string, id: string][]): Told[] =>
  pairs.map(([event, id]) => ({ event, id, data: `${event} ${id}` }))

test('who comes back gets what changed meanwhile, and nothing else', () => {
  const before = standing(told(['show', '3'], ['count', '35 & 60']))
  const cases: [now: Told[], last: string | undefined, events: string[]][] = [
    [told(['show', '3'], ['count', '35 & 60']), before, []],
    [told(['show', '4'], ['count', '35 & 60']), before, ['show']],
    [told(['show', '3'], ['count', '40 & 60']), before, ['count']],
    [told(['show', '3'], ['count', '35 & 60']), undefined, ['show', 'count']],
    [told(['show', '3']), 'made up by someone', ['show']],
    [told(['show', '3']), '', ['show']],
  ]
  for (const [now, last, events] of cases)
    assert.deepEqual(
      missed(now, last).map(({ event }) => event),
      events,
      `${last}`,
    )
})

test('events go over the line as the standard asks, with the id on the last alone', () => {
  const text = eventsOf(
    [
      { event: 'show', id: '4', data: 'one\ntwo\r\nthree' },
      { event: 'count', id: '5', data: '' },
    ],
    'show=4&count=5',
  )
  assert.equal(text, 'event: show\ndata: one\ndata: two\ndata: three\n\nid: show=4&count=5\nevent: count\ndata: \n\n')
})

test('browsers come back each at their own time', () => {
  assert.deepEqual(
    [comeBack(1000, 0), comeBack(1000, 0.5), comeBack(1000, 0.999)],
    ['retry: 1000\n\n', 'retry: 3000\n\n', 'retry: 4996\n\n'],
  )
})

test('only our own pages listen along', () => {
  const own = 'https://verankerd.example'
  const cases: [origin: string | undefined, site: string | undefined, listens: boolean][] = [
    [undefined, 'same-origin', true],
    [own, 'same-origin', true],
    [own, undefined, true],
    [undefined, undefined, true],
    [undefined, 'cross-site', false],
    [undefined, 'same-site', false],
    [undefined, 'none', false],
    ['https://elders.example', 'cross-site', false],
    ['https://elders.example', undefined, false],
    ['null', undefined, false],
    ['null', 'same-origin', false],
  ]
  for (const [origin, site, listens] of cases)
    assert.equal(listensFromUs(origin, site, own), listens, `${origin} ${site}`)
})
