import { z } from 'zod'
import type { FieldError, Typed } from '../foundation/http/index.ts'
import type { Criterion } from './criterion.ts'
import type { FirstCheckWords } from './first-check.ts'

/** The first sitting; the fields per hard criterion are read by `checkWordsFrom`. */
export const firstCheckForm = z.looseObject({
  verzending: z.uuid(),
  uitkomst: z.enum(['rond', 'vraag'], 'Kies hoe het verdergaat.'),
  vraag: z.string().max(2000, 'Houd je vraag onder de 2000 tekens.').default(''),
})

/** Met or not, with a sentence, per hard criterion: fields `voldaan-<slug>` and `zin-<slug>`. */
export function checkWordsFrom(
  criteria: Criterion[],
  typed: Typed,
): { words: FirstCheckWords[]; errors: FieldError[] } {
  const words: FirstCheckWords[] = []
  const errors: FieldError[] = []
  for (const { id, slug, name } of criteria) {
    const met = typed[`voldaan-${slug}`]
    const sentence = String(typed[`zin-${slug}`] ?? '')
    if (met !== 'ja' && met !== 'nee')
      errors.push({ field: `voldaan-${slug}`, message: `Kies of aan “${name}” is voldaan.` })
    else if (sentence.length > 600)
      errors.push({ field: `zin-${slug}`, message: `Houd je zin over “${name}” onder de 600 tekens.` })
    else words.push({ criterion: id, met: met === 'ja', sentence })
  }
  return { words, errors }
}
