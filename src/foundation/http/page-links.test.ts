import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageLinks } from './page-links.ts'

const cases: [words: string, page: number, total: number, links: [rel: string, page: number][]][] = [
  [
    'an empty list',
    1,
    0,
    [
      ['first', 1],
      ['last', 1],
    ],
  ],
  [
    'one page',
    1,
    10,
    [
      ['first', 1],
      ['last', 1],
    ],
  ],
  [
    'the first of three',
    1,
    21,
    [
      ['first', 1],
      ['next', 2],
      ['last', 3],
    ],
  ],
  [
    'the middle',
    2,
    21,
    [
      ['first', 1],
      ['prev', 1],
      ['next', 3],
      ['last', 3],
    ],
  ],
  [
    'the last',
    3,
    21,
    [
      ['first', 1],
      ['prev', 2],
      ['last', 3],
    ],
  ],
  [
    'past the last',
    9,
    21,
    [
      ['first', 1],
      ['prev', 3],
      ['last', 3],
    ],
  ],
]
for (const [words, page, total, links] of cases)
  test(`links of ${words}`, () => {
    const link = pageLinks(new URL('http://x.example/api?zoek=a+b'), { page, pageSize: 10, total })
    const read = [...link.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, to = '', rel]) => {
      const url = new URL(to)
      assert.equal(url.searchParams.get('zoek'), 'a b')
      return [rel, Number(url.searchParams.get('page'))]
    })
    assert.deepEqual(read, links)
  })
