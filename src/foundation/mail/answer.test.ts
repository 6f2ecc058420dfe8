import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serverAnswer } from './answer.ts'

test('only a final answer to this very mail ends it; what is about us, or about today, is tried again', () => {
  const cases: [string, object, string | undefined, boolean][] = [
    [
      'no such mailbox',
      { command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 <a@b.example> unknown' },
      '550 5.1.1',
      true,
    ],
    [
      'without a status of its own',
      { command: 'RCPT TO', responseCode: 550, response: '550 No such user' },
      '550',
      true,
    ],
    [
      'over several lines',
      { command: 'DATA', responseCode: 552, response: '552-5.3.4 too big\n552 5.3.4 bye' },
      '552 5.3.4',
      true,
    ],
    ['greylisted', { command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 later' }, '451 4.7.1', false],
    ['mailbox full today', { command: 'RCPT TO', responseCode: 452, response: '452 4.2.2 full' }, '452 4.2.2', false],
    [
      'we may not relay',
      { command: 'RCPT TO', responseCode: 554, response: '554 5.7.1 Relay access denied' },
      '554 5.7.1',
      false,
    ],
    [
      'we have to sign in',
      { command: 'RCPT TO', responseCode: 530, response: '530 Authentication required' },
      '530',
      false,
    ],
    [
      'our password is wrong',
      { command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' },
      '535 5.7.8',
      false,
    ],
    [
      'our sender is refused',
      { command: 'MAIL FROM', responseCode: 553, response: '553 5.1.8 no' },
      '553 5.1.8',
      false,
    ],
    ['a closed door', { command: 'CONN', responseCode: 554, response: '554 no service' }, '554', false],
    ['nobody answers', { code: 'ECONNREFUSED', command: 'CONN' }, undefined, false],
    ['an empty text, which is our own mistake', { code: 'EMESSAGE', command: 'API' }, undefined, false],
  ]
  for (const [name, facts, answer, isFinal] of cases) {
    const said = serverAnswer(Object.assign(new Error('<a@b.example> said something'), facts))
    assert.deepEqual([said?.answer, said?.isFinal ?? false], [answer, isFinal], name)
  }
})

test('an address that is none ends it as well; a sender that is none does not', () => {
  const fault = (message: string) => Object.assign(new Error(message), { code: 'EENVELOPE', command: 'API' })
  assert.deepEqual(serverAnswer(fault('No recipients defined')), { answer: 'adres', isFinal: true })
  assert.deepEqual(serverAnswer(fault('Invalid recipient "<a b>"')), { answer: 'adres', isFinal: true })
  assert.equal(serverAnswer(fault('Invalid sender "x"')), undefined)
  assert.equal(serverAnswer('not an error'), undefined)
})
