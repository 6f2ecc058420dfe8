import { deflateSync } from 'node:zlib'

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R >>'

/** A stream object. */
export const stream = (dictionary: string, content: Buffer | string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`

/** What goes into a pdf besides its one page: entries of the catalogue, of the page, of the trailer, and objects from 6 on. */
export interface PdfParts {
  catalogue?: string
  page?: string
  trailer?: string
  more?: string[]
  info?: string
}

/** A pdf as programs write it: five objects, a table, a trailer. */
export function pdf(parts: PdfParts = {}): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${parts.catalogue ?? ''} >>`,
    PAGES,
    PAGE.replace(' >>', ` ${parts.page ?? ''} >>`),
    stream('', 'BT ET'),
    parts.info ?? '<< /Title (Plan) /Author (Kanarie de Maker) /Company <FEFF004B> >>',
    ...(parts.more ?? []),
  ]
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const xref = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R ${parts.trailer ?? ''} >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Objects packed into one stream, where a reader of plain text does not see them. */
export function packedObjects(...objects: string[]): string {
  const head = objects.map((_, at) => `${20 + at} ${objects.slice(0, at).join(' ').length + (at && 1)}`).join(' ')
  const body = deflateSync(Buffer.from(`${head} ${objects.join(' ')}`, 'latin1'))
  return stream(`/Type /ObjStm /N ${objects.length} /First ${head.length + 1} /Filter /FlateDecode`, body)
}
