import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { fetchOutside, type OutsideAsk } from './fetching.ts'
import { isPublicAddress } from './network-address.ts'
import { OutsideFault } from './outside-fault.ts'
import { outsideUrl } from './outside-url.ts'

for (const address of [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '169.254.169.254'],
  ...['172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.7'],
  ...['203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
  ...['::127.0.0.1', '0:0:0:0:0:ffff:7f00:1', '64:ff9b::7f00:1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0'],
  ...['fec0::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '100::1', '', 'localhost', '1'],
])
  test(`outside: ${address || 'nothing'} is not on the open internet`, () =>
    assert.equal(isPublicAddress(address), false))

for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2a02:2770::1', '2606:4700::1111'])
  test(`outside: ${address} is`, () => assert.equal(isPublicAddress(address), true))

for (const spelling of [
  ...['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0x7f.0.0.1/', 'https://0177.0.0.1/'],
  ...['https://127.1/', 'https://127.0.1/', 'https://0/', 'https://017700000001/', 'https://127.0.0.1./'],
  ...[
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[0:0:0:0:0:0:0:1]/',
  ],
  ...[
    'https://localhost/',
    'https://localhost./',
    'https://LOCALHOST/',
    'https://a.localhost/',
    'https://printer.local/',
  ],
  ...['https://intranet/', 'https://db.internal/', 'https://router.lan/', 'https://1.0.0.127.in-addr.arpa/'],
  ...['https://opleider.example@127.0.0.1/', 'https://naam:geheim@opleider.example/', 'https://opleider.example:8443/'],
  ...[
    'http://opleider.example/',
    'file:///etc/passwd',
    'gopher://opleider.example/',
    'ftp://opleider.example/',
    'data:,x',
  ],
  ...[
    'https://①②⑦.0.0.1/',
    'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/',
    'https://0x7f.1/',
    'https://opleider..example/',
  ],
  ...['//127.0.0.1/', 'opleider.example', 'https://', 'https:///etc', 'https://127.0.0.1\\@opleider.example/'],
])
  test(`outside: ${spelling} is refused before anything is asked`, () =>
    assert.throws(() => outsideUrl(spelling), OutsideFault))

test('outside: a name counts without its last dot, in small letters, without what stands behind #', () =>
  assert.equal(
    outsideUrl('https://WWW.Opleider.Example./aanbod?x=1#deel').href,
    'https://www.opleider.example/aanbod?x=1',
  ))

let server: Server
let origin: string
let asked = 0
/** What stands where. */
const places: Record<string, RequestListener> = {
  '/good': (_, answer) => answer.end('alles goed'),
  '/packed': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('ingepakt')),
  '/bomb': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(25_000_000))),
  '/large': (_, answer) => answer.writeHead(200, { 'content-length': String(1024 ** 3) }).write('x'),
  '/endless': (_, answer) => {
    const more = () => answer.destroyed || answer.write(Buffer.alloc(64 * 1024), () => setImmediate(more))
    more()
  },
  '/slow': (_, answer) => {
    const drip = setInterval(() => answer.write('.'), 20)
    answer.on('close', () => clearInterval(drip))
  },
  '/silent': () => {},
  '/broken': (_, answer) => answer.writeHead(200, { 'content-length': '10' }).write('x', () => answer.destroy()),
  '/notgzip': (_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end('gewoon'),
  '/gone': (_, answer) => answer.writeHead(404).end(),
  '/once': (_, answer) => answer.writeHead(302, { location: '/good' }).end(),
  '/twice': (_, answer) => answer.writeHead(302, { location: '/once' }).end(),
  '/thrice': (_, answer) => answer.writeHead(302, { location: '/twice' }).end(),
  '/round': (_, answer) => answer.writeHead(307, { location: '/round' }).end(),
  '/home': (request, answer) =>
    answer.writeHead(302, { location: `http://localhost:${portOf(request.headers.host)}/good` }).end(),
  '/number': (_, answer) => answer.writeHead(302, { location: 'http://2130706433/' }).end(),
  '/file': (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/cloud': (_, answer) => answer.writeHead(302, { location: 'https://169.254.169.254/latest/' }).end(),
  '/other': (_, answer) => answer.writeHead(302, { location: 'https://elders.example/' }).end(),
}
const portOf = (host = '') => host.split(':')[1]

before(async () => {
  server = createServer((request, answer) => {
    asked += 1
    places[request.url ?? '']?.(request, answer)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const MOST = 20 * 1024 * 1024

async function fetched(path: string, more: Partial<OutsideAsk> = {}): Promise<string> {
  const ask: OutsideAsk = {
    mayFetch: (host) => host === '127.0.0.1',
    most: MOST,
    accept: '*/*',
    testOrigins: [origin],
    ...more,
  }
  let size = 0
  let text = ''
  for await (const piece of fetchOutside(path.startsWith('/') ? origin + path : path, ask)) {
    size += piece.length
    assert.ok(size <= ask.most)
    if (text.length < 1_000) text += piece.toString().slice(0, 1_000)
  }
  return text
}

for (const [path, text] of [
  ['/good', 'alles goed'],
  ['/packed', 'ingepakt'],
  ['/once', 'alles goed'],
  ['/twice', 'alles goed'],
] as const)
  test(`outside: ${path} is fetched`, async () => assert.equal(await fetched(path), text))

for (const [path, why] of [
  ['/bomb', /groter dan 20 MB/],
  ['/large', /groter dan 20 MB/],
  ['/endless', /groter dan 20 MB/],
  ['/slow', /te langzaam/],
  ['/silent', /te langzaam/],
  ['/broken', /niet bereiken/],
  ['/notgzip', /niet bereiken/],
  ['/gone', /antwoordt met “404”/],
  ['/thrice', /te vaak door/],
  ['/round', /te vaak door/],
  ['/home', /begint met https/],
  ['/number', /begint met https/],
  ['/file', /begint met https/],
  ['/cloud', /geen nummer/],
  ['/other', /niet op een domein/],
] as const)
  test(`outside: ${path} is given up, with a sentence`, async () => {
    await assert.rejects(
      fetched(path, { patience: ['/slow', '/silent'].includes(path) ? 400 : 5_000 }),
      (fault) => fault instanceof OutsideFault && why.test(fault.message),
    )
  })

for (const [n, spelling] of [
  ...['127.0.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1', '127.1', '127.0.1', '017700000001'],
  ...['127.0.0.1.', '%31%32%37.0.0.1', '[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', 'localhost', 'localhost.'],
].entries())
  test(`outside: led on to https://${spelling}/, we do not go there`, async () => {
    places[`/on-${n}`] = (_, answer) => answer.writeHead(302, { location: `https://${spelling}/` }).end()
    const before = asked
    // Whatever the provider may fetch: it is the address itself that is refused.
    await assert.rejects(
      fetched(`/on-${n}`, { mayFetch: () => true }),
      (fault) => fault instanceof OutsideFault && /geen nummer en geen naam binnen een netwerk/.test(fault.message),
    )
    assert.equal(asked, before + 1)
  })

test('outside: a name that means this machine, or means it as well, is never connected to', async () => {
  const before = asked
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['fd00::1'], []])
    await assert.rejects(
      fetched('https://opleider.example/', { mayFetch: () => true, resolve: async () => addresses }),
      /niet bereiken/,
    )
  assert.equal(asked, before)
})

test('outside: a name is asked once: what it means a moment later does not count', async () => {
  let times = 0
  const resolve = async () => {
    times += 1
    return times === 1 ? ['10.0.0.1'] : ['8.8.8.8']
  }
  await assert.rejects(fetched('https://opleider.example/', { mayFetch: () => true, resolve }), /niet bereiken/)
  assert.equal(times, 1)
})

test('outside: a name server that never answers is not waited for', () =>
  assert.rejects(
    fetched('https://opleider.example/', { mayFetch: () => true, resolve: () => new Promise(() => {}), patience: 100 }),
    /te langzaam/,
  ))
