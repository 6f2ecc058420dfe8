/** What may not stand in a document, by the name of a part. */
export const MACRO_PART =
  /(^|\/)(vbaProject[^/]*|vbaData\.xml|macrosheets\/.*|activeX\/.*|Basic\/.*|Scripts\/.*|dialogsheets\/.*|customUI\/.*|attachedToolbars\.bin)$/i
export const ENCLOSED_PART =
  /(^|\/)(embeddings\/.*|oleObject[^/]*\.bin|ObjectReplacements\/.*\.(exe|bin)|package\/.*)$/i
export const OUTSIDE_PART = /^xl\/(externalLinks\/.*|connections\.xml|queryTables\/.*)$/i

/** Whether a part is text, which may tell its reader to fetch or to do something. */
export const isXml = (name: string): boolean => /\.(xml|rels|rdf)$/i.test(name)

/** Relations to elsewhere that are followed without a click: templates, objects, frames, pictures. Links to click may stay. */
export function reachesOutside(relations: string): boolean {
  const all = relations.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? []
  return all.some((one) => /TargetMode\s*=\s*["']External["']/i.test(one) && !/\/hyperlink["']/i.test(one))
}

const INSTRUCTION = /<w:instrText\b[^>]*>([^<]*)<|w:instr\s*=\s*"([^"]*)"/g

/** Whether a Word text has a field that runs or fetches something. */
export function hasActiveField(text: string): boolean {
  const said = [...text.matchAll(INSTRUCTION)].map(([, run = '', simple = '']) => run + simple).join('')
  return /\bDDE(AUTO)?\b|\bINCLUDETEXT\b|\bINCLUDEPICTURE\b[^\\]*https?:|\bMACROBUTTON\s+(?!NoMacro\b|AcceptAllChangesInDoc\b)\w/i.test(
    said,
  )
}

const MAKERS =
  /(<(dc:creator|cp:lastModifiedBy|Company|Manager|meta:initial-creator|meta:printed-by|meta:creator)\b[^>]*>)[\s\S]*?(<\/\2>)/g
const OWN_FIELDS = /<(property|meta:user-defined|meta:template)\b[\s\S]*?(<\/\1>|\/>)/g

/** The part without whoever made it: names of makers and companies, and fields of an organisation's own. */
export function withoutMakers(name: string, part: Buffer): Buffer {
  if (!/^(docProps\/[^/]*\.xml|meta\.xml)$/i.test(name)) return part
  return Buffer.from(part.toString('utf8').replace(MAKERS, '$1$3').replace(OWN_FIELDS, ''))
}

/** A jpeg without the segments that tell where, when and by whom; its picture stays as it is. */
export function withoutExif(jpeg: Buffer): Buffer {
  const kept: Buffer[] = [jpeg.subarray(0, 2)]
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    const next = at + 2 + jpeg.readUInt16BE(at + 2)
    const tells = [0xe1, 0xed, 0xfe].includes(jpeg[at + 1] ?? 0)
    if (!tells) kept.push(jpeg.subarray(at, next))
    at = next
  }
  return at > jpeg.length ? jpeg : Buffer.concat([...kept, jpeg.subarray(at)])
}
