import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayNumber } from './agenda.ts'
import { type CourseEntry, CourseIndex } from './course-index.ts'
import { ANY_DAY } from './date-ask.ts'
import { type Chosen, countable, narrow } from './facet.ts'
import { type FindWords, optionsOf } from './facet.words.ts'
import { isFromForm, readFinding } from './finding.form.ts'
import { numbersOn, type Order, orderOf } from './finding.order.ts'
import { dateAsk, type Finding, findUrl, fittingRows, NOTHING_ASKED } from './finding.ts'
import { placeTyped } from './place.ts'
import { chosenWords, waysOn } from './way-on.ts'

const today = '2026-11-24'
const words: FindWords = {
  standards: new Map([
    ['s-1', { slug: 'op-de-vraag-af', title: 'Op de vraag af' }],
    ['s-2', { slug: 'integraal-werken', title: 'Integraal werken' }],
  ]),
  competences: new Map([['netwerken', { title: 'Netwerken', standards: ['s-2'] }]]),
}
const finding = (more: Partial<Finding>): Finding => ({ ...NOTHING_ASKED, ...more })
const queries = (address: string) => {
  const query = new URL(address, 'http://site').searchParams
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
}
const read = (address: string) => readFinding(queries(address), words)

const addresses: [string, Finding, string][] = [
  ['nothing', finding({}), '/scholing'],
  ['words and a place', finding({ text: 'rouw', near: 'Assen' }), '/scholing?zoek=rouw&bij=Assen'],
  [
    'how far, online and when',
    finding({ near: 'Den Haag', radius: 0, online: true, month: '2026-12', seats: true }),
    '/scholing?bij=Den+Haag&straal=0&online=ja&wanneer=2026-12&plaats=ja',
  ],
  [
    'facets by their Dutch names',
    finding({ chosen: { standard: ['s-1'], form: ['on site', 'in-company'], students: ['ja'] } }),
    '/scholing?kenmerk=op-de-vraag-af&vorm=op-locatie&vorm=bij-jullie&studenten=ja',
  ],
  [
    'provinces by their names',
    finding({ chosen: { province: ['PV22', 'PV27'] } }),
    '/scholing?provincie=Drenthe&provincie=Noord-Holland',
  ],
  [
    'order and page',
    finding({ chosen: { competence: ['netwerken'] }, order: 'price', page: 3 }),
    '/scholing?competentie=netwerken&orde=prijs&pagina=3',
  ],
]
for (const [name, wanted, address] of addresses)
  test(`an address says what is asked, and is read back: ${name}`, () => {
    assert.equal(findUrl(wanted, words), address)
    assert.deepEqual(read(address), { finding: wanted, errors: [] })
  })

test('an old or mistyped address: unknown values are left out, a radius and a month that are none are said', () => {
  const { finding: got, errors } = read(
    '/scholing?kenmerk=weg&vorm=x&prijs=1e9&straal=-5&wanneer=2026-13&orde=x&pagina=0&online=1&plaats=nee',
  )
  assert.deepEqual(got, NOTHING_ASKED)
  assert.deepEqual(
    errors.map(({ field }) => field),
    ['straal', 'wanneer'],
  )
  assert.match(errors[0]?.message ?? '', /10, 25, 50, 100 km/)
  assert.equal(read(`/scholing?zoek=${'a'.repeat(900)}`).finding.text.length, 200)
  assert.equal(read('/scholing?pagina=99999').finding.page, 99_999)
  for (const nonsense of ['abc', '1e3', '25km', '٢٥', '26', '99999999999999999999'])
    assert.equal(read(`/scholing?straal=${nonsense}`).errors.length, 1, nonsense)
})

test('an address from the form has a shorter one', () => {
  assert.equal(isFromForm(queries('/scholing?zoek=&bij=Assen')), true)
  assert.equal(isFromForm(queries('/scholing?vorm[]=online')), true)
  assert.equal(isFromForm(queries('/scholing?bij=Assen')), false)
})

