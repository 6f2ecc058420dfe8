import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OriginRope } from './origin-rope.tsx'
import { Pagination, pageAsked, pageNumbers, pagesFor } from './pagination.tsx'
import { RopeSteps } from './rope-steps.tsx'
import { Table } from './table.tsx'

test('pages near by and at the ends are shown, a single one is never hidden behind dots', () => {
  const cases: [number, number, number[]][] = [
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 12, [1, 0, 4, 5, 6, 0, 12]],
    [3, 12, [1, 2, 3, 4, 0, 12]],
    [4, 5, [1, 2, 3, 4, 5]],
    [12, 12, [1, 0, 11, 12]],
  ]
  for (const [page, pages, expected] of cases) assert.deepEqual(pageNumbers(page, pages), expected)
})

test('one page needs no pagination and the ends have no step beyond', () => {
  const at = (page: number, pages: number) =>
    String(<Pagination page={page} pages={pages} href={(n) => `?pagina=${n}`} />)
  assert.equal(at(1, 1), '')
  assert.doesNotMatch(at(1, 2), /Vorige/)
  assert.match(at(1, 2), /rel="next" href="\?pagina=2"/)
  assert.doesNotMatch(at(2, 2), /Volgende/)
})

test('a page that is not there is the nearest one that is', () => {
  const cases: [asked: string | undefined, pages: number, page: number][] = [
    [undefined, 3, 1],
    ['2', 3, 2],
    ['9', 3, 3],
    ['0', 3, 1],
    ['-1', 3, 1],
    ['twee', 3, 1],
    ['2', 0, 1],
  ]
  for (const [asked, pages, page] of cases) assert.equal(pageAsked(asked, pages), page, `${asked} of ${pages}`)
  assert.deepEqual(
    [0, 1, 100, 101].map((count) => pagesFor(count, 100)),
    [1, 1, 1, 2],
  )
})

test('a withdrawn stop shows that it was withdrawn and nothing of its text', () => {
  const html = String(
    <OriginRope stops={[{ word: 'een citaat', text: 'geheim', href: '/id/geheim', withdrawn: true }]} />,
  )
  assert.match(html, /ingetrokken/)
  assert.doesNotMatch(html, /geheim/)
})

test('the rope says the step in words', () => {
  assert.match(String(<RopeSteps steps={5} current={2} labels={['a', 'b']} />), /Stap 2 van 5: b/)
  assert.match(String(<RopeSteps steps={5} current={6} />), /Stap 5 van 5/)
})

test('a cell knows its column when the table folds', () => {
  const html = String(
    <Table caption="c" columns={[{ label: 'Naam' }, { label: 'Aantal', numeric: true }]} rows={[['a', 1]]} />,
  )
  assert.match(html, /<th scope="row">a<\/th><td class="table__cell--numeric" data-label="Aantal">1<\/td>/)
})
