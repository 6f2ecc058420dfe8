import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm } from '../foundation/http/index.ts'
import { courseForm, courseTyped } from './course.form.ts'

const course = {
  ...{ titel: 'Luisteren', daarna: 'Je laat iemand uitpraten.', vorm: 'online', uren: '6', taal: 'nl', niveau: 'hbo' },
}

const NAME = 'Schrijf hoe het register heet dat deze punten geeft.'
for (const [given, ...faults] of [
  [{ punten_overig: '2' }, ['naam_overig', NAME]],
  [{ punten_overig: 'twee' }, ['naam_overig', NAME], ['punten_overig', /van dat register als getal/]],
  [{ naam_overig: 'Straatwerk' }, ['punten_overig', /hoeveel punten Straatwerk geeft/]],
  [{ nummer_overig: 'A1' }, ['punten_overig', /hoeveel punten dat register geeft/]],
  [{ punten_overig: '2', naam_overig: 'x'.repeat(81) }, ['naam_overig', /hooguit 80 tekens/]],
  [{ punten_overig: '2', naam_overig: 'Straatwerk', geldig_overig: 'ooit' }, ['geldig_overig', /Schrijf de dag zo/]],
  [{ punten_overig: '2', naam_overig: 'Straatwerk' }],
  [{ punten_skj: '2', naam_skj: 'Straatwerk' }],
  [{}],
] as [Record<string, string>, ...[field: string, message: string | RegExp][]][])
  test(`points of another register: ${JSON.stringify(given).slice(0, 70)}`, () => {
    const form = checkForm(courseForm, { ...course, ...given })
    const errors = form.ok ? [] : form.errors
    assert.deepEqual(
      errors.map(({ field }) => field),
      faults.map(([field]) => field),
    )
    for (const [at, [, message]] of faults.entries()) assert.match(errors[at]?.message ?? '', new RegExp(message))
  })

test('a course comes back in its form as it was typed, its other register too', () => {
  const typed = { punten_overig: '2', naam_overig: 'Straatwerk', nummer_overig: 'A1', geldig_overig: '31-12-2028' }
  const form = checkForm(courseForm, { ...course, ...typed })
  assert.ok(form.ok)
  assert.deepEqual(form.value.accreditations, [
    { register: 'overig', registerName: 'Straatwerk', number: 'A1', points: 2, validUntil: '2028-12-31' },
  ])
  const back = courseTyped(form.value)
  assert.deepEqual([back.naam_overig, back.punten_overig, back.naam_skj], ['Straatwerk', '2', undefined])
})
