import type { HouseContext } from './env.ts'

/**
 * A file to take along, or (`inline`) to look at. The name is ours, never a visitor's: it stands in download folders
 * that others may see, so it tells nothing.
 */
export function download(
  c: HouseContext,
  bytes: Uint8Array | string,
  file: { type: string; name: string; inline?: boolean },
): Response {
  c.header('Content-Type', file.type)
  c.header(
    'Content-Disposition',
    `${file.inline ? 'inline' : 'attachment'}; filename="${file.name.replace(/[^\w.-]+/g, '-')}"`,
  )
  return c.body(typeof bytes === 'string' ? bytes : new Uint8Array(bytes))
}
