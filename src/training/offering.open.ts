import { dutchDay } from '../foundation/clock.ts'
import { gemeenteByCode, gemeenteNow, provinceName, provinceOf } from '../foundation/gemeente.ts'
import { followed, type OpenTable } from '../foundation/open-table.ts'
import { courseUrl } from './course.ts'
import { type OpenOffering, offeringExtent, openOfferings } from './open.store.ts'

/** Dates ahead as a table that anyone may take along. */
export const offeringTable: OpenTable = {
  slug: 'uitvoeringen',
  columns: [
    { name: 'id', title: 'Nummer' },
    { name: 'training', title: 'Nummer van de training' },
    { name: 'titel', title: 'Training' },
    { name: 'code', title: 'Code van de opleider' },
    { name: 'begint', title: 'Eerste dag', datatype: 'date' },
    { name: 'eindigt', title: 'Laatste dag', datatype: 'date' },
    { name: 'dagen', title: 'Alle dagen', many: true },
    { name: 'van', title: 'Van' },
    { name: 'tot', title: 'Tot' },
    { name: 'online', title: 'Online te volgen', datatype: 'boolean' },
    { name: 'plek', title: 'Gebouw en straat' },
    { name: 'gemeente', title: 'Gemeente' },
    { name: 'gemeentecode', title: 'Gemeentecode (CBS)' },
    { name: 'provincie', title: 'Provincie' },
    { name: 'plaatsen', title: 'Plaatsen', datatype: 'integer' },
    { name: 'vrij', title: 'Nog vrij', datatype: 'integer' },
    { name: 'aanmelden', title: 'Aanmelden bij de opleider', datatype: 'anyURI' },
    { name: 'afgelast', title: 'Gaat niet door', datatype: 'boolean' },
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'gewijzigd', title: 'Gewijzigd', datatype: 'dateTime' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl, now, fictional }) {
    const today = dutchDay(now)
    for await (const rows of followed((after, most) => openOfferings(db, { after, most, fictional }, today)))
      yield rows.map((one) => rowOf(one, baseUrl))
  },
  extent: ({ db, now, fictional }) => offeringExtent(db, fictional, dutchDay(now)),
}

const rowOf = (one: OpenOffering, baseUrl: string) => ({
  id: one.id,
  training: one.course,
  titel: one.courseTitle,
  code: one.code,
  begint: one.startsOn,
  eindigt: one.endsOn,
  dagen: one.days,
  van: one.startsAt,
  tot: one.endsAt,
  online: one.online,
  plek: one.venue,
  gemeente: gemeenteByCode(one.gemeente)?.name ?? null,
  gemeentecode: gemeenteNow(one.gemeente),
  provincie: one.gemeente === '' ? null : provinceName(provinceOf(one.gemeente)),
  plaatsen: one.seats,
  vrij: one.seatsLeft,
  aanmelden: one.enrolUrl === '' ? null : one.enrolUrl,
  afgelast: one.cancelledAt !== null,
  adres: baseUrl + courseUrl({ slug: one.courseSlug }),
  gewijzigd: one.updatedAt,
  voorbeeld: one.fictional,
})
