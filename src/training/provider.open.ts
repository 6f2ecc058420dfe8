import { gemeenteName, gemeenteNow, provinceName, provinceOf } from '../foundation/gemeente.ts'
import type { OpenTable } from '../foundation/open-table.ts'
import { type OpenProvider, openProviders, providerExtent } from './open.store.ts'
import { providerUrl } from './provider.ts'

/** Providers as a table that anyone may take along: who they are and where; how to reach them stands on their page. */
export const providerTable: OpenTable = {
  slug: 'opleiders',
  columns: [
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'naam', title: 'Naam' },
    { name: 'kern', title: 'In één zin' },
    { name: 'gemeente', title: 'Gemeente' },
    { name: 'gemeentecode', title: 'Gemeentecode (CBS)' },
    { name: 'provincie', title: 'Provincie' },
    { name: 'website', title: 'Website', datatype: 'anyURI' },
    { name: 'trainingen', title: 'Trainingen op de site', datatype: 'integer' },
    { name: 'gewijzigd', title: 'Gewijzigd', datatype: 'dateTime' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl, fictional }) {
    yield (await openProviders(db, fictional)).map((one) => rowOf(one, baseUrl))
  },
  extent: ({ db, fictional }) => providerExtent(db, fictional),
}

const rowOf = (one: OpenProvider, baseUrl: string) => ({
  adres: baseUrl + providerUrl(one),
  naam: one.name,
  kern: one.line,
  gemeente: gemeenteName(one.gemeente),
  gemeentecode: gemeenteNow(one.gemeente),
  provincie: provinceName(provinceOf(one.gemeente)),
  website: one.website === '' ? null : one.website,
  trainingen: one.courses,
  gewijzigd: one.updatedAt,
  voorbeeld: one.fictional,
})
