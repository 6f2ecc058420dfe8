// Makes the two fonts of the house from the packages of Fontsource: `npm run fonts`.
// Only the signs Dutch needs stay, so both together weigh about 30 KB. The results are committed.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

const ascii = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCodePoint(0x20 + index)).join('')
const letters = 'ÁÀÂÄÇÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜáàâäçéèêëíìîïóòôöúùûüñß'
const signs = '‘’‚“”„–—…·•€\u00a0'
const heading = `${ascii}${letters}${signs}`
const text = `${heading}ÅÆÑØÝåæøýœ£§°±×½¼²«»→←↑↓✓©\u00ad\u2011`

const fonts = [
  {
    family: 'atkinson-hyperlegible-next',
    source: 'files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    target: 'atkinson-hyperlegible-next.woff2',
    axes: { wght: { min: 400, max: 700 } },
    signs: text,
  },
  {
    family: 'bricolage-grotesque',
    source: 'files/bricolage-grotesque-latin-wght-normal.woff2',
    target: 'bricolage-grotesque-700.woff2',
    axes: { wght: 700 },
    signs: heading,
  },
]

for (const font of fonts) {
  const folder = dirname(require.resolve(`@fontsource-variable/${font.family}/package.json`))
  const bytes = await subsetFont(readFileSync(join(folder, font.source)), font.signs, {
    targetFormat: 'woff2',
    variationAxes: font.axes,
  })
  writeFileSync(join(here, font.target), bytes)
  copyFileSync(join(folder, 'LICENSE'), join(here, `${font.family}.OFL.txt`))
  process.stdout.write(`${font.target}: ${(bytes.length / 1024).toFixed(1)} KB\n`)
}
