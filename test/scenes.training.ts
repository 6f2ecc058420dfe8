/** What the addresses of the training need: ids of the fictional courses, and one of their dates. */

import { addAddress, readDaily } from '../src/training/catalogue-address.store.ts'
import { domainsOf, nameDomain, verifyDomain } from '../src/training/domain.store.ts'
import { acceptImport, beginImport, keepBytes } from '../src/training/import.store.ts'
import { advanceImport } from '../src/training/import.work.ts'
import { createLearningForm, readLearningForm } from '../src/training/learning-form.store.ts'
import { type House, testMoment } from './house.ts'
import { places } from './world.ts'

/** Ids that only the database knows. */
export async function trainingSamples(house: House): Promise<Record<string, string>> {
  const one = async (sql: string, ...values: string[]): Promise<string> => {
    const { rows } = await house.database.pool.query<{ id: string }>(sql, values)
    const [row] = rows
    if (row === undefined) throw new Error(`The training has no row for: ${sql}`)
    return row.id
  }
  const bySlug = (slug: string) => one('select id from training.course where slug = $1', slug)
  const course = await bySlug('de-kunst-van-het-wachten')
  const kompas = await one('select id from training.provider where slug = $1', 'leerplaats-kompas')
  await nameSites(house, kompas)
  return {
    course,
    draftCourse: await bySlug('een-jaar-later-terugkijken'),
    waitingCourse: await bySlug('samen-een-signaal-schrijven'),
    offering: await one('select id from training.offering where course = $1 order by starts_on limit 1', course),
    module: await one('select id from training.module where slug = $1', 'het-eerste-gesprek'),
    unseenModule: await one('select id from training.module where slug = $1', 'een-wijk-leren-lezen'),
    provider: await one('select id from training.provider where slug = $1', 'leerplaats-kompas'),
    kompas: places.opleider.id,
    learningForm: await one('select id from training.learning_form where slug = $1', 'meelopen'),
    learningDraft: await draftLearningForm(house),
    domain: await one(`select id from training.provider_domain where domain = 'leerplaats.example'`),
    import: await reportedImport(house, kompas),
  }
}

/** A way to learn that an editor is writing. */
async function draftLearningForm(house: House): Promise<string> {
  const { db } = house.database
  const form = await readLearningForm(db, 'meelopen')
  if (!form) throw new Error('The ways to learn are not there.')
  return createLearningForm(db, { ...form, title: 'Aanschuiven bij een ander team' }, hand)
}

/** What came in before, and is not in the next. */
const EARLIER = `code;titel;wat kun je daarna;vorm;uren;prijs;datum;plaats
V-0;Praten bij de kapper;Je begint een gesprek waar niemand dat verwacht.;op locatie;3;95;;
`

/** What is new, what can't be read and what is gone, in one report. */
const CATALOGUE = `code;titel;wat kun je daarna;vorm;uren;prijs;datum;plaats
V-1;Luisteren aan de balie;Je laat iemand uitpraten.;op locatie;6;225;9-2-2027;Assen
V-1;;;;;;31-2-2027;Assen
;Zonder code;Je kunt iets.;online;1;;;
`

const hand = { by: null, at: testMoment }

/** Leerplaats Kompas showed that one site is theirs and named another; from the first we read every night. */
async function nameSites(house: House, provider: string): Promise<void> {
  const { db } = house.database
  for (const domain of ['kompas.example', 'leerplaats.example']) await nameDomain(db, provider, domain, hand)
  const [first] = await domainsOf(db, provider)
  if (first) await verifyDomain(db, first.id, hand)
  await readDaily(db, await addAddress(db, provider, 'https://kompas.example/oeapi/v6/courses', hand), testMoment)
}

/** A catalogue of Leerplaats Kompas that was read and waits for somebody to decide. */
async function reportedImport(house: House, provider: string): Promise<string> {
  const { db } = house.database
  const before = await beginImport(db, { provider, address: null, name: 'aanbod-najaar.csv' }, hand)
  await keepBytes(db, before, Buffer.from(EARLIER))
  await advanceImport(db, before, testMoment)
  await acceptImport(db, before, false, hand)
  await advanceImport(db, before, testMoment)
  const id = await beginImport(db, { provider, address: null, name: 'aanbod-voorjaar.csv' }, hand)
  await keepBytes(db, id, Buffer.from(CATALOGUE))
  await advanceImport(db, id, testMoment)
  return id
}
