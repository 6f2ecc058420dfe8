import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readLibrary } from './content.file.ts'
import { inOrder, libraryFaults } from './content.ts'
import { LENSES, VOICES } from './standard.ts'

const folder = join(import.meta.dirname, '../../content')

test('the content folder fits together: both lists of five, never merged', async () => {
  const library = await readLibrary(folder)
  assert.deepEqual(libraryFaults(library), [])
  const lists = inOrder(library.frameworks)
  assert.deepEqual(
    lists.map(({ slug, editions }) => [slug, editions.map(({ status, standards }) => [status, standards.length])]),
    [
      ['kwaliteitsstandaarden', [['replaced', 5]]],
      ['kwaliteitskenmerken', [['current', 5]]],
    ],
  )
  assert.equal(library.competences[0]?.competences.length, 10)
})

test('every standard speaks with three voices and through four lenses', async () => {
  const { frameworks } = await readLibrary(folder)
  for (const { text } of frameworks.flatMap(({ editions }) =>
    editions.flatMap(({ standards }) => standards.map((text) => ({ text }))),
  )) {
    for (const voice of VOICES) assert.ok(text.perspectives[voice].points.length >= 2, `${text.slug} ${voice}`)
    for (const lens of LENSES) assert.ok(text.lenses[lens], `${text.slug} ${lens}`)
    assert.ok(text.conversation.questions.length >= 4 && text.conversation.questions.length <= 6, text.slug)
  }
})

test('a pointer to nothing is found', async () => {
  const library = await readLibrary(folder)
  const [first, ...rest] = library.frameworks
  const [edition] = first?.editions ?? []
  const [standard] = edition?.standards ?? []
  assert.ok(first && edition && standard)
  const broken = {
    ...standard,
    competences: ['nowhere'],
    connects: [{ vocabulary: 'nowhere', term: 'x', note: 'x' }],
  }
  const faults = libraryFaults({
    ...library,
    frameworks: [
      {
        ...first,
        editions: [
          {
            ...edition,
            replaces: { framework: 'no', edition: 'no' },
            standards: [broken],
          },
        ],
      },
      ...rest,
    ],
  })
  assert.ok(faults.some((fault) => fault.includes('unknown competence')))
  assert.ok(faults.some((fault) => fault.includes('unknown term')))
  assert.ok(faults.some((fault) => fault.includes('unknown edition')))
  assert.ok(faults.some((fault) => fault.startsWith('crosswalk')))
})
