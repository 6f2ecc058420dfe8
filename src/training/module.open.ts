import { followed, type OpenTable } from '../foundation/open-table.ts'
import { levelWords } from './course.ts'
import type { FindWords } from './facet.words.ts'
import { readFindWords } from './finding.store.ts'
import { moduleUrl } from './module.ts'
import { moduleExtent, type OpenModule, openModules } from './module-open.store.ts'
import { providerUrl } from './provider.ts'

/** Material as a table that anyone may take along: what it is and where to get it. */
export const moduleTable: OpenTable = {
  slug: 'leermaterialen',
  columns: [
    { name: 'id', title: 'Nummer' },
    { name: 'titel', title: 'Titel' },
    { name: 'kern', title: 'In één zin' },
    { name: 'opleider', title: 'Opleider' },
    { name: 'opleiderpagina', title: 'Pagina van de opleider', datatype: 'anyURI' },
    { name: 'uren', title: 'Duur in uren', datatype: 'decimal' },
    { name: 'niveau', title: 'Niveau' },
    { name: 'kenmerken', title: 'Gaat over deze kenmerken', many: true },
    { name: 'licentie', title: 'Wat je met het materiaal mag' },
    { name: 'ophalen', title: 'Waar je het materiaal haalt', datatype: 'anyURI' },
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'gepubliceerd', title: 'Gepubliceerd', datatype: 'dateTime' },
    { name: 'gewijzigd', title: 'Gewijzigd', datatype: 'dateTime' },
    { name: 'bekeken', title: 'Door de redactie bekeken', datatype: 'boolean' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl, fictional }) {
    const words = await readFindWords(db)
    for await (const rows of followed((after, most) => openModules(db, { after, most, fictional })))
      yield rows.map((one) => rowOf(one, words, baseUrl))
  },
  extent: ({ db, fictional }) => moduleExtent(db, fictional),
}

/** What material is about: the names of the kenmerken that hold now. */
export const moduleTopics = (one: OpenModule, { standards }: FindWords): string[] =>
  one.standards.flatMap((item) => standards.get(item)?.title ?? [])

const rowOf = (one: OpenModule, words: FindWords, baseUrl: string) => ({
  id: one.id,
  titel: one.title,
  kern: one.line,
  opleider: one.by.name,
  opleiderpagina: baseUrl + providerUrl(one.by),
  uren: one.minutes / 60,
  niveau: levelWords[one.level],
  kenmerken: moduleTopics(one, words),
  licentie: one.licence,
  // A file of ours is taken along from the page, which says what is in it.
  ophalen: one.url === '' ? baseUrl + moduleUrl(one) : one.url,
  adres: baseUrl + moduleUrl(one),
  gepubliceerd: one.liveSince,
  gewijzigd: one.updatedAt,
  bekeken: one.lookedAt !== null,
  voorbeeld: one.fictional,
})
