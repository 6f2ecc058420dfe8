/** The rules of the house, each a pure function of what was read: a list of faults, empty when it holds. */
import { posix } from 'node:path'
import type { Source } from './source.ts'

export type Floors = Record<string, readonly string[]>

const ground = 'foundation'
const forbiddenWords = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared', 'manager', 'service']
export const longestFile = 400
export const longestFunction = 80

/** The domain a file stands in; '' for the files directly under src/, which put the house together. */
export function roomOf(path: string): string {
  const [top, room, file] = path.split('/')
  return top === 'src' && room !== undefined && file !== undefined ? room : ''
}

/** A sample is what tests start from; it stands beside them and nothing else may use it. */
const isTest = (path: string) => /\.(test|sample)\.tsx?$/.test(path)
const at = (source: Source, line: number) => `${source.path}:${line}`

export function floorFaults(sources: Source[], floors: Floors): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path)
    if (room === '') return []
    const known = room === ground ? [] : floors[room]
    if (known === undefined) return [`${source.path}: the room ${room} has no floor in src/floors.ts`]
    return source.imports.flatMap((one) => {
      if (one.to.startsWith('test/')) return isTest(source.path) ? [] : [`${at(source, one.line)} imports a test`]
      if (!one.to.startsWith('src/')) return []
      if (isTest(one.to) && !isTest(source.path)) return [`${at(source, one.line)} uses what is for tests: ${one.to}`]
      const other = roomOf(one.to)
      if (other === room || known.includes(other) || (other === ground && room !== ground)) return []
      // A route test may ask the whole site; the rule is about what the rooms themselves know.
      if (other === '' && isTest(source.path)) return []
      return [
        `${at(source, one.line)} ${room} may not know ${other === '' ? one.to : other}${one.typeOnly ? ' (a type)' : ''}`,
      ]
    })
  })
}

/** Other rooms enter by the door; who is inside does not go out to come in again. */
export function doorFaults(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const room = chamberOf(source.path)
    return source.imports.flatMap((one) => {
      const other = chamberOf(one.to)
      if (other === '') return []
      const throughDoor = one.to === `src/${other}/index.ts`
      // A test may stand outside and come in by the door: nothing depends on it, so no circle can arise.
      if (room === other)
        return throughDoor && !isTest(source.path) ? [`${at(source, one.line)} uses its own door`] : []
      if (throughDoor || source.path.startsWith('test/') || source.path.startsWith('bench/')) return []
      return [`${at(source, one.line)} enters ${other} past its door: ${one.to}`]
    })
  })
}

/** A domain, or a folder of the foundation, which has a door of its own. */
function chamberOf(path: string): string {
  const room = roomOf(path)
  const [, , inner, file] = path.split('/')
  if (room !== ground) return room
  return file === undefined ? '' : `${ground}/${inner}`
}

export function undocumentedDoors(sources: Source[]): string[] {
  return sources
    .filter((source) => /^src\/[^/]+\/index\.ts$/.test(source.path))
    .flatMap((source) =>
      source.exports.flatMap((one) => [
        ...(one.name === '*' ? [`${at(source, one.line)} gives everything away with *`] : []),
        ...(one.documented ? [] : [`${at(source, one.line)} ${one.name} has no doc comment`]),
        ...(/\.tables\.ts$/.test(one.from) ? [`${at(source, one.line)} ${one.name} hands out a table`] : []),
      ]),
    )
}

const mentions =
  /\b(insert\s+into|update|delete\s+from|truncate|merge\s+into|from|join|into)\s+(?:only\s+)?"?([a-z_]+)"?\."?[a-z_]+/gi

/** Only a room itself reads and writes its schema; the schema `house` and the jobs' belong to the foundation. */
export function schemaFaults(sources: Source[], floors: Floors): string[] {
  const owner: Record<string, string> = { house: ground, pgboss: ground }
  for (const room of Object.keys(floors)) owner[room] = room
  return sources
    .filter((source) => roomOf(source.path) !== '' && !isTest(source.path))
    .flatMap((source) =>
      source.strings.flatMap(({ text, line }) =>
        [...text.matchAll(mentions)].flatMap(([, verb, schema = '']) => {
          const room = roomOf(source.path)
          const owning = owner[schema.toLowerCase()]
          return owning === undefined || owning === room
            ? []
            : [`${at(source, line)} ${room} says "${verb?.toLowerCase()}" to the schema ${schema} of ${owning}`]
        }),
      ),
    )
}

/** A migration belongs to one room and may point only at rows of the floors below. */
export function migrationFaults(migrations: { path: string; text: string }[], floors: Floors): string[] {
  return migrations.flatMap(({ path, text }) => {
    const room = /^\d{3}-([a-z]+)/.exec(posix.basename(path))?.[1] ?? ''
    const known = floors[room]
    if (known === undefined) return []
    return [...text.matchAll(/\breferences\s+([a-z_]+)\.[a-z_]+/gi)].flatMap(([, schema = '']) =>
      schema === room || known.includes(schema) ? [] : [`${path}: ${room} points at ${schema}`],
    )
  })
}

export function nameFaults(sources: Source[]): string[] {
  const bad = (words: string[]) => words.find((word) => forbiddenWords.includes(word.toLowerCase()))
  return sources.flatMap((source) => {
    const inPath = bad(source.path.split(/[/.\-_]/))
    const inNames = source.names.filter((name) => bad(name.split(/(?=[A-Z])|_/)))
    return [
      ...(inPath ? [`${source.path}: "${inPath}" says nothing about what is inside`] : []),
      ...inNames.map((name) => `${source.path}: the name ${name} says nothing`),
    ]
  })
}

export function findingFaults(sources: Source[]): string[] {
  return sources.flatMap((source) => source.findings.map((one) => `${at(source, one.line)} ${one.what}`))
}

const freeInLength = /\.(page|tables)\.tsx?$|^content\//
/** A table of routes is as long as it has routes; each handler in it is measured by itself. */
const isRouteTable = (path: string, name: string) => /\.routes\.tsx?$/.test(path) && /Routes$/.test(name)

export function sizeFaults(sources: Source[]): string[] {
  return sources.flatMap((source) => [
    ...(source.lines > longestFile ? [`${source.path} has ${source.lines} lines`] : []),
    ...source.functions
      .filter(
        (one) => one.lines > longestFunction && !freeInLength.test(source.path) && !isRouteTable(source.path, one.name),
      )
      .map((one) => `${at(source, one.line)} ${one.name} has ${one.lines} lines`),
  ])
}

export function jobFaults(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((one) => /^pg-boss($|\/)/.test(one.to) && !source.path.startsWith('src/foundation/jobs/'))
      .map((one) => `${at(source, one.line)} imports pg-boss; only foundation/jobs does`),
  )
}

/** The figures of the house: how many files, how small they are. */
export function sizes(sources: Source[]): string {
  const lines = sources.map((source) => source.lines).sort((one, other) => one - other)
  const share = (limit: number) => Math.round((100 * lines.filter((n) => n < limit).length) / Math.max(1, lines.length))
  const longest = sources.flatMap((s) => s.functions).reduce((most, one) => Math.max(most, one.lines), 0)
  const total = lines.reduce((sum, n) => sum + n, 0)
  return `${lines.length} files, ${total} lines, median ${lines[lines.length >> 1] ?? 0}, ${share(60)} % under 60, ${share(150)} % under 150, longest file ${lines.at(-1) ?? 0}, longest function ${longest}`
}
