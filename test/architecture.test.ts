import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { floors, ground } from '../src/floors.ts'
import {
  doorFaults,
  findingFaults,
  floorFaults,
  jobFaults,
  longestFunction,
  migrationFaults,
  nameFaults,
  roomOf,
  schemaFaults,
  sizeFaults,
  sizes,
  undocumentedDoors,
} from './architecture/rules.ts'
import { committedFiles, parseSource, readSource, root } from './architecture/source.ts'

const files = committedFiles()
const sourceFile = /\.(ts|tsx|mjs)$/
const paths = files.filter((file) => sourceFile.test(file))
const sources = paths.map(readSource)
const house = sources.filter((source) => source.path.startsWith('src/'))

const none: string[] = []
const planted = (path: string, text: string) => [parseSource(path, text)]

const onDisk = readdirSync(`${root}src`, { recursive: true, withFileTypes: true }).filter(
  (entry) => entry.isFile() && sourceFile.test(entry.name),
)

test('the architecture test reads every source file there is', () => {
  assert.equal(house.length, onDisk.length)
  assert.ok(house.length >= 20, `only ${house.length} files read`)
  assert.ok(house.flatMap((source) => source.imports).length > house.length, 'hardly any import was seen')
})

test('floors: every domain knows only the floors below it, type imports included', () => {
  assert.deepEqual(floorFaults(house, floors), none)
})

test('floors: a planted violation is seen, also when only a type crosses', () => {
  const upward = "import type { Sheet } from '../reflection/index.ts'\nexport type Mine = Sheet\n"
  assert.deepEqual(floorFaults(planted('src/people/person.ts', upward), floors), [
    'src/people/person.ts:1 people may not know reflection (a type)',
  ])
  const hidden = "export type Mine = import('../reflection/index.ts').Sheet\n"
  assert.equal(floorFaults(planted('src/people/person.ts', hidden), floors).length, 1)
  const onTheFly = "export const sheet = () => import('../reflection/index.ts')\n"
  assert.equal(floorFaults(planted('src/people/person.ts', onTheFly), floors).length, 1)
  const passedOn = "export { type Sheet } from '../reflection/index.ts'\n"
  assert.equal(floorFaults(planted('src/people/person.ts', passedOn), floors).length, 1)
  const ofTheGround = "import type { Person } from '../../people/index.ts'\nexport type P = Person\n"
  assert.equal(floorFaults(planted('src/foundation/db/pool.ts', ofTheGround), floors).length, 1)
  assert.equal(floorFaults(planted('src/people/person.ts', "import '../site.ts'\n"), floors).length, 1)
  assert.equal(floorFaults(planted('src/people/person.ts', "import './person.sample.ts'\n"), floors).length, 1)
  assert.equal(floorFaults(planted('src/people/person.test.ts', "import './person.sample.ts'\n"), floors).length, 0)
})

test('floors: no circles, and every room has its floor', () => {
  const below = (room: string, path: string[]): void => {
    assert.ok(!path.includes(room), `circle: ${[...path, room].join(' → ')}`)
    for (const known of floors[room] ?? []) below(known, [...path, room])
  }
  for (const room of Object.keys(floors)) below(room, [])
  const rooms = new Set(house.map((source) => roomOf(source.path)).filter((room) => room !== '' && room !== ground))
  assert.deepEqual(
    [...rooms].filter((room) => floors[room] === undefined),
    none,
  )
})

test('doors: other rooms enter by index.ts, and nobody uses the door of the own room', () => {
  assert.deepEqual(doorFaults(sources), none)
  assert.equal(doorFaults(planted('src/home/home.ts', "import '../people/person.store.ts'\n")).length, 1)
  assert.equal(doorFaults(planted('src/people/a.ts', "import './index.ts'\n")).length, 1)
  assert.equal(doorFaults(planted('src/people/a.ts', "import '../foundation/db/pool.ts'\n")).length, 1)
  assert.equal(doorFaults(planted('src/people/a.ts', "import '../foundation/db/index.ts'\n")).length, 0)
})

