import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import { fileFacts, readFile } from '../foundation/files/index.ts'
import type { FlyerBody } from './flyer.ts'

/**
 * The picture as the document process takes it: the bytes as they were kept, for a flyer's picture is made a jpeg of the
 * right size when it is received. Undefined for a drawing, and while a scanner has not spoken.
 */
export async function photoFor(
  db: Db,
  config: Config,
  { picture }: Pick<FlyerBody, 'picture'>,
): Promise<Uint8Array | undefined> {
  if ('drawing' in picture) return undefined
  const kind = (await fileFacts(db, [picture.file])).get(picture.file)?.kind
  return kind === 'jpeg' ? readFile(db, config, picture.file) : undefined
}
