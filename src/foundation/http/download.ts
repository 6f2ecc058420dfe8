import type { HouseContext } from './env.ts'

/**
 * A file to take along, or (`inline`) to look at. The name is ours, never a visitor's: it stands in download folders
 * that others may see, so it tells nothing.
 */
export function download(
  c: HouseContext,
  bytes: Uint8Array | string | AsyncGenerator<string, void>,
  file: { type: string; name: string; inline?: boolean },
): Response {
  c.header('Content-Type', file.type)
  c.header(
    'Content-Disposition',
    `${file.inline ? 'inline' : 'attachment'}; filename="${file.name.replace(/[^\w.-]+/g, '-')}"`,
  )
  if (typeof bytes === 'string') return c.body(bytes)
  return c.body(bytes instanceof Uint8Array ? new Uint8Array(bytes) : streamOf(bytes))
}

/** The parts as they are asked for; when one can't be made the download breaks off, so that nobody takes half for whole. */
function streamOf(parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return()
    },
  })
}

/**
 * Whether an address asks something, be it nothing, behind a document that has nothing to ask. A document costs a third of a
 * second: made-up parameters may not have it made anew, past the cache.
 */
export const hasOddQuery = (c: Pick<HouseContext, 'req'>): boolean => c.req.url.includes('?')

/** Sends on to the same address without its query; as it came in, for a decoded one may hold what no header can. */
export const withoutQuery = (c: HouseContext): Response => c.redirect(new URL(c.req.url).pathname, 301)