const day = (many: number) => dayNumber(today) + many
function entry(no: number, tags: string[], more: Partial<CourseEntry> = {}): CourseEntry {
  return {
    ...{ no, at: no, words: "'leren':1A", tags: tags.join('\n'), form: 'on site', anyTime: false, inCompany: false },
    ...{ priceCents: 0, card: '{}', dates: `${day(no)},GM0106,0,3`, points: '' },
    ...more,
  }
}
function shelf(entries: CourseEntry[]) {
  const index = new CourseIndex()
  for (const one of entries) index.put(one)
  return index.view()
}
const sense = { today, competences: new Map([['netwerken', ['s-2']]]) }

test('facets: any value within one, all together, and each count leaves its own facet out', () => {
  const courses = shelf([
    entry(1, ['standard=s-1', 'form=online', 'price=gratis'], { points: `skj,${day(-1)}` }),
    entry(2, ['standard=s-1', 'standard=s-2', 'form=on site'], { points: `skj,${day(9)}` }),
    entry(3, ['standard=s-2', 'form=on site']),
  ])
  const all = narrow(courses, {}, courses.words.all, sense)
  assert.equal(all.total, 3)
  assert.deepEqual([...all.counts.standard].sort(), [
    ['s-1', 2],
    ['s-2', 2],
  ])
  assert.deepEqual([...all.counts.register], [['skj', 1]])
  assert.deepEqual([...all.counts.competence], [['netwerken', 2]])
  const two = narrow(courses, { standard: ['s-1'], form: ['on site'] }, courses.words.all, sense)
  assert.deepEqual(courses.words.numbers(two.rows), [2])
  assert.equal(two.counts.standard.get('s-2'), 2)
  assert.equal(two.counts.form.get('online'), 1)
  const either = narrow(courses, { register: ['skj', 'overig'] }, courses.words.all, sense)
  assert.deepEqual(courses.words.numbers(either.rows), [2])
  const none = narrow(courses, { register: ['__proto__'] }, courses.words.all, sense)
  assert.equal(none.total, 0)
  assert.equal(narrow(courses, { competence: ['netwerken'] }, courses.words.all, sense).total, 2)
})

test('provinces: one date that fits everything else lies in it, and each count is what choosing it would leave', () => {
  const courses = shelf([
    entry(1, ['form=on site'], { dates: `${day(3)},GM0106,0,3;${day(40)},GM0014,0,3` }),
    entry(2, ['form=on site'], { dates: `${day(5)},GM0014,0,0` }),
    entry(3, ['form=online'], { dates: `${day(5)},,1,3` }),
    entry(4, ['form=workplace'], { dates: '', anyTime: true, form: 'workplace' }),
    entry(5, ['form=blended'], { dates: `${day(2)},GM0014,1,3`, form: 'blended' }),
  ])
  const asked = (more: Partial<Finding>, near = '') => {
    const located = placeTyped(near)
    const ask = dateAsk(finding(more), located.is === 'place' ? located.place : undefined, today)
    const fitting = courses.agenda.fitting(ask)
    return { fitting, ...narrow(courses, more.chosen ?? {}, fittingRows(courses, fitting), { ...sense, fitting }) }
  }
  const questions: [string, Partial<Finding>, string][] = [
    ['nothing', {}, ''],
    ['a month', { month: '2026-11' }, ''],
    ['seats', { seats: true }, ''],
    ['near', { near: 'Assen', radius: 50 }, 'Assen'],
    ['near or online', { near: 'Assen', radius: 10, online: true }, 'Assen'],
    ['a form', { chosen: { form: ['on site'] } }, ''],
  ]
  for (const [name, more, near] of questions) {
    const { counts } = asked(more, near)
    for (const province of ['PV20', 'PV22', 'PV31']) {
      const chosen = asked({ ...more, chosen: { ...more.chosen, province: [province] } }, near)
      assert.equal(chosen.total, counts.province.get(province) ?? 0, `${name}: ${province}`)
      assert.deepEqual(chosen.counts.province, counts.province, `${name}: ${province} beside the others`)
    }
  }
  const { rows, fitting } = asked({ chosen: { province: ['PV20'] } })
  const list = { order: 'date' as const, question: undefined, fitting, skip: 0, most: 9 }
  assert.deepEqual(numbersOn(courses, rows, list), [5, 2, 1, 4], 'in the order of the dates that lie there')
  assert.deepEqual(courses.words.numbers(asked({ chosen: { province: ['PV22', 'PV20'] } }).rows), [1, 2, 4, 5])
})

