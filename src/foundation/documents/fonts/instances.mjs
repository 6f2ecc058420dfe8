// Static fonts for documents: typst takes no variable fonts. Run by `npm run fonts`; the results are committed.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, '../../../../node_modules/@fontsource-variable')
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('')
// Latin with what Dutch, names from neighbours and typography need.
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ŒœŠšŽžŸ–—‘’‚“”„•…‹›€−`

const instances = [
  [
    'atkinson-400.ttf',
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    { wght: 400 },
  ],
  [
    'atkinson-700.ttf',
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    { wght: 700 },
  ],
  [
    'atkinson-400-italic.ttf',
    'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
    { wght: 400 },
  ],
  [
    'bricolage-700.ttf',
    'bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2',
    { wght: 700, opsz: 24, wdth: 100 },
  ],
]

for (const [name, source, variationAxes] of instances) {
  const font = await subsetFont(readFileSync(join(modules, source)), latin, { targetFormat: 'truetype', variationAxes })
  writeFileSync(join(here, name), font)
}
