/**
 * The cast: fictional people and organisations, the same in tests, demo and screenshots. Every role has someone who
 * holds only that role. Addresses end on .example, so no mail can ever reach a real person.
 */
import { type Db, inTransaction } from '../src/foundation/db/index.ts'
import {
  type CastMember,
  grantRole,
  joinOrganisation,
  type Organisation,
  settleOrganisation,
  settlePerson,
} from '../src/people/index.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** The organisations of the cast. */
export const places = {
  vlier: { id: id(101), name: 'Welzijn De Vlier', kind: 'welfare', fictional: true },
  haven: { id: id(102), name: 'Opvang De Veilige Haven', kind: 'shelter', fictional: true },
  zorg: { id: id(103), name: 'Zorggroep Lindelaan', kind: 'care', fictional: true },
  gemeente: { id: id(104), name: 'Gemeente Waterbroek', kind: 'municipality', fictional: true },
  hogeschool: { id: id(105), name: 'Hogeschool Noorderlicht', kind: 'education', fictional: true },
  opleider: { id: id(106), name: 'Leerplaats Kompas', kind: 'provider', fictional: true },
  werkplaats: { id: id(107), name: 'Werkplaats Sociaal Domein Waterbroek', kind: 'workplace', fictional: true },
  stem: { id: id(108), name: 'Cliëntenraad De Stem', kind: 'client organisation', fictional: true },
} as const satisfies Record<string, Organisation>

interface Member extends CastMember {
  /** Where this person works, next to the places of the roles. */
  at?: string
}

const everywhere = (role: CastMember['roles'][number]['role']) => ({ role, organisation: null })
const member = (
  number: number,
  key: string,
  name: string,
  about: string,
  roles: CastMember['roles'],
  at?: string,
): Member => ({
  key,
  id: id(number),
  name,
  email: `${key}@verankerd.example`,
  about,
  roles,
  ...(at ? { at } : {}),
})

/** The people of the cast, by key. */
export const people = {
  noor: member(
    1,
    'noor',
    'Noor Benali',
    'Maatschappelijk werker bij Welzijn De Vlier. Doet de reflectie in haar pauze.',
    [everywhere('professional')],
    places.vlier.id,
  ),
  milan: member(
    2,
    'milan',
    'Milan de Wit',
    'Student social work aan Hogeschool Noorderlicht. Loopt stage in de opvang.',
    [everywhere('student')],
    places.hogeschool.id,
  ),
  ingrid: member(3, 'ingrid', 'Ingrid Postma', 'Teamleider bij Welzijn De Vlier.', [
    { role: 'team lead', organisation: places.vlier.id },
  ]),
  yusuf: member(4, 'yusuf', 'Yusuf Kaya', 'Redacteur. Schrijft aan een nieuwe versie van de kenmerken.', [
    everywhere('editor'),
  ]),
  saskia: member(5, 'saskia', 'Saskia van Loon', 'Tweede redacteur. Leest mee en geeft uit wat een ander schreef.', [
    everywhere('editor'),
  ]),
  farida: member(
    6,
    'farida',
    'Farida Amrani',
    'Meelezer. Beoordeelt praktijken die zijn aangemeld.',
    [everywhere('reader')],
    places.zorg.id,
  ),
  henk: member(7, 'henk', 'Henk Dijkstra', 'Voorzitter van een Olympiade.', [everywhere('chair')]),
  gloria: member(
    8,
    'gloria',
    'Gloria Pinas',
    'Inwoner van Waterbroek. Praat mee in een Olympiade, via de cliëntenraad.',
    [everywhere('panellist')],
    places.stem.id,
  ),
  tess: member(9, 'tess', 'Tess Hoekstra', 'Coördinator van de werkplaats in Waterbroek.', [
    { role: 'workplace coordinator', organisation: places.werkplaats.id },
  ]),
  ruben: member(10, 'ruben', 'Ruben Cohen', 'Opleider bij Leerplaats Kompas.', [
    { role: 'provider', organisation: places.opleider.id },
  ]),
  anneke: member(11, 'anneke', 'Anneke Visser', 'Adviseur bij Gemeente Waterbroek. Koopt hulp en ondersteuning in.', [
    { role: 'municipality', organisation: places.gemeente.id },
  ]),
  wei: member(12, 'wei', 'Wei Chen', 'Registrator van het beroepsregister.', [everywhere('registrar')]),
  lotte: member(
    13,
    'lotte',
    'Lotte Beheer-Smits',
    'Beheerder. Mag in de proefopstelling kijken, maar niets wijzigen.',
    [everywhere('admin')],
  ),
  jamal: member(
    14,
    'jamal',
    'Jamal Tuhuteru',
    'Jongerenwerker bij Opvang De Veilige Haven, met een account zonder rol.',
    [],
    places.haven.id,
  ),
  joris: member(
    15,
    'joris',
    'Joris Vermeer',
    'Meelezer, docent aan Hogeschool Noorderlicht. Leest dezelfde praktijken als Farida.',
    [everywhere('reader')],
    places.hogeschool.id,
  ),
} as const satisfies Record<string, Member>

/** Who of the cast does what with the fictional practices. */
export const practiceCast = {
  adviser: people.yusuf.id,
  readers: [people.farida.id, people.joris.id] as [string, string],
  nominators: {
    'zondag-open': people.jamal.id,
    'trap-vier': people.jamal.id,
    'maatje-in-de-bus': people.ingrid.id,
    'de-soeptafel': people.ingrid.id,
    'rekenen-in-de-kantine': people.ingrid.id,
  },
}

/** Who of the cast does what in the fictional working group. */
export const groupCast = {
  editor: people.saskia.id,
  members: { noor: people.noor.id, gloria: people.gloria.id, jamal: people.jamal.id, tess: people.tess.id },
}

/** Who of the cast stands behind the fictional training. */
export const trainingCast = {
  editor: people.saskia.id,
  organisations: { 'leerplaats-kompas': places.opleider.id, 'hogeschool-noorderlicht': places.hogeschool.id },
}

/** Who of the cast does what in the fictional Olympiads. */
export const olympiadCast = {
  editor: people.saskia.id,
  chair: people.henk.id,
  guests: { gloria: { id: people.gloria.id, email: people.gloria.email } },
}

/** Everyone of the cast, in the order of the page. */
export const cast: readonly CastMember[] = Object.values(people)

/** Puts the cast in place. Safe to run at every start: who is there already is left alone. */
export async function settleWorld(db: Db, { now }: { now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const place of Object.values(places)) await settleOrganisation(tx, { ...place, at: now })
    for (const someone of Object.values<Member>(people)) {
      await settlePerson(tx, { id: someone.id, name: someone.name, email: someone.email, at: now })
      if (someone.at) await joinOrganisation(tx, { person: someone.id, organisation: someone.at, at: now })
      for (const held of someone.roles) await grantRole(tx, { person: someone.id, ...held, by: null, at: now })
    }
  })
}
