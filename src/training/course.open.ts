import { dutchDay } from '../foundation/clock.ts'
import { followed, type OpenTable } from '../foundation/open-table.ts'
import { accreditationLines, courseUrl, formWords, levelWords, professionWords } from './course.ts'
import type { FindWords } from './facet.words.ts'
import { readFindWords } from './finding.store.ts'
import { courseExtent, type OpenCourse, openCourses } from './open.store.ts'
import { providerUrl } from './provider.ts'

/** Courses as a table that anyone may take along. */
export const courseTable: OpenTable = {
  slug: 'trainingen',
  columns: [
    { name: 'id', title: 'Nummer' },
    { name: 'item', title: 'Blijvend adres', datatype: 'anyURI' },
    { name: 'code', title: 'Code van de opleider' },
    { name: 'titel', title: 'Titel' },
    { name: 'leerresultaat', title: 'Wat je daarna kunt' },
    { name: 'opleider', title: 'Opleider' },
    { name: 'opleiderpagina', title: 'Pagina van de opleider', datatype: 'anyURI' },
    { name: 'vorm', title: 'Vorm' },
    { name: 'uren', title: 'Studielast in uren', datatype: 'decimal' },
    { name: 'taal', title: 'Taal' },
    { name: 'niveau', title: 'Niveau' },
    { name: 'beroepsgroepen', title: 'Beroepsgroepen', many: true },
    { name: 'studenten', title: 'Studenten welkom', datatype: 'boolean' },
    { name: 'incompany', title: 'Ook bij een team op het werk', datatype: 'boolean' },
    { name: 'altijd', title: 'Begin wanneer je wilt', datatype: 'boolean' },
    { name: 'prijs', title: 'Prijs per persoon in euro’s, met btw', datatype: 'decimal' },
    { name: 'punten', title: 'Punten die nu gelden', many: true },
    { name: 'kenmerken', title: 'Leert over deze kenmerken', many: true },
    { name: 'aanmelden', title: 'Verder lezen of aanmelden bij de opleider', datatype: 'anyURI' },
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'gewijzigd', title: 'Gewijzigd', datatype: 'dateTime' },
    { name: 'bekeken', title: 'Door de redactie bekeken', datatype: 'boolean' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl, now, fictional }) {
    const today = dutchDay(now)
    const words = await readFindWords(db)
    for await (const rows of followed((after, most) => openCourses(db, { after, most, fictional })))
      yield rows.map((one) => ({ ...rowOf(one, words, today), ...addressesOf(one, baseUrl) }))
  },
  extent: ({ db, fictional }) => courseExtent(db, fictional),
}

const addressesOf = (one: OpenCourse, baseUrl: string) => ({
  item: one.item === null ? null : `${baseUrl}/id/${one.item}`,
  opleiderpagina: baseUrl + providerUrl({ slug: one.providerSlug }),
  adres: baseUrl + courseUrl(one),
})

const rowOf = (one: OpenCourse, { standards }: FindWords, today: string) => ({
  id: one.id,
  code: one.code,
  titel: one.title,
  leerresultaat: one.outcome,
  opleider: one.providerName,
  vorm: formWords[one.form],
  uren: one.minutes / 60,
  taal: one.language,
  niveau: levelWords[one.level],
  beroepsgroepen: one.professions.map((profession) => professionWords[profession]),
  // A provider says that students are welcome, or says nothing.
  studenten: one.forStudents || null,
  incompany: one.inCompany,
  altijd: one.anyTime,
  prijs: one.priceCents === null ? null : one.priceCents / 100,
  punten: accreditationLines(one.accreditations, today),
  aanmelden: one.enrolUrl === '' ? null : one.enrolUrl,
  kenmerken: one.teaches.flatMap(({ standard }) => standards.get(standard)?.title ?? []),
  gewijzigd: one.updatedAt,
  bekeken: one.lookedAt !== null,
  voorbeeld: one.fictional,
})
