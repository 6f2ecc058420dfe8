import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOf, visitorAddress } from './address.ts'

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

const places: [address: string, place: string][] = [
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
  ['2001:db8:1:3::1', '2001:db8:1:3'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
]
for (const [address, place] of places)
  test(`${address} counts as ${place}`, () => assert.equal(placeOf(address), place))
