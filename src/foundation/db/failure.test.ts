import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureFacts, isAway, isUnavailable, violated } from './failure.ts'

const failing = (message: string, facts: object = {}) => Object.assign(new Error(message), facts)
const wrapped = (cause: Error) => new Error('Failed query: insert … params: anna@example.nl', { cause })

const cases: [unknown, boolean][] = [
  [failing('connect ECONNREFUSED', { code: 'ECONNREFUSED' }), true],
  [failing('connect ENOENT /tmp/x', { code: 'ENOENT', syscall: 'connect' }), true],
  [failing('open ENOENT', { code: 'ENOENT', syscall: 'open' }), false],
  [failing('terminating connection due to administrator command', { code: '57P01' }), true],
  [failing('the database system is starting up', { code: '57P03' }), true],
  [failing('sorry, too many clients already', { code: '53300' }), true],
  [failing('could not extend file: no space left on device', { code: '53100' }), true],
  [failing('deadlock detected', { code: '40P01' }), true],
  [failing('could not serialize access due to concurrent update', { code: '40001' }), true],
  [failing('canceling statement due to lock timeout', { code: '55P03' }), true],
  [failing('Connection terminated unexpectedly'), true],
  [failing('timeout exceeded when trying to connect'), true],
  [failing('Query read timeout'), true],
  [wrapped(failing('Query read timeout')), true],
  [new AggregateError([failing('x', { code: 'ECONNREFUSED' })]), true],
  [failing('duplicate key', { code: '23505' }), false],
  [failing('a timeout exceeded nothing'), false],
  ['Query read timeout', false],
  [undefined, false],
]
for (const [error, expected] of cases) {
  test(`${expected ? 'not now' : 'not so'}: ${error}`, () => assert.equal(isUnavailable(error), expected))
}

const oneTransaction = ['40001', '40P01', '55P03', '57014', '25P03']
const everything = [
  '08006',
  '53300',
  '53100',
  '57P01',
  '57P02',
  '57P03',
  '25006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]
for (const code of [...oneTransaction, ...everything])
  test(`${code}: ${everything.includes(code) ? 'the database is away' : 'one transaction was not done'}`, () => {
    const fault = wrapped(failing('x', { code }))
    assert.deepEqual([isUnavailable(fault), isAway(fault)], [true, everything.includes(code)])
  })

test('a connection that ended without a code is a database that is away, a row that is refused is not', () => {
  assert.equal(isAway(wrapped(failing('Connection terminated unexpectedly'))), true)
  assert.equal(isAway(failing('duplicate key', { code: '23505' })), false)
})

test('the constraint that refused a row is found under the wrapping', () => {
  assert.equal(
    violated(wrapped(failing('duplicate', { code: '23505', constraint: 'person_email_key' }))),
    'person_email_key',
  )
  assert.equal(violated(failing('x', { code: '22P02' })), undefined)
})

test('what a log may say holds nothing that was typed', () => {
  const refused = failing('duplicate', {
    code: '23505',
    constraint: 'person_email_key',
    schema: 'people',
    table: 'person',
    detail: 'Key (email)=(anna@example.nl) already exists.',
  })
  assert.deepEqual(failureFacts(wrapped(refused)), {
    code: '23505',
    constraint: 'person_email_key',
    table: 'people.person',
  })
  assert.equal(failureFacts(new Error('x')), undefined)
})
