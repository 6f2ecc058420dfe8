import { zipSync } from 'fflate'

/** Parts of a document by name; the order is that of the zip. */
export type Parts = Record<string, string | Buffer>

/** A zip as a word processor writes it: a type that must stand unpacked does. */
export function zipOf(parts: Parts): Buffer {
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          [Buffer.from(part), { level: name === 'mimetype' ? 0 : 6 }],
        ]),
      ),
    ),
  )
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const types = (part: string, type: string) =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`

export const relation = (id: string, kind: string, target: string, outside = false) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`

export const relations = (...all: string[]) =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

const core = (maker: string) =>
  `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plan</dc:title><dc:creator>${maker}</dc:creator><cp:lastModifiedBy>${maker}</cp:lastModifiedBy></cp:coreProperties>`

export const wordText = (inside = '<w:p><w:r><w:t>Wij eten elke week samen.</w:t></w:r></w:p>') =>
  `${DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`

/** A Word document; `more` adds parts or replaces them. */
export const docx = (more: Parts = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': types('word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': wordText(),
    'docProps/core.xml': core('Kanarie de Maker'),
    'docProps/app.xml': `${DECLARATION}<Properties><Company>Kanarie BV</Company><Manager>Kanarie</Manager></Properties>`,
    ...more,
  })

export const xlsx = (more: Parts = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': types('xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>`,
    'docProps/core.xml': core('Kanarie de Maker'),
    ...more,
  })

const OPEN = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'

export const odt = (more: Parts = {}): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${DECLARATION}<office:document-content ${OPEN}><office:scripts/><office:body/></office:document-content>`,
    'meta.xml': `${DECLARATION}<office:document-meta ${OPEN}><office:meta><meta:initial-creator>Kanarie</meta:initial-creator><dc:creator>Kanarie</dc:creator><meta:user-defined meta:name="Afdeling">Kanarie</meta:user-defined></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${DECLARATION}<manifest:manifest/>`,
    ...more,
  })

/** A zip whose one entry says less about its size than it holds. */
export function understated(zip: Buffer, name: string, size: number): Buffer {
  const lied = Buffer.from(zip)
  for (let at = lied.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = lied.indexOf('PK\x01\x02', at + 4, 'latin1'))
    if (lied.toString('utf8', at + 46, at + 46 + lied.readUInt16LE(at + 28)) === name) lied.writeUInt32LE(size, at + 24)
  return lied
}
