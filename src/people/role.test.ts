import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from './person.ts'
import {
  grantFault,
  hasRole,
  mayEnd,
  needsSecondFactor,
  type Role,
  type RoleName,
  roleNames,
  roleRules,
} from './role.ts'

const person = (...roles: Role[]): Person => ({ id: 'p', name: 'Noor', email: 'noor@voorbeeld.example', roles })
const everywhere = (role: RoleName): Role => ({ role, organisation: null })
const at = (role: RoleName, organisation: string): Role => ({ role, organisation })

const held: [string, Person | undefined, RoleName, string | undefined, boolean][] = [
  ['a visitor holds nothing', undefined, 'professional', undefined, false],
  ['an account without roles holds nothing', person(), 'professional', undefined, false],
  ['an editor is an editor', person(everywhere('editor')), 'editor', undefined, true],
  ['an editor is no admin', person(everywhere('editor')), 'admin', undefined, false],
  ['an admin is no editor', person(everywhere('admin')), 'editor', undefined, false],
  ['a team lead, asked without a place', person(at('team lead', 'a')), 'team lead', undefined, true],
  ['a team lead at the own organisation', person(at('team lead', 'a')), 'team lead', 'a', true],
  ['a team lead at another organisation', person(at('team lead', 'a')), 'team lead', 'b', false],
  ['a role that counts everywhere', person(everywhere('registrar')), 'registrar', 'b', true],
]
for (const [name, who, role, organisation, expected] of held)
  test(`hasRole: ${name}`, () => assert.equal(hasRole(who, role, organisation), expected))

test('a second factor is forced for exactly the roles that see what others entrusted to us', () => {
  const forced = roleNames.filter((role) => needsSecondFactor(person(everywhere(role))))
  assert.deepEqual(forced, [
    'team lead',
    'editor',
    'reader',
    'chair',
    'workplace coordinator',
    'municipality',
    'registrar',
    'admin',
  ])
})

test('one role that needs it is enough', () => {
  assert.equal(needsSecondFactor(person(everywhere('professional'), everywhere('reader'))), true)
  assert.equal(needsSecondFactor(person(everywhere('professional'), everywhere('student'))), false)
})

test('every role gives a reason and a word', () => {
  for (const role of roleNames) assert.ok(roleRules[role].because.length > 10 && roleRules[role].word.length > 3)
})

const grants: [RoleName, { kind: 'welfare' | 'municipality' | 'provider' } | undefined, string | undefined][] = [
  ['editor', undefined, undefined],
  ['editor', { kind: 'welfare' }, 'organisatie'],
  ['team lead', undefined, 'organisatie'],
  ['team lead', { kind: 'welfare' }, undefined],
  ['municipality', { kind: 'welfare' }, 'organisatie'],
  ['municipality', { kind: 'municipality' }, undefined],
  ['provider', { kind: 'municipality' }, 'organisatie'],
  ['provider', { kind: 'provider' }, undefined],
]
for (const [role, organisation, field] of grants)
  test(`grantFault: ${role} at ${organisation?.kind ?? 'no organisation'}`, () =>
    assert.equal(grantFault(role, organisation)?.field, field))

test('the last admin stays', () => {
  assert.equal(mayEnd('admin', 1), false)
  assert.equal(mayEnd('admin', 2), true)
  assert.equal(mayEnd('editor', 1), true)
})
