import { zipSync } from 'fflate'
import {
  docx,
  odt,
  type Parts,
  relation,
  relations,
  understated,
  wordText,
  xlsx,
  zipOf,
} from '../../../test/uploads/office.ts'
import { packedObjects, pdf, stream } from '../../../test/uploads/pdf.ts'
import { flatPng, phonePicture, picture } from '../../../test/uploads/picture.ts'
import { liesAbout, SENTENCE } from './sentence.ts'

/** One file that someone might send: its name, its bytes, and the sentence we owe them; undefined for a good one. */
export interface CorpusFile {
  name: string
  about: string
  bytes: Buffer
  sentence?: string
}

const both = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

const file = (name: string, about: string, bytes: Buffer | string, sentence?: string): CorpusFile => ({
  name,
  about,
  bytes: both(bytes),
  ...(sentence ? { sentence } : {}),
})

const small = Buffer.from(zipSync({ 'a.class': Buffer.from('cafebabe') }))
const page = '<html><script>alert(1)</script></html>'

async function honest(): Promise<CorpusFile[]> {
  const photo = await phonePicture()
  return [
    file('plan.pdf', 'a pdf', pdf()),
    file('PLAN.PDF', 'capitals', pdf()),
    file('plan met spaties (2).pdf', 'a name with spaces', pdf()),
    file('open.pdf', 'a pdf that opens at a page', pdf({ catalogue: '/OpenAction [3 0 R /Fit]' })),
    file(
      'link.pdf',
      'a link whose address says JavaScript',
      pdf({
        page: '/Annots [6 0 R]',
        more: [
          '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://a.example/JS/JavaScript) >> >>',
        ],
      }),
    ),
    file('packed.pdf', 'packed objects', pdf({ more: [packedObjects('<< /Author (Kanarie) /Title (Kort) >>')] })),
    file(
      'xmp.pdf',
      'a description with a maker',
      pdf({
        catalogue: '/Metadata 6 0 R',
        more: [stream('/Type /Metadata /Subtype /XML', '<x:xmpmeta><dc:creator>Kanarie</dc:creator></x:xmpmeta>')],
      }),
    ),
    file('padded.pdf', 'a scanner that pads with nothing', both(pdf(), Buffer.alloc(400))),
    file('plan.docx', 'a Word document', docx()),
    file('foto.docx', 'a photo in a document', docx({ 'word/media/image1.jpg': photo })),
    file(
      'links.docx',
      'a link to click',
      docx({
        'word/_rels/document.xml.rels': relations(relation('rId1', 'hyperlink', 'https://a.example', true)),
      }),
    ),
    file(
      'inhoud.docx',
      'fields of our own document',
      docx({
        'word/document.xml': wordText('<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'),
      }),
    ),
    file(
      'icoon.docx',
      'an icon as a drawing',
      docx({ 'word/media/image2.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    ),
    file('lang.docx', 'a long text', docx({ 'word/document.xml': wordText(words(40_000)) })),
    file('telling.xlsx', 'a workbook', xlsx({ 'xl/worksheets/sheet1.xml': '<worksheet/>' })),
    file('plan.odt', 'an OpenDocument', odt()),
    file('mappen.odt', 'empty folders', odt({ 'Configurations2/': '' })),
    file('foto.jpg', 'a photo from a phone', photo),
    file('foto.jpeg', 'the other extension', await picture('jpeg')),
    file(
      'film.jpg',
      'a phone that puts a film behind the photo',
      both(photo, '\0\0\0\x18ftypmp42', Buffer.alloc(5000, 7)),
    ),
    file('tweede.jpg', 'a second picture behind the first', both(photo, await picture('jpeg'))),
    file('foto.png', 'a png', await picture('png')),
    file('groot.png', 'a large picture that is small enough', flatPng(6000, 6000)),
    file('foto.webp', 'a webp', await picture('webp')),
  ]
}

const words = (count: number) =>
  `<w:p>${Array.from({ length: count }, (_, at) => `<w:r><w:t>woord ${(at * 7919) % 10007}</w:t></w:r>`).join('')}</w:p>`

async function lying(): Promise<CorpusFile[]> {
  const jpg = await picture('jpeg')
  return [
    file('plan.docm', 'a name outside the list', docx(), SENTENCE.kind),
    file('plan', 'no extension', pdf(), SENTENCE.kind),
    file('plan.pdf.exe', 'a program', 'MZ', SENTENCE.kind),
    file('plan.svg', 'a drawing', '<svg/>', SENTENCE.kind),
    file('plan.html', 'a page', page, SENTENCE.kind),
    file('foto.gif', 'a kind we do not take', both('GIF89a', small), SENTENCE.kind),
    file('plan.zip', 'an archive', small, SENTENCE.kind),
    file('plan.pdf\u0000.exe', 'a name cut in two', pdf(), SENTENCE.kind),
    file('leeg.pdf', 'nothing', '', SENTENCE.empty),
    file('groot.pdf', '26 MB', Buffer.alloc(26 * 1024 * 1024, 32), SENTENCE.large),
    file('plan.docx', 'a pdf that says it is Word', pdf(), liesAbout('docx')),
    file('plan.pdf', 'Word that says it is a pdf', docx(), liesAbout('pdf')),
    file('plan.pdf', 'a page that says it is a pdf', page, liesAbout('pdf')),
    file('plan.docx', 'a workbook that says it is Word', xlsx(), liesAbout('docx')),
    file('plan.xlsx', 'Word that says it is a workbook', docx(), liesAbout('xlsx')),
    file('plan.odt', 'Word that says it is OpenDocument', docx(), liesAbout('odt')),
    file('plan.docx', 'just an archive', small, liesAbout('docx')),
    file('plan.docx', 'the old Word', both('\xd0\xcf\x11\xe0', Buffer.alloc(600)), liesAbout('docx')),
    file('foto.png', 'a jpeg that says it is a png', jpg, liesAbout('png')),
    file(
      'foto.jpg',
      'a drawing that says it is a photo',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      liesAbout('jpeg'),
    ),
    file('foto.webp', 'a sound file', both('RIFF', Buffer.alloc(4), 'WAVEfmt '), liesAbout('webp')),
    file('foto.jpg', 'a photo cut off halfway', (await phonePicture()).subarray(0, 500), SENTENCE.broken),
    file('foto.png', 'only the first bytes', '\x89PNG\r\n\x1a\n', SENTENCE.broken),
    file('plan.pdf', 'only the first line', '%PDF-1.7\n', SENTENCE.broken),
    file(
      'plan.pdf',
      'a pdf without pages',
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF',
      SENTENCE.broken,
    ),
    file('plan.docx', 'an archive cut off', docx().subarray(0, 700), SENTENCE.broken),
    file(
      'plan.docx',
      'a document without a text',
      docx({ 'word/document.xml': '<?xml version="1.0"?><niets/>' }),
      SENTENCE.broken,
    ),
  ]
}

async function twofold(): Promise<CorpusFile[]> {
  const [jpg, png] = [await picture('jpeg'), await picture('png')]
  return [
    file('foto.jpg', 'a photo that is an archive too', both(jpg, small), SENTENCE.twofold),
    file('foto.png', 'a png that is an archive too', both(png, small), SENTENCE.twofold),
    file('foto.jpg', 'a photo with a page behind it', both(jpg, page), SENTENCE.twofold),
    file('foto.webp', 'a webp with a page behind it', both(await picture('webp'), page), SENTENCE.twofold),
    file(
      'foto.jpg',
      'a page in the remark of a photo',
      both(jpg.subarray(0, 2), remark(page), jpg.subarray(2)),
      SENTENCE.twofold,
    ),
    file(
      'foto.png',
      'a page in the text of a png',
      flatPng(8, 8, ['tEXt', Buffer.from(`Comment\0${page}`)]),
      SENTENCE.twofold,
    ),
    file('foto.jpg', 'a pdf behind a photo', both(jpg, pdf()), SENTENCE.twofold),
    file('foto.jpg', 'a program behind a photo', both(jpg, 'MZ', Buffer.alloc(300)), SENTENCE.twofold),
    file('plan.pdf', 'a page before a pdf', both(page, pdf()), liesAbout('pdf')),
    file('plan.pdf', 'junk before a pdf', both('\n\n', pdf()), liesAbout('pdf')),
    file('plan.pdf', 'an archive behind a pdf', both(pdf(), small), SENTENCE.twofold),
    file('plan.pdf', 'a page behind a pdf', both(pdf(), page), SENTENCE.twofold),
    file('plan.pdf', 'a page inside a pdf', both(pdf(), `${page}\n%%EOF`), SENTENCE.twofold),
    file('plan.docx', 'junk before a document', both('MZ', docx()), liesAbout('docx')),
    file('plan.docx', 'a page behind a document', both(docx(), page), SENTENCE.broken),
  ]
}

function remark(text: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(text.length + 2)
  return both(Buffer.from([0xff, 0xfe]), length, text)
}

function scripted(): CorpusFile[] {
  const js = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  const refused = (about: string, bytes: Buffer, sentence: string = SENTENCE.script) =>
    file('plan.pdf', about, bytes, sentence)
  return [
    refused('a program at opening', pdf({ catalogue: `/OpenAction ${js}` })),
    refused('a program by name', pdf({ catalogue: '/Names << /JavaScript << /Names [(a) 6 0 R] >> >>', more: [js] })),
    refused('its name in pieces', pdf({ catalogue: '/OpenAction << /S /J#61vaScript /J#53 (x) >>' })),
    refused('a remark between', pdf({ catalogue: '/OpenAction << /S %\n/JavaScript /JS (x) >>' })),
    refused('a program packed away', pdf({ catalogue: '/OpenAction 20 0 R', more: [packedObjects(js)] })),
    refused('a program on a page', pdf({ page: `/AA << /O ${js} >>` })),
    refused('something is started', pdf({ catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' })),
    refused('a form that sends', pdf({ catalogue: '/OpenAction << /S /SubmitForm /F (https://a.example) >>' })),
    refused('a film', pdf({ page: '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]' })),
    refused(
      'objects behind a false stream',
      pdf({ more: [`<< /T (>> stream\n) >>\nendobj\n9 0 obj\n${js}\nendobj\n10 0 obj\n<< /X (endstream) >>`] }),
    ),
    refused(
      'a file inside',
      pdf({
        catalogue: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>',
        more: ['<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>', stream('/Type /EmbeddedFile', 'MZ')],
      }),
      SENTENCE.enclosed,
    ),
    refused('a portfolio', pdf({ catalogue: '/Collection << /View /D >>' }), SENTENCE.enclosed),
    refused('locked', pdf({ trailer: '/Encrypt 6 0 R', more: ['<< /Filter /Standard /V 1 /R 2 >>'] }), SENTENCE.locked),
    refused(
      'packed objects that grow and grow',
      pdf({ more: [packedObjects('0 '.repeat(40_000_000))] }),
      SENTENCE.bomb,
    ),
  ]
}

function armed(): CorpusFile[] {
  const word = (about: string, more: Parts, sentence: string) => file('plan.docx', about, docx(more), sentence)
  const external = (kind: string) => ({
    'word/_rels/settings.xml.rels': relations(relation('rId1', kind, 'https://a.example/x.dotm', true)),
  })
  const field = (text: string) => ({ 'word/document.xml': wordText(text) })
  return [
    word('a macro', { 'word/vbaProject.bin': 'x' }, SENTENCE.macro),
    word('a macro elsewhere', { 'word/sub/VBAPROJECT.BIN': 'x' }, SENTENCE.macro),
    word('a control', { 'word/activeX/activeX1.xml': '<x/>' }, SENTENCE.macro),
    word(
      'a type that allows macros',
      { 'word/settings.xml': '<x t="application/vnd.ms-word.document.macroEnabled.main+xml"/>' },
      SENTENCE.macro,
    ),
    file('telling.xlsx', 'a macro sheet', xlsx({ 'xl/macrosheets/sheet1.xml': '<x/>' }), SENTENCE.macro),
    file('plan.odt', 'Basic', odt({ 'Basic/Standard/Module1.xml': '<x/>' }), SENTENCE.macro),
    file('plan.odt', 'a program at an event', odt({ 'styles.xml': '<script:event-listener/>' }), SENTENCE.macro),
    file('plan.odt', 'locked', odt({ 'META-INF/manifest.xml': '<x><manifest:encryption-data/></x>' }), SENTENCE.locked),
    word('a template from elsewhere', external('attachedTemplate'), SENTENCE.outside),
    word('an object from elsewhere', external('oleObject'), SENTENCE.outside),
    word('a picture from elsewhere', external('image'), SENTENCE.outside),
    word(
      'a field that runs',
      field('<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO cmd</w:instrText></w:r>'),
      SENTENCE.outside,
    ),
    word('a field that runs, short', field('<w:fldSimple w:instr="DDE excel"/>'), SENTENCE.outside),
    file(
      'telling.xlsx',
      'a link to another workbook',
      xlsx({ 'xl/externalLinks/externalLink1.xml': '<x/>' }),
      SENTENCE.outside,
    ),
    word('an object inside', { 'word/embeddings/oleObject1.bin': 'x' }, SENTENCE.embedded),
    word('an archive inside', { 'word/media/image1.png': small }, SENTENCE.embedded),
    word('a program inside', { 'word/media/image1.emf': both('MZ', Buffer.alloc(90)) }, SENTENCE.embedded),
    word('a document inside a document', { 'customXml/item1.xml': docx() }, SENTENCE.embedded),
    word('entities', { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }, SENTENCE.bomb),
    word('two bytes a letter', { 'word/styles.xml': Buffer.from('<x/>', 'utf16le') }, SENTENCE.broken),
    word('a drawing with a program', { 'word/media/image1.svg': '<svg><script>1</script></svg>' }, SENTENCE.twofold),
    word('a bomb', { 'word/media/x.xml': Buffer.alloc(120 * 1024 * 1024) }, SENTENCE.bomb),
    file(
      'plan.docx',
      'a bomb that says it is small',
      understated(docx({ 'word/a.xml': Buffer.alloc(3_000_000) }), 'word/a.xml', 10),
      SENTENCE.broken,
    ),
    word('a name that climbs', { '../../etc/cron.d/x': 'x' }, SENTENCE.names),
    word('a name that climbs further on', { 'word/../../x.xml': '<x/>' }, SENTENCE.names),
    word('a name from the root', { '/etc/passwd': 'x' }, SENTENCE.names),
    word('a name with a drive', { 'C:\\x.xml': '<x/>' }, SENTENCE.names),
    word('more parts than anyone writes', crowd(), SENTENCE.many),
    file('plan.docx', 'only a bomb', zipOf({ 'a.xml': Buffer.alloc(9_000_000) }), SENTENCE.bomb),
  ]
}

const crowd = (): Parts => Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`word/p${at}.xml`, '<x/>']))

function tooLarge(): CorpusFile[] {
  return [
    file('plein.png', '30,000 × 30,000', flatPng(30_000, 30_000), SENTENCE.pixels),
    file('rij.png', '41 million in a row', flatPng(41_000_000, 1), SENTENCE.pixels),
  ]
}

/** Everything someone might send us: honest files, lying ones, and ones that were made to hurt. */
export async function corpus(): Promise<CorpusFile[]> {
  const parts = await Promise.all([honest(), lying(), twofold()])
  return [...parts.flat(), ...scripted(), ...armed(), ...tooLarge()]
}
