import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitorAddress } from './address.ts'

const NEAREST = '127.0.0.1'
const cases: [string, { forwarded: string | undefined; proxies: number; is: string }][] = [
  ['no proxy: the header is not looked at', { forwarded: '192.0.2.9', proxies: 0, is: NEAREST }],
  ['one proxy', { forwarded: '192.0.2.1', proxies: 1, is: '192.0.2.1' }],
  ['one proxy, and a visitor who lies', { forwarded: '10.0.0.1, 192.0.2.1', proxies: 1, is: '192.0.2.1' }],
  ['two proxies', { forwarded: '192.0.2.1, 198.51.100.7', proxies: 2, is: '192.0.2.1' }],
  ['two proxies, and a lie', { forwarded: '10.0.0.1,192.0.2.1,198.51.100.7', proxies: 2, is: '192.0.2.1' }],
  ['fewer hops than proxies', { forwarded: '192.0.2.1', proxies: 2, is: '192.0.2.1' }],
  ['no header', { forwarded: undefined, proxies: 1, is: NEAREST }],
  ['an empty header', { forwarded: '', proxies: 1, is: NEAREST }],
  ['no address', { forwarded: 'unknown', proxies: 1, is: NEAREST }],
  ['a port', { forwarded: '192.0.2.1:4711', proxies: 1, is: '192.0.2.1' }],
  ['version six', { forwarded: '2001:db8::1', proxies: 1, is: '2001:db8::1' }],
  ['version six with a port', { forwarded: '[2001:db8::1]:4711', proxies: 1, is: '2001:db8::1' }],
]
for (const [name, { forwarded, proxies, is }] of cases)
  test(`visitor's address: ${name}`, () => assert.equal(visitorAddress(NEAREST, forwarded, proxies), is))