test('what suits all facets but one is all a list and its counts are about', () => {
  const courses = shelf(
    Array.from({ length: 64 }, (_, at) =>
      entry(at + 1, [
        ...(at & 1 ? ['standard=s-1'] : []),
        ...(at & 2 ? ['standard=s-2'] : []),
        `form=${at & 4 ? 'online' : 'on site'}`,
        `price=${at & 8 ? 'gratis' : 'tot-250'}`,
        `language=${at & 16 ? 'nl' : 'en'}`,
      ]),
    ),
  )
  const { all } = courses.words
  const choices: Chosen[] = [
    {},
    { standard: ['s-1'] },
    { standard: ['s-1'], form: ['online'] },
    { standard: ['s-1', 's-2'], form: ['online'], price: ['gratis'] },
    { standard: ['s-2'], form: ['on site'], price: ['tot-250'], language: ['nl'] },
    { standard: ['none'], form: ['online'], price: ['gratis'] },
  ]
  for (const chosen of choices) {
    const few = countable(courses, chosen, all, sense)
    assert.deepEqual(narrow(courses, chosen, few, sense), narrow(courses, chosen, all, sense))
    const many = Object.keys(chosen).length
    assert.ok(many < 2 || courses.words.count(few) < 64, `${many} facets leave something out`)
  }
})

test('order: by day, by how far, by price; what is equal goes by its day, and on request comes last', () => {
  const courses = shelf([
    entry(1, [], { dates: `${day(30)},GM0106,0,3`, priceCents: 5_000 }),
    entry(2, [], { dates: `${day(10)},GM0014,0,3`, priceCents: null }),
    entry(3, [], { dates: `${day(20)},GM0106,0,3`, priceCents: 5_000 }),
    entry(4, [], { dates: '', anyTime: true, form: 'workplace', priceCents: 0 }),
    entry(5, [], { dates: `${day(-2)},GM0106,0,3` }),
  ])
  const located = placeTyped('Assen')
  const place = located.is === 'place' ? located.place : undefined
  const ask = dateAsk(finding({ near: 'Assen', radius: 50 }), place, today)
  const fitting = courses.agenda.fitting(ask)
  const list = (order: Order, skip = 0, most = 9) =>
    numbersOn(courses, fittingRows(courses, fitting), { order, question: undefined, fitting, skip, most })
  assert.deepEqual(list('date'), [2, 3, 1, 4])
  assert.deepEqual(list('distance'), [3, 1, 2, 4])
  assert.deepEqual(list('price'), [4, 3, 1, 2])
  assert.deepEqual(list('price', 1, 2), [3, 1])
  assert.deepEqual(list('date', 40), [])
})

test('order: of a kenmerk, what teaches it more strongly fits better, then by day', () => {
  const teaching = (...said: string[]) => said.flatMap((one) => [`standard=${one.split(':')[0]}`, `teaches=${one}`])
  const courses = shelf([
    entry(1, teaching('s-1:introduction'), { dates: `${day(1)},GM0106,0,3` }),
    entry(2, teaching('s-1:deepening'), { dates: `${day(40)},GM0106,0,3` }),
    entry(3, teaching('s-1:practice', 's-2:deepening'), { dates: `${day(2)},GM0106,0,3` }),
    entry(4, teaching('s-1:deepening'), { dates: `${day(30)},GM0106,0,3` }),
    entry(5, teaching('s-1:introduction', 's-2:practice'), { dates: '', anyTime: true }),
  ])
  const fitting = courses.agenda.fitting(dateAsk(finding({}), undefined, today))
  const list = (standards: string[], more: { skip?: number; order?: Order } = {}) =>
    numbersOn(courses, fittingRows(courses, fitting), {
      ...{ order: 'fit', question: undefined, standards, fitting, skip: 0, most: 9 },
      ...more,
    })
  assert.deepEqual(list(['s-1']), [4, 2, 3, 1, 5])
  assert.deepEqual(list(['s-1'], { skip: 3 }), [1, 5])
  assert.deepEqual(list(['s-1', 's-2']), [3, 4, 2, 5, 1], 'the strongest of two counts')
  assert.deepEqual(list(['s-1'], { order: 'date' }), [1, 3, 4, 2, 5])
})

