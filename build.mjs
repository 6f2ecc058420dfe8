// Builds everything under dist/: the server, the processes and thread beside it, the stylesheet with its fonts, the browser modules,
// and a manifest that says where they stand. A second's work at most, so it runs before every start.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, relative } from 'node:path'
import { build } from 'esbuild'
import sharp from 'sharp'
import { forNode } from './build.packages.mjs'

const root = import.meta.dirname
const source = join(root, 'src')
const assets = join(root, 'dist/assets')
const theme = createRequire(import.meta.url).resolve(
  '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
)

const sources = readdirSync(source, { recursive: true }).map((name) => join(source, String(name)))

/** The words our own parts use, among them every class name of the design system we rely on. */
function wordsInUse() {
  const parts = sources.filter((path) => path.endsWith('.tsx') && !path.includes('.test.'))
  return new Set(parts.flatMap((path) => readFileSync(path, 'utf8').match(/[A-Za-z][\w-]*/g) ?? []))
}

/** Leaves out the rules of a package that only style classes nobody here uses. */
function withoutUnusedRules(css, used) {
  let kept = ''
  let at = 0
  while (at < css.length) {
    const open = css.indexOf('{', at)
    if (open < 0) break
    let depth = 1
    let close = open + 1
    for (; depth > 0 && close < css.length; close++) {
      if (css[close] === '{') depth++
      if (css[close] === '}') depth--
    }
    const selector = css.slice(at, open).trim()
    const body = css.slice(open + 1, close - 1)
    const inside = selector.startsWith('@media') ? withoutUnusedRules(body, used) : body
    const alive = selector.startsWith('@') ? selector : usedSelectors(selector, used)
    if (alive && inside.trim()) kept += `${alive}{${inside}}`
    at = close
  }
  return kept
}

function usedSelectors(selector, used) {
  const single = selector.match(/(?:\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)|[^,(])+/g) ?? []
  const alive = single.filter((one) => {
    const outside = one.replace(/:(?:not|has)\(.*\)/g, '')
    return (outside.match(/\.[A-Za-z][\w-]*/g) ?? []).every((name) => used.has(name.slice(1)))
  })
  return alive.join(',')
}

const onlyWhatWeUse = {
  name: 'only what we use',
  setup(bundle) {
    const used = wordsInUse()
    bundle.onLoad({ filter: /node_modules.*\.css$/ }, ({ path }) => {
      const css = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
      return { contents: withoutUnusedRules(css, used), loader: 'css' }
    })
  },
}

/** The tokens of the voorbeeld theme that the stylesheet asks for, followed along every var() chain. */
function tokensInUse(css) {
  const all = new Map(
    [...readFileSync(theme, 'utf8').matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map((m) => [m[1], m[2]]),
  )
  const ours = new Set([...css.matchAll(/[{;](--[\w-]+):/g)].map((m) => m[1]))
  const wanted = new Set()
  const follow = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (wanted.has(name) || ours.has(name) || !all.has(name)) continue
      wanted.add(name)
      follow(all.get(name))
    }
  }
  follow(css)
  return [...wanted].map((name) => `${name}:${all.get(name).trim()}`).join(';')
}

function hashed(name, extension, bytes) {
  const file = `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${extension}`
  writeFileSync(join(assets, file), bytes)
  return `/assets/${file}`
}

/** The house's stylesheet, then what each room adds for its own pages, in the same layer. */
function rooms() {
  const own = sources.filter((path) => /^[^/]+\/[^/]+\.css$/.test(relative(source, path))).sort()
  const imports = own.map((path) => `@import "./${relative(source, path)}" layer(house);`)
  return ['@import "./foundation/ui/css/style.css";', ...imports].join('\n')
}

async function stylesheet() {
  const result = await build({
    stdin: { contents: rooms(), resolveDir: source, loader: 'css' },
    bundle: true,
    minify: true,
    write: false,
    outdir: assets,
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    loader: { '.woff2': 'file' },
    assetNames: '[name]-[hash]',
    legalComments: 'none',
    plugins: [onlyWhatWeUse],
  })
  let css = ''
  const preload = []
  for (const file of result.outputFiles) {
    if (file.path.endsWith('.css')) css = file.text
    else writeFileSync(file.path, file.contents)
    if (basename(file.path).startsWith('atkinson')) preload.push(`/assets/${basename(file.path)}`)
  }
  const licence = '/*! Parts of NL Design System and its voorbeeld theme, EUPL-1.2 */'
  return { css: hashed('style', 'css', `${licence}@layer nlds{.voorbeeld-theme{${tokensInUse(css)}}}${css}`), preload }
}

async function browserModules() {
  const entryPoints = sources.filter((path) => path.endsWith('.browser.ts'))
  if (entryPoints.length === 0) return {}
  const result = await build({
    entryPoints,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: assets,
    entryNames: '[name]-[hash]',
    metafile: true,
  })
  const named = Object.entries(result.metafile.outputs).map(([file, output]) => [
    basename(output.entryPoint ?? '', '.browser.ts'),
    `/assets/${basename(file)}`,
  ])
  return Object.fromEntries(named)
}

async function program(entry, outfile) {
  if (!existsSync(join(source, entry))) return
  const path = join(root, 'dist', outfile)
  await build({ ...forNode, entryPoints: [join(source, entry)], outfile: path })
  // One quote of a printer is enough for node to keep the whole text twice as large. Only patterns still have them.
  const escaped = (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[\u0100-\uffff]/g, escaped))
}

mkdirSync(assets, { recursive: true })
const icon = hashed('icon', 'svg', readFileSync(join(source, 'foundation/ui/icon.svg')))
/** What a message with a link to us shows: places that show one take no SVG. */
const sharePicture = async () =>
  hashed('share', 'png', await sharp(join(source, 'foundation/ui/share.svg')).png({ palette: true }).toBuffer())
const [style, scripts, share] = await Promise.all([stylesheet(), browserModules(), sharePicture()])
const manifest = { ...style, icon, share, scripts }
writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)

// What earlier builds left goes after a week: until then a page that is still open may ask for it.
const known = `${JSON.stringify(manifest)} manifest.json ${readFileSync(join(root, 'dist', style.css), 'utf8')}`
const weekAgo = Date.now() - 7 * 24 * 3600_000
for (const file of readdirSync(assets)) {
  if (!known.includes(file) && statSync(join(assets, file)).mtimeMs < weekAgo) rmSync(join(assets, file))
}

await Promise.all([
  program('server.ts', 'server.js'),
  program('foundation/documents/worker.ts', 'documents.js'),
  program('foundation/files/worker.ts', 'files.js'),
  program('olympiad/arithmetic.worker.ts', 'arithmetic.js'),
  program('training/import.worker.ts', 'import.js'),
])
