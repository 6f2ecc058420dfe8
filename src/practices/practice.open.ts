import { gemeenteName, provinceName } from '../foundation/gemeente.ts'
import { BATCH, followed, type OpenCell, type OpenTable } from '../foundation/open-table.ts'
import { type BankWords, readBankWords } from './bank.store.ts'
import { valueWord } from './bank.ts'
import { listingExtent, listingsAfter, listingsByNo } from './listing.store.ts'
import { type Listing, listingUrl, standingWords } from './listing.ts'
import { ORGANISATION_KINDS } from './nomination.ts'
import { peopleWord } from './people-group.ts'

/** Practices as a table that anyone may take along. */
export const practiceTable: OpenTable = {
  slug: 'praktijken',
  columns: [
    { name: 'item', title: 'Blijvend adres', datatype: 'anyURI' },
    { name: 'titel', title: 'Titel' },
    { name: 'kern', title: 'In één zin' },
    { name: 'organisatie', title: 'Organisatie' },
    { name: 'soort', title: 'Soort organisatie' },
    { name: 'gemeente', title: 'Gemeente' },
    { name: 'gemeentecode', title: 'Gemeentecode (CBS)' },
    { name: 'provincie', title: 'Provincie' },
    { name: 'provinciecode', title: 'Provinciecode (CBS)' },
    { name: 'thema', title: 'Thema' },
    { name: 'velden', title: 'Velden van de Wmo', many: true },
    { name: 'mensen', title: 'Voor wie', many: true },
    { name: 'jaar', title: 'Jaar van de oproep', datatype: 'integer' },
    { name: 'stand', title: 'Loopt het nog?' },
    { name: 'erkenningen', title: 'Erkenningen van anderen', many: true },
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'gepubliceerd', title: 'Gepubliceerd', datatype: 'dateTime' },
    { name: 'gewijzigd', title: 'Gewijzigd', datatype: 'dateTime' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl, fictional }) {
    const words = await readBankWords(db)
    for await (const rows of followed((after, most) => listingsAfter(db, { after, fictional, most })))
      yield rows.map((one) => rowOf(one, baseUrl, words))
  },
  extent: ({ db, fictional }) => listingExtent(db, fictional),
}

/** The same table of these practices only, by their numbers in the bank, in their order. */
export const tableOf = (numbers: readonly number[]): OpenTable => ({
  ...practiceTable,
  async *batches({ db, baseUrl, fictional }) {
    const words = await readBankWords(db)
    for (let from = 0; from < numbers.length; from += BATCH) {
      const rows = await listingsByNo(db, numbers.slice(from, from + BATCH))
      yield rows.filter((one) => fictional || !one.fictional).map((one) => rowOf(one, baseUrl, words))
    }
  },
})

function rowOf(one: Listing, baseUrl: string, words: BankWords): Record<string, OpenCell> {
  const kinds: Record<string, string> = ORGANISATION_KINDS
  return {
    item: `${baseUrl}/id/${one.item}`,
    titel: one.title,
    kern: one.line,
    organisatie: one.organisation,
    soort: kinds[one.organisationKind] ?? one.organisationKind,
    gemeente: gemeenteName(one.gemeente),
    gemeentecode: one.gemeente,
    provincie: provinceName(one.province),
    provinciecode: one.province,
    thema: one.theme === '' ? null : valueWord('theme', one.theme, words),
    velden: one.fields.map((field) => valueWord('field', field, words)),
    mensen: one.people.map(peopleWord),
    jaar: one.year,
    stand: standingWords[one.standing],
    erkenningen: one.recognitions,
    adres: baseUrl + listingUrl(one),
    gepubliceerd: one.publishedAt,
    gewijzigd: one.updatedAt,
    voorbeeld: one.fictional,
  }
}
