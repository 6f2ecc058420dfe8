import { type Db, statement } from '../foundation/db/index.ts'
import { sha256 } from '../foundation/seal.ts'
import type { SceneName } from '../foundation/ui/index.ts'
import type { FlyerPicture } from './flyer.ts'
import { flyerPicture } from './practices.tables.ts'

/** What our own drawings show, for whoever can't see them. */
export const DRAWINGS: Record<SceneName, string> = {
  tafel: 'Twee mensen praten aan een keukentafel.',
  stoep: 'Iemand op de stoep en een bewoner in de deur geven elkaar de hand.',
  bank: 'Twee mensen zitten naast elkaar op een bank bij een boom.',
  brug: 'Twee mensen ontmoeten elkaar midden op een brug.',
}

/** Whether a text names one of our drawings. */
export const isDrawing = (text: string | null): text is SceneName => text !== null && Object.hasOwn(DRAWINGS, text)

const rows = statement<{ drawing: string | null; file: string | null; alt: string; credit: string }>(
  'practices.flyerPicture',
  'select drawing, file, alt, credit from practices.flyer_picture where practice = $1',
)

/** The picture of a flyer; until someone chooses, one of our drawings, always the same one for a practice. */
export async function pictureOf(db: Db, practice: { id: string; slug: string }): Promise<FlyerPicture> {
  const [row] = await rows(db, practice.id)
  if (row?.file) return { file: row.file, alt: row.alt, credit: row.credit }
  if (row && isDrawing(row.drawing)) return { drawing: row.drawing, alt: row.alt, credit: row.credit }
  const names = Object.keys(DRAWINGS).filter((name): name is SceneName => isDrawing(name))
  const drawing = names[Number.parseInt(sha256(practice.slug).slice(0, 4), 16) % names.length] ?? 'tafel'
  return { drawing, alt: DRAWINGS[drawing], credit: '' }
}

/** Mark of the picture as someone saw it: '' while nobody chose one. */
export async function pictureMark(db: Db, practice: string): Promise<string> {
  const [row] = await rows(db, practice)
  return row ? sha256(JSON.stringify([row.drawing, row.file, row.alt, row.credit])) : ''
}

/** Chooses the picture of a flyer. */
export async function savePicture(db: Db, practice: string, picture: FlyerPicture): Promise<void> {
  const { alt, credit } = picture
  const values = {
    drawing: 'drawing' in picture ? picture.drawing : null,
    file: 'file' in picture ? picture.file : null,
    alt,
    credit,
  }
  await db
    .insert(flyerPicture)
    .values({ practice, ...values })
    .onConflictDoUpdate({ target: flyerPicture.practice, set: values })
}
