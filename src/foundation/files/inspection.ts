import { outerFault } from './inspection.outer.ts'
import { beginsAs, isPicture, kindByName } from './kind.ts'
import { inspectOffice } from './office.ts'
import { inspectPdf } from './pdf.ts'
import { inspectPicture } from './picture.ts'
import { isTwofold } from './polyglot.ts'
import { liesAbout, SENTENCE } from './sentence.ts'
import { Refused, refused, type Verdict } from './verdict.ts'

/**
 * Looks into a file: by its name, by its first bytes, for a second face, and by reading it. Only in the file process.
 * `as`: what a picture becomes.
 */
export async function inspect(name: string, bytes: Buffer, as?: 'jpeg'): Promise<Verdict> {
  try {
    const outer = outerFault(name, bytes.length)
    const kind = kindByName(name)
    if (outer !== undefined || kind === undefined) return refused(outer ?? SENTENCE.kind)
    if (!beginsAs(kind, bytes)) refused(liesAbout(kind))
    if (isTwofold(kind, bytes)) refused(SENTENCE.twofold)
    if (isPicture(kind)) return await inspectPicture(kind, bytes, as)
    return await (kind === 'pdf' ? inspectPdf(bytes) : inspectOffice(kind, bytes))
  } catch (fault) {
    if (fault instanceof Refused) return { good: false, sentence: fault.message }
    throw fault
  }
}
