import { strToU8, zipSync } from 'fflate'
import { escapeXml } from '../foundation/xml.ts'
import type { PracticeContent } from './content.form.ts'
import { plainText, richText } from './rich-text.ts'
import { type Section, sectionWord } from './section.ts'

/** What a fictional practice lets people take along. */
export type TrialTakeAlong = NonNullable<PracticeContent['takeAlong']>[number]

/** What a plan or a handbook tells again when it has no text of its own. */
const RETOLD: readonly Section[] = ['approach', 'materials', 'staff', 'conditions']

const paragraph = (text: string, style?: 'Title' | 'Heading1') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`

/** A text of the content, one paragraph per line: a list keeps its dashes. */
const told = (text: string) =>
  plainText(richText(text))
    .split(/\n+/)
    .map((line) => paragraph(line))
    .join('')

function bodyOf({ title, organisation, sections }: PracticeContent, one: TrialTakeAlong): string {
  const own = one.text?.map((text) => told(text)).join('')
  const retold = RETOLD.flatMap((section) => {
    const passages = sections?.[section]
    return passages ? [paragraph(sectionWord(section), 'Heading1'), ...passages.map((text) => told(text))] : []
  })
  return [
    paragraph(one.title, 'Title'),
    paragraph(`Verzonnen voorbeeld. Het hoort bij ${title}, een verzonnen praktijk van ${organisation.name}.`),
    own ?? retold.join(''),
    paragraph(`Wat je ermee mag: ${one.licence}.`),
  ].join('')
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (id: string, kind: string, target: string) =>
  strToU8(
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/></Relationships>`,
  )

const style = (id: string, name: string, size: number) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`

const STYLES = `${DECLARATION}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Title', 'Title', 44)}${style('Heading1', 'heading 1', 30)}</w:styles>`

const TYPES = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE}.styles+xml"/></Types>`

/** The day every part of a document carries, so that the same text gives the same bytes. */
const MADE = new Date('2026-01-01T12:00:00Z')

/**
 * The file behind a take-along of a fictional practice: a Word document of our own making, which people may change. A
 * handful of parts is all that a word processor asks.
 */
export function handout(content: PracticeContent, one: TrialTakeAlong): { name: string; bytes: Buffer } {
  const document = `${DECLARATION}<w:document xmlns:w="${WORD}"><w:body>${bodyOf(content, one)}</w:body></w:document>`
  const parts = {
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': relations('rId1', 'officeDocument', 'word/document.xml'),
    'word/document.xml': strToU8(document),
    'word/styles.xml': strToU8(STYLES),
    'word/_rels/document.xml.rels': relations('rId1', 'styles', 'styles.xml'),
  }
  return { name: `${one.title}.docx`, bytes: Buffer.from(zipSync(parts, { mtime: MADE })) }
}
