import type { FormField } from './standard.fields.ts'

/** The written fields around the standards of an edition, in the order of the handreiking. */
export const editionFields: FormField[] = [
  { name: 'titel', label: 'Titel van de handreiking' },
  {
    name: 'versienaam',
    label: 'Versie',
    hint: 'Een naam of nummer, bijvoorbeeld 2027.',
  },
  { name: 'themas', label: 'Thema’s', hint: 'Eén per regel.', rows: 3 },
  {
    name: 'vooraf',
    label: 'Vooraf',
    hint: 'Een witregel begint een nieuwe alinea.',
    rows: 8,
  },
  { name: 'leeswijzer', label: 'Leeswijzer', rows: 8 },
  {
    name: 'zoWel',
    label: 'Zo gebruik je dit',
    hint: 'Eén punt per regel.',
    rows: 6,
  },
  {
    name: 'zoNiet',
    label: 'En zo niet',
    hint: 'Eén punt per regel.',
    rows: 6,
  },
  { name: 'verantwoording', label: 'Van wie is deze tekst?', rows: 3 },
]
