import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownLoopback } from './loopback.ts'

const OURS = new URL('http://localhost:3000')
const page = { path: '/reflectie?x=1', dest: 'document' }

for (const [what, base, arriving, to] of [
  ['another name of this machine', OURS, { ...page, host: '127.0.0.1:3000' }, 'http://localhost:3000/reflectie?x=1'],
  ['its name in IPv6', OURS, { ...page, host: '[::1]:3000' }, 'http://localhost:3000/reflectie?x=1'],
  [
    'a path of two slashes stays here',
    OURS,
    { ...page, path: '//elders.nl', host: '[::1]:3000' },
    'http://localhost:3000//elders.nl',
  ],
  ['our own name', OURS, { ...page, host: 'localhost:3000' }, undefined],
  ['another house on this machine', OURS, { ...page, host: '127.0.0.1:4000' }, undefined],
  ['a program', OURS, { ...page, dest: undefined, host: '127.0.0.1:3000' }, undefined],
  ['a picture in a page', OURS, { ...page, dest: 'image', host: '127.0.0.1:3000' }, undefined],
  ['a made-up name', OURS, { ...page, host: 'elders.nl:3000' }, undefined],
  ['no name', OURS, { ...page, host: undefined }, undefined],
  ['a house with a name of its own', new URL('https://verankerd.nl'), { ...page, host: '127.0.0.1' }, undefined],
] as const)
  test(`loopback: ${what}`, () => assert.equal(ownLoopback(base, arriving), to))
