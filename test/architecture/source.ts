/** Reads source files into the few facts the rules of the house are about. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseSync, Visitor } from 'oxc-parser'
import { type NamespacedUnregister, register } from 'tsx/esm/api'

export interface Import {
  /** Path from the root of the repository, or the package name. */
  to: string
  line: number
  typeOnly: boolean
}
export interface Measured {
  name: string
  line: number
  lines: number
}
export interface Finding {
  line: number
  what: string
}
export interface DoorExport {
  name: string
  line: number
  documented: boolean
  from: string
}
export interface Source {
  path: string
  lines: number
  imports: Import[]
  functions: Measured[]
  findings: Finding[]
  exports: DoorExport[]
  /** The names that are declared at the top and exported. */
  names: string[]
  /** Every string and template in the file: where SQL lives. */
  strings: { text: string; line: number }[]
}

export const root = fileURLToPath(new URL('../../', import.meta.url))

let reader: NamespacedUnregister | undefined

/** A source that is found by its path is read as it stands: it need not be part of the bundle that asks. */
export function readModule(file: string): Promise<Record<string, unknown>> {
  reader ??= register({ namespace: 'sources' })
  return reader.import(pathToFileURL(posix.join(root, file)).href, import.meta.url)
}

/** All files that are, or would be, committed. */
export function committedFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  // Whoever unpacked an archive has no git; then all that is not made here counts.
  const listed = new Set(git.status === 0 ? git.stdout.split('\0') : unpackedFiles())
  return [...listed].filter((file) => file !== '' && existsSync(posix.join(root, file))).sort()
}

function unpackedFiles(): string[] {
  const made = /^(node_modules|dist|data|\.git)(\/|$)/
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)))
    .filter((file) => !made.test(file))
}

export function readSource(path: string): Source {
  return parseSource(path, readFileSync(posix.join(root, path), 'utf8'))
}

export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text, { astType: 'ts' })
  const fault = parsed.errors[0]
  if (fault) throw new Error(`${path} can't be parsed: ${fault.message}`)
  const lineOf = lineFinder(text)
  const facts = visit(parsed.program, text, lineOf)
  const imports = [
    ...parsed.module.staticImports.map((one) => ({
      to: one.moduleRequest.value,
      line: lineOf(one.start),
      typeOnly: /^import\s+type\b/.test(text.slice(one.start, one.end)) || one.entries.every((entry) => entry.isType),
    })),
    ...parsed.module.staticExports.flatMap((one) => {
      const from = one.entries[0]?.moduleRequest
      return from ? [{ to: from.value, line: lineOf(one.start), typeOnly: one.entries.every((e) => e.isType) }] : []
    }),
    ...facts.imports,
  ].map((one) => ({ ...one, to: resolve(path, one.to) }))
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports,
    functions: facts.functions,
    findings: [...facts.findings, ...commentFindings(parsed.comments, lineOf)],
    exports: doorExports(parsed, text, lineOf),
    names: parsed.module.staticExports.flatMap((one) => one.entries.flatMap((e) => e.exportName.name ?? [])),
    strings: facts.strings,
  }
}

function resolve(from: string, to: string): string {
  return to.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), to)) : to
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

type LineOf = (offset: number) => number
type Program = ReturnType<typeof parseSync>['program']

function visit(program: Program, text: string, lineOf: LineOf) {
  const functions: Measured[] = []
  const findings: Finding[] = []
  const strings: { text: string; line: number }[] = []
  const imports: Import[] = []
  const found = (what: string, start: number) => findings.push({ what, line: lineOf(start) })
  const measure = (node: { start: number; end: number; id?: { name: string } | null }) =>
    functions.push({
      name: node.id?.name ?? nameBefore(text, node.start),
      line: lineOf(node.start),
      lines: lineOf(node.end) - lineOf(node.start) + 1,
    })
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: (node) => measure({ start: node.start, end: node.end }),
    TSAnyKeyword: (node) => found('any', node.start),
    TSAsExpression: (node) => {
      const inner = node.expression
      if (inner.type === 'TSAsExpression' && inner.typeAnnotation.type === 'TSUnknownKeyword')
        found('as unknown as', node.start)
    },
    TSImportType: (node) => {
      imports.push({ to: node.source.value, line: lineOf(node.start), typeOnly: true })
    },
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string')
        imports.push({ to: node.source.value, line: lineOf(node.start), typeOnly: false })
    },
    JSXOpeningElement: (node) => {
      if (node.name.type !== 'JSXIdentifier') return
      const attributes = node.attributes.flatMap((one) => (one.type === 'JSXAttribute' ? [one] : []))
      const names = attributes.map((one) => (one.name.type === 'JSXIdentifier' ? one.name.name : ''))
      const source = text.slice(node.start, node.end)
      if (node.name.name === 'style') found('inline <style>', node.start)
      // A data block never runs: structured data for search engines may stand in the page.
      if (node.name.name === 'script' && !names.includes('src') && !source.includes('application/ld+json'))
        found('inline <script>', node.start)
      if (!/^[a-z]/.test(node.name.name)) return
      for (const name of names) if (name === 'style' || /^on[a-z]/i.test(name)) found(`inline ${name}=`, node.start)
    },
    Literal: (node) => {
      if (typeof node.value === 'string') strings.push({ text: node.value, line: lineOf(node.start) })
    },
    TemplateLiteral: (node) => {
      const written = node.quasis.map((quasi) => quasi.value.cooked ?? '').join('§')
      strings.push({ text: written, line: lineOf(node.start) })
    },
  }).visit(program)
  return { functions, findings, strings, imports }
}

function nameBefore(text: string, start: number): string {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start)
  return /([\w.']+)\s*[=:(,]?[^=:(]*$/.exec(line.trimEnd())?.[1] ?? 'a function'
}

const unfinished = new RegExp(
  `\\b(${['TO', 'FIX', 'HA', 'X'].map((a, i) => a + ['DO', 'ME', 'CK', 'XX'][i]).join('|')})\\b`,
)
const suppression = /biome-ignore|eslint-disable|@ts-(ignore|expect-error|nocheck)|c8 ignore|prettier-ignore/

function commentFindings(comments: { value: string; start: number }[], lineOf: LineOf): Finding[] {
  return comments.flatMap((comment) => {
    const mark = unfinished.exec(comment.value)?.[0] ?? suppression.exec(comment.value)?.[0]
    return mark === undefined ? [] : [{ what: mark, line: lineOf(comment.start) }]
  })
}

/** What a door offers; documented when a doc comment stands right before the name, or before its own statement. */
function doorExports(parsed: ReturnType<typeof parseSync>, text: string, lineOf: LineOf): DoorExport[] {
  const docs = parsed.comments.filter((one) => one.type === 'Block' && one.value.startsWith('*'))
  const documentedAt = (start: number) =>
    docs.some((doc) => doc.end <= start && /^\s*(type\s+)?$/.test(text.slice(doc.end, start)))
  return parsed.module.staticExports.flatMap((statement) =>
    statement.entries.map((entry) => ({
      name: entry.exportName.name ?? '*',
      line: lineOf(entry.start),
      documented: documentedAt(entry.start) || (statement.entries.length === 1 && documentedAt(statement.start)),
      from: entry.moduleRequest?.value ?? '',
    })),
  )
}
