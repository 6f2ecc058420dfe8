import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identitiesFor, identitiesForNew } from './identity.ts'

const names = (ways: { name: string }[]) => ways.map(({ name }) => name)
const owner = (uid: number) => ({ uid, gid: uid })

test('an existing cluster is run as its owner, or not at all', () => {
  assert.deepEqual(names(identitiesFor(owner(1000), 1000)), ['this user'])
  assert.deepEqual(names(identitiesFor(owner(1000), 1001)), [])
  assert.deepEqual(names(identitiesFor(owner(0), 1000)), [])
  assert.deepEqual(names(identitiesFor(owner(0), 0)), ['root, unshared'])
  assert.deepEqual(names(identitiesFor(owner(1000), 0)), ['uid 1000, may pass every folder', 'uid 1000'])
})

test('root makes a new cluster unshared, else as nobody; in a folder of somebody else as that one', () => {
  assert.equal(identitiesForNew(owner(1000), 1000)[0]?.name, 'this user')
  const asRoot = names(identitiesForNew(owner(0), 0))
  assert.equal(asRoot[0], 'root, unshared')
  assert.match(asRoot[1] ?? '', /may pass every folder/)
  assert.equal(asRoot.length, 3)
  assert.equal(identitiesForNew(owner(1000), 0)[0]?.name, 'uid 1000, may pass every folder')
})
