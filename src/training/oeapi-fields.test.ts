import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { KINDS, picked, readFields } from './oeapi-fields.ts'

const plainly = (fields: ReturnType<typeof readFields>): unknown =>
  fields instanceof Map
    ? Object.fromEntries([...fields].map(([name, within]) => [name, within === 'whole' ? true : plainly(within)]))
    : fields

const read: [string, unknown][] = [
  ['', undefined],
  ['  ', undefined],
  ['name', { name: true }],
  ['name,link', { name: true, link: true }],
  [
    '(id, title, programme(code), campus(city))',
    { id: true, title: true, programme: { code: true }, campus: { city: true } },
  ],
  ['ext(teaches(name),form),link', { ext: { teaches: { name: true }, form: true }, link: true }],
  ['ext(form),ext(level)', { ext: { form: true, level: true } }],
  ['ext(form),ext', { ext: true }],
  ['ext,ext(form)', { ext: true }],
  ...['(', ')', '()', ',', 'a,', ',a', '(a', 'a)', 'a((b)', 'a(b))', '(a)b', '(a),b', 'a b(', 'a()', 'a(b', 'é'].map(
    (text): [string, unknown] => [text, 'unreadable'],
  ),
]

test('which fields a text asks for', () => {
  for (const [text, expected] of read) assert.deepEqual(plainly(readFields(text)), expected, text)
})

test('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '(', ')', ',', ' ') }), (text) => {
      const open = [...text].filter((sign) => sign === '(').length
      const close = [...text].filter((sign) => sign === ')').length
      return readFields(text) === 'unreadable' || open === close
    }),
  )
})

const course = {
  ...{ courseId: 'c', primaryCode: { codeType: 'identifier', code: 'A' }, name: 'Luisteren', link: null },
  organisation: { organisationId: 'o', primaryCode: {}, organisationType: 'root', name: 'Kompas', link: 'x', ext: {} },
  addresses: [{ addressType: 'visit', city: 'Assen' }],
  learningOutcomes: [{ learningOutcomeId: 'l', description: 'd', ext: { licentie: 'l', voorbeeld: true, case: 'c' } }],
  ext: { licentie: 'cc', voorbeeld: true, outcome: 'Je luistert.', form: 'online' },
}

const answered: [string, unknown][] = [
  ['', course],
  [
    'link,nonsense',
    {
      courseId: 'c',
      primaryCode: course.primaryCode,
      name: 'Luisteren',
      link: null,
      ext: { licentie: 'cc', voorbeeld: true },
    },
  ],
  ['ext', { courseId: 'c', primaryCode: course.primaryCode, name: 'Luisteren', ext: course.ext }],
  [
    'ext(form),addresses(city)',
    {
      ...{ courseId: 'c', primaryCode: course.primaryCode, name: 'Luisteren', addresses: course.addresses },
      ext: { licentie: 'cc', voorbeeld: true, form: 'online' },
    },
  ],
  [
    '(organisation(link),learningOutcomes(ext(case)))',
    {
      ...{ courseId: 'c', primaryCode: course.primaryCode, name: 'Luisteren', organisation: course.organisation },
      learningOutcomes: [{ learningOutcomeId: 'l', ext: { licentie: 'l', voorbeeld: true, case: 'c' } }],
      ext: { licentie: 'cc', voorbeeld: true },
    },
  ],
]

test('what is asked is there, and what a thing always carries', () => {
  for (const [text, expected] of answered) {
    const fields = readFields(text)
    assert.notEqual(fields, 'unreadable')
    assert.deepEqual(picked(course, fields === 'unreadable' ? undefined : fields, KINDS.course), expected, text)
  }
})
