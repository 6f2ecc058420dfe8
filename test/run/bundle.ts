/**
 * Test files as bundles. Read one by one, the thousand sources of the house cost every test process five seconds; the
 * files of a phase are bundled together once, in a second or two, and share what they have in common.
 */
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildFailure, build, formatMessages, type Plugin } from 'esbuild'
import { forNode } from '../../build.packages.mjs'
import { root } from '../architecture/source.ts'

export interface Bundle {
  /** Where everything was written; whoever asked removes it. */
  folder: string
  /** One for each test file that can be read, in the order they were given. */
  files: string[]
  /** What can't be read, each with the reason. */
  unreadable: string[]
}

/** A source that asks where it stands is told its own place, not that of the bundle. */
const ownPlace = {
  define: { 'import.meta.url': 'ownUrl', 'import.meta.dirname': 'ownFolder', 'import.meta.resolve': 'resolveHere' },
  plugin: {
    name: 'own place',
    setup(bundle) {
      bundle.onLoad({ filter: /\.(tsx?|mjs)$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        if (path.includes('node_modules') || !text.includes('import.meta')) return undefined
        // On the first line, so that the other lines keep their numbers.
        return { contents: placed(path) + text, loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  } satisfies Plugin,
}
const placed = (path: string) =>
  `const ownUrl = ${JSON.stringify(pathToFileURL(path))}, ownFolder = ${JSON.stringify(dirname(path))};` +
  `const resolveHere = (to) => to.startsWith('.') ? new URL(to, ownUrl).href : resolvePackage(to);`
/** What resolves for the bundle resolves for every source of ours: there is one folder of packages. */
const resolvePackage = 'const resolvePackage = (name) => import.meta.resolve(name);'

export async function bundleTests(files: string[]): Promise<Bundle> {
  const built = join(root, 'dist')
  mkdirSync(built, { recursive: true })
  // Beside the packages, so that what is not taken in is found.
  const folder = mkdtempSync(join(built, 'tests-'))
  const unreadable: string[] = []
  for (let left = files.map((file) => resolve(file)); left.length > 0; ) {
    const made = await attempt(left, folder)
    if ('files' in made) return { folder, files: made.files, unreadable }
    unreadable.push(...made.said)
    const readable = left.filter((file) => !made.broken.includes(file))
    // Broken further down, in a source they all share: none of them can be read.
    left = readable.length < left.length ? readable : []
  }
  return { folder, files: [], unreadable }
}

type Attempt = { files: string[] } | { broken: string[]; said: string[] }

async function attempt(entryPoints: string[], folder: string): Promise<Attempt> {
  try {
    const { metafile } = await build({
      ...forNode,
      metafile: true,
      entryPoints,
      absWorkingDir: root,
      outbase: root,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      splitting: true,
      logLevel: 'silent',
      define: ownPlace.define,
      plugins: [ownPlace.plugin],
      banner: { js: forNode.banner.js + resolvePackage },
    })
    const outputs = Object.entries(metafile.outputs)
    const of = (file: string) => outputs.find(([, made]) => made.entryPoint === relative(root, file))?.[0]
    return { files: entryPoints.map((file) => join(root, of(file) ?? '')) }
  } catch (fault) {
    const { errors } = fault as BuildFailure
    const broken = errors.map(({ location }) => resolve(root, location?.file ?? ''))
    return { broken, said: await formatMessages(errors, { kind: 'error' }) }
  }
}