test('doors: everything offered has a doc comment, and no table is handed out', () => {
  assert.deepEqual(undocumentedDoors(house), none)
  const door = "export {\n  /** Who it is. */\n  person,\n  other,\n} from './person.ts'\nexport * from './x.ts'\n"
  assert.equal(undocumentedDoors(planted('src/people/index.ts', door)).length, 3)
})

test('one writer per schema, and readers come by the door', () => {
  assert.deepEqual(schemaFaults(house, floors), none)
  const written = 'export const text = `insert into people.person (id) values ($1)`\n'
  assert.equal(schemaFaults(planted('src/thread/item.store.ts', written), floors).length, 1)
  assert.equal(schemaFaults(planted('src/people/person.store.ts', written), floors).length, 0)
})

test('migrations point only at rows of the floors below', () => {
  const migrations = files
    .filter((file) => /^db\/migrations\/.*\.sql$/.test(file))
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }))
  assert.deepEqual(migrationFaults(migrations, floors), none)
  const upward = { path: 'db/migrations/002-people.sql', text: 'sheet uuid references reflection.sheet' }
  assert.equal(migrationFaults([upward], floors).length, 1)
})

test('names say what is inside', () => {
  assert.deepEqual(nameFaults(sources), none)
  assert.equal(nameFaults(planted('src/people/utils.ts', 'export const a = 1\n')).length, 1)
  assert.equal(nameFaults(planted('src/people/mail.ts', 'export class MailManager {}\n')).length, 1)
})

test('nothing unfinished, untyped, silenced or inline', () => {
  assert.deepEqual(findingFaults(sources), none)
  const text = 'export const a = (x: any) => <p style="color: red" onclick="x()">{x}</p>\n'
  assert.deepEqual(
    findingFaults(planted('src/people/a.page.tsx', `${text}// ${'TO'}DO later\n// ${'@ts'}-ignore\n`)).map((one) =>
      one.replace(/^\S+ /, ''),
    ),
    ['any', 'inline style=', 'inline onclick=', 'TODO', `${'@ts'}-ignore`],
  )
  assert.equal(findingFaults(planted('src/a/b.ts', 'export const a = 1 as unknown as string\n')).length, 1)
  assert.equal(findingFaults(planted('src/a/b.page.tsx', 'export const a = <script>x</script>\n')).length, 1)
})

test('only foundation/jobs knows pg-boss', () => {
  assert.deepEqual(jobFaults(sources), none)
  assert.equal(jobFaults(planted('src/people/a.ts', "import type { Job } from 'pg-boss'\n")).length, 1)
})

test('the program itself is read at a glance', () => {
  const lines = readFileSync(`${root}src/server.ts`, 'utf8').trimEnd().split('\n')
  assert.ok(lines.length <= 40, `src/server.ts has ${lines.length} lines`)
})

test('files and functions stay small', () => {
  console.log(`Size of src: ${sizes(house)}`)
  assert.deepEqual(sizeFaults(sources), none)
  const long = `export function long() {\n${'  1\n'.repeat(longestFunction)}}\n`
  assert.equal(sizeFaults(planted('src/people/a.ts', long)).length, 1)
  assert.equal(sizeFaults(planted('src/people/a.page.tsx', long)).length, 0)
})

test('nothing committed names the machine it was made on', () => {
  const workplace = new RegExp(['/wo', 'rk/(main|shared|\\.library)|/tm', 'p/[a-z-]{2,}|/ro', 'ot/'].join(''))
  const texts = files.filter((file) => /\.(ts|tsx|mjs|js|json|md|css|sql|yml|yaml|toml|typ|txt)$|^\.[a-z]+/.test(file))
  assert.deepEqual(
    texts.filter((file) => workplace.test(readFileSync(`${root}${file}`, 'utf8'))),
    none,
  )
})
