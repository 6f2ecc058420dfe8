import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Migration, pending } from './migrate.ts'
import { withoutRoles } from './roles.ts'

const file = (number: number, sha256 = 'a'): Migration => ({ number, name: `00${number}-x.sql`, sha256, text: '' })

test('only what was not applied is applied, in order', () => {
  assert.deepEqual(pending([file(1), file(2), file(3)], [file(1)]), [file(2), file(3)])
  assert.deepEqual(pending([file(1)], [file(1)]), [])
  assert.deepEqual(pending([], []), [])
})

const refused: [string, Migration[], Migration[], RegExp][] = [
  ['a changed file', [file(1, 'b')], [file(1)], /001-x.sql was applied before and has changed/],
  ['a file that went away', [file(2)], [file(1)], /has 001-x.sql, and this version of the house does not/],
  ['a file that came late', [file(1), file(2)], [file(2)], /001-x.sql comes before one that was applied/],
]
for (const [name, all, done, reason] of refused) {
  test(`refused: ${name}`, () => assert.throws(() => pending(all, done), reason))
}

test('where the roles can not be made, the owner stands in for them', () => {
  assert.equal(
    withoutRoles('grant select on t to verankerd_app, verankerd_reflector; -- not verankerd_apple'),
    'grant select on t to current_user, current_user; -- not verankerd_apple',
  )
})
