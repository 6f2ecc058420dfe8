import type { FieldError, Typed } from '../foundation/http/index.ts'
import { formList, textOf } from './import.words.ts'
import { placeTyped } from './place.ts'

/** How a column of our template is called, by the field of the form it fills. */
export const columnNames: Record<string, string> = {
  ...{
    titel: 'titel',
    daarna: 'wat kun je daarna',
    over: 'over de training',
    vorm: 'vorm',
    uren: 'uren',
    prijs: 'prijs',
  },
  ...{ taal: 'taal', niveau: 'niveau', 'beroepsgroepen[]': 'beroepsgroepen', studenten: 'studenten welkom' },
  ...{ incompany: 'in-company', altijd: 'begin wanneer je wilt', aanmelden: 'link', code: 'code' },
  ...{ punten_registerplein: 'punten Registerplein', nummer_registerplein: 'nummer Registerplein' },
  ...{ geldig_registerplein: 'geldig tot Registerplein', punten_skj: 'punten SKJ', nummer_skj: 'nummer SKJ' },
  ...{ geldig_skj: 'geldig tot SKJ', naam_overig: 'naam ander register', punten_overig: 'punten ander register' },
  ...{ nummer_overig: 'nummer ander register', geldig_overig: 'geldig tot ander register' },
  ...{ dagen: 'datum', van: 'begintijd', tot: 'eindtijd', online: 'online', gemeente: 'plaats', waar: 'locatie' },
  ...{ plaatsen: 'aantal plaatsen' },
}

/** A date has some fields of the same name. */
export const offeringColumns: Record<string, string> = {
  ...columnNames,
  ...{ over: 'nog vrij', aanmelden: 'inschrijflink', code: 'datumcode' },
}

/** As it was typed, as far as one has to see it to find it back. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`

/** What a form says to who can choose from a list, said to who writes a table. */
const inTable: Record<string, string> = {
  vorm: `Kies uit: ${formList.said}.`,
  gemeente: 'Schrijf de naam van de plaats of de gemeente, of “online”.',
  dagen: 'Schrijf de dag zo: 9-11-2027.',
}
/** Of a name that several places share, which ones: that is what whoever wrote it can choose from. */
function inTableOf(field: string, typed: string, message: string): string {
  const located = field === 'gemeente' ? placeTyped(typed) : undefined
  if (located?.is !== 'several') return inTable[field] ?? message
  return `Er is meer dan één plaats die zo heet. Schrijf welke: ${located.of.map(({ name }) => quoted(name)).join(' of ')}.`
}

const FROM_LIST =
  /^(Kies hoe je de training volgt|Typ de eerste letters|Kies in welke gemeente|Schrijf één dag per regel)/

/** "uren: hier staat “veel”. Vul de studielast in uren in, bijvoorbeeld 6 of 1,5." */
function sentence(column: string, typed: string, message: string): string {
  if (message.startsWith('“')) return `${column}: ${message}`
  const there = typed === '' ? 'hier staat niets.' : `hier staat ${quoted(typed)}.`
  const size = message.startsWith('Houd het bij hooguit') ? ` Nu zijn het er ${typed.length}.` : ''
  return `${column}: ${there} ${message}${size}`
}

/** What our own forms say of a row: per column what was typed, and what to do. What was `told` of a column is enough. */
export function faultsIn(errors: FieldError[], typed: Typed, names: Record<string, string>, told: string[]): string[] {
  const columns = new Set(told.map((fault) => fault.split(':')[0]))
  return errors.flatMap(({ field, message }) => {
    const column = names[field] ?? field
    if (columns.has(column)) return []
    const said = FROM_LIST.test(message) ? inTableOf(field, textOf(typed, field), message) : message
    return [sentence(column, textOf(typed, field), said)]
  })
}
