import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assets } from './frame.ts'

/** Reads what `build.mjs` made. `folder` is `dist/assets`. */
export function readAssets(folder: string): Assets {
  let text: string
  try {
    text = readFileSync(join(folder, 'manifest.json'), 'utf8')
  } catch {
    throw new Error(`No built assets in ${folder}: run "node build.mjs" first.`)
  }
  return JSON.parse(text)
}
