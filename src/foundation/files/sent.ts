import type { HouseContext } from '../http/index.ts'

/** A file as a form brought it. */
export interface SentFile {
  name: string
  bytes: Buffer
}

/** The file in this field of the form; undefined when none was chosen. */
export async function sentFile(c: HouseContext, field: string): Promise<SentFile | undefined> {
  const sent = c.get('body')?.[field]
  const file = Array.isArray(sent) ? sent.find((one) => one instanceof File) : sent
  // A browser sends an empty nameless file when nobody chose one.
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return undefined
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
}