test('the order that suits the question, unless another makes sense', () => {
  const place = { name: 'Assen', gemeente: 'GM0106', lat: 53, lon: 6.5 }
  assert.equal(orderOf(finding({}), undefined), 'date')
  assert.equal(orderOf(finding({}), place), 'distance')
  assert.equal(orderOf(finding({ text: 'rouw' }), place), 'fit')
  assert.equal(orderOf(finding({ text: 'rouw', order: 'price' }), place), 'price')
  assert.equal(orderOf(finding({ order: 'distance' }), undefined), 'date')
  assert.equal(orderOf(finding({ order: 'fit' }), undefined), 'date')
  const chosen = { standard: ['s-1'] }
  assert.equal(orderOf(finding({ chosen }), undefined), 'fit')
  assert.equal(orderOf(finding({ chosen }), place), 'distance')
  assert.equal(orderOf(finding({ chosen, order: 'fit' }), place), 'fit')
  assert.equal(orderOf(finding({ chosen, order: 'date' }), undefined), 'date')
})

test('a month is from its first day, or today, to its last', () => {
  const asked = (month: string) => dateAsk(finding({ month }), undefined, today)
  assert.deepEqual([asked('').from, asked('').to], [day(0), ANY_DAY])
  assert.deepEqual([asked('2026-11').from, asked('2026-11').to], [day(0), dayNumber('2026-11-30')])
  assert.deepEqual([asked('2026-12').from, asked('2026-12').to], [dayNumber('2026-12-01'), dayNumber('2026-12-31')])
  assert.ok(asked('2020-01').to < asked('2020-01').from)
})

test('what narrows can be taken away one by one, and an empty list says what else could be asked', () => {
  const now = finding({ text: 'rouw', near: 'Assen', month: '2026-12', chosen: { standard: ['s-1'] }, page: 4 })
  assert.deepEqual(
    chosenWords(now, words).map(({ word, without }) => [word, findUrl(without, words)]),
    [
      ['“rouw”', '/scholing?bij=Assen&wanneer=2026-12&kenmerk=op-de-vraag-af'],
      ['Tot 25 km van Assen', '/scholing?zoek=rouw&wanneer=2026-12&kenmerk=op-de-vraag-af'],
      ['In december 2026', '/scholing?zoek=rouw&bij=Assen&kenmerk=op-de-vraag-af'],
      ['Op de vraag af', '/scholing?zoek=rouw&bij=Assen&wanneer=2026-12'],
    ],
  )
  assert.deepEqual(
    waysOn(now, words).map(({ words: said }) => said),
    [
      'Ga verder weg: tot 50 km van Assen',
      'Ga verder weg: tot 100 km van Assen',
      'Zoek ook online',
      'Zonder het woord “rouw”',
      'Zoek in het hele land',
      'Zonder “In december 2026”',
      'Zonder “Op de vraag af”',
    ],
  )
  assert.deepEqual(waysOn(finding({}), words), [])
})

test('options stand in their own order, and chosen ones stay when they would leave nothing', () => {
  const options = optionsOf('form', new Map([['self-paced', 2]]), ['on site'], words)
  assert.deepEqual(
    options.map(({ word, count, chosen }) => [word, count, chosen]),
    [
      ['Op locatie', 0, true],
      ['Online, in je eigen tempo', 2, false],
    ],
  )
})
