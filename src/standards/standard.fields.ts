import type { Typed } from '../foundation/http/index.ts'

/** One field of the editors' form: its name, its words, and how much room it needs. */
export interface FormField {
  name: string
  label: string
  hint?: string
  rows?: number
}

const POINTS = 'Eén punt per regel.'

/** The written fields of a standard, in the order of its page. */
export const standardFields: { title: string; fields: FormField[] }[] = [
  {
    title: 'Naam en kern',
    fields: [
      { name: 'naam', label: 'Naam' },
      { name: 'code', label: 'Code', hint: 'Bijvoorbeeld K1.' },
      {
        name: 'kern',
        label: 'Kern',
        hint: 'Eén zin die je aan iedereen kunt uitleggen.',
      },
      { name: 'themas', label: 'Thema’s', hint: POINTS, rows: 3 },
    ],
  },
  {
    title: 'Van drie kanten',
    fields: [
      { name: 'inwoner', label: 'Inwoner: kern', hint: 'In de ik-vorm.' },
      {
        name: 'inwonerPunten',
        label: 'Inwoner: punten',
        hint: POINTS,
        rows: 5,
      },
      {
        name: 'professional',
        label: 'Professional: kern',
        hint: 'In de ik-vorm.',
      },
      {
        name: 'professionalPunten',
        label: 'Professional: punten',
        hint: POINTS,
        rows: 5,
      },
      {
        name: 'organisatie',
        label: 'Organisatie: kern',
        hint: 'In de wij-vorm.',
      },
      {
        name: 'organisatiePunten',
        label: 'Organisatie: punten',
        hint: POINTS,
        rows: 5,
      },
    ],
  },
  {
    title: 'Vier manieren om ernaar te kijken',
    fields: [
      { name: 'klantgerichtheid', label: 'Klantgerichtheid' },
      { name: 'effectiviteit', label: 'Effectiviteit' },
      { name: 'doelmatigheid', label: 'Doelmatigheid' },
      { name: 'duurzaamheid', label: 'Duurzaamheid' },
    ],
  },
  {
    title: 'In het werk',
    fields: [
      { name: 'invulling', label: 'Zo vul je het in', hint: POINTS, rows: 6 },
      {
        name: 'maatstaven',
        label: 'Zo merk je dat het lukt',
        hint: POINTS,
        rows: 5,
      },
      {
        name: 'aansluiting',
        label: 'Waar dit op aansluit',
        hint: 'Per regel: lijst/begrip: toelichting.',
        rows: 5,
      },
    ],
  },
  {
    title: 'Gesprekskaart',
    fields: [
      { name: 'opening', label: 'Opening' },
      {
        name: 'vragen',
        label: 'Vragen',
        hint: 'Vier tot zes vragen, één per regel.',
        rows: 6,
      },
      { name: 'afsluiting', label: 'Afsluiting' },
    ],
  },
  {
    title: 'Voor inwoners',
    fields: [
      { name: 'titel', label: 'Titel' },
      {
        name: 'verwachten',
        label: 'Dit mag je verwachten',
        hint: POINTS,
        rows: 4,
      },
      {
        name: 'vragenInwoner',
        label: 'Dit kun je vragen',
        hint: POINTS,
        rows: 4,
      },
      { name: 'anders', label: 'Gaat het anders?' },
    ],
  },
]

const chosen: FormField[] = [
  { name: 'knoop', label: 'Knoop' },
  { name: 'over', label: 'Gaat over' },
  { name: 'voor[]', label: 'Voor wie' },
  { name: 'competenties[]', label: 'Competenties' },
]

/** Which fields of two texts differ, by their words on screen. */
export function changedFields(a: Typed, b: Typed): FormField[] {
  return [...standardFields.flatMap(({ fields }) => fields), ...chosen].filter(
    ({ name }) => String(a[name] ?? '') !== String(b[name] ?? ''),
  )
}
