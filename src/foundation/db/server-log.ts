import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LIMIT = 5 * 1024 * 1024

/** The log of the embedded server; a long one becomes the old one, so that there are never more than two. */
export function keepShort(dataDir: string): string {
  const path = join(dataDir, 'postgres.log')
  if (existsSync(path) && statSync(path).size > LIMIT) renameSync(path, `${path}.old`)
  return path
}

/** The reason PostgreSQL gave last, for the sentence that tells why it does not start. */
export function lastWords(dataDir: string): string {
  const path = join(dataDir, 'postgres.log')
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-20) : []
  const reasons = lines.filter((line) => /FATAL|PANIC|error while loading|not permitted|root/.test(line))
  return reasons.at(-1) ?? lines.at(-1) ?? `it gave no reason; see ${path}`
}
