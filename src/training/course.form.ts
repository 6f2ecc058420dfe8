import { z } from 'zod'
import { dayTyped } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
import { centsInField, centsTyped, numberInField, numberTyped } from './amount.ts'
import { LONGEST_TITLE } from './copy.ts'
import {
  type Accreditation,
  COURSE_FORMS,
  type CourseText,
  LANGUAGES,
  LEVELS,
  PROFESSIONS,
  REGISTERS,
  type Register,
  registerWords,
} from './course.ts'

const words = (least: string, most: number) =>
  z.string(least).min(3, least).max(most, `Houd het bij hooguit ${most} tekens.`)
const optional = (most: number) => z.string().max(most, `Houd het bij hooguit ${most} tekens.`).default('')
const tick = z.literal('ja').optional()

/** An address elsewhere, or ''. Only https: someone fills in their name there. */
export const httpsOrEmpty = z
  .string()
  .max(500, 'Dit adres is te lang. Hooguit 500 tekens.')
  .default('')
  .refine(
    (address) => address === '' || (/^https:\/\/[^\s]+$/.test(address) && URL.canParse(address)),
    'Een adres begint met https:// en heeft geen spaties.',
  )

/** A rule over some fields also speaks when another field is wrong: whoever mends a form hears everything at once. */
export const WHATEVER = { when: () => true }

/** The version a form was made from: who saved in between is seen by it. */
export const version = z.coerce.number().int().min(0).catch(-1)

const points = (register: Register) => ({
  [`punten_${register}`]: optional(10),
  [`nummer_${register}`]: optional(40),
  [`geldig_${register}`]: optional(30),
})

const courseFields = z.object({
  titel: words('Geef de training een naam.', LONGEST_TITLE),
  daarna: words('Schrijf wat iemand daarna kan, in één of twee zinnen.', 300),
  over: optional(4_000),
  vorm: z.enum(COURSE_FORMS, 'Kies hoe je de training volgt.'),
  uren: z
    .string('Vul de studielast in uren in, bijvoorbeeld 6 of 1,5.')
    .transform((typed) => numberTyped(typed) ?? -1)
    .refine((hours) => hours > 0 && hours <= 2_000, 'Vul de studielast in uren in, bijvoorbeeld 6 of 1,5.'),
  taal: z.enum(LANGUAGES, 'Kies de taal.'),
  niveau: z.enum(LEVELS, 'Kies het niveau.'),
  'beroepsgroepen[]': z.array(z.enum(PROFESSIONS, 'Kies uit de lijst.')).default([]),
  studenten: tick,
  incompany: tick,
  altijd: tick,
  prijs: z
    .string()
    .default('')
    .transform((typed) => centsTyped(typed))
    .refine(
      (cents) => cents !== undefined,
      'Schrijf de prijs in euro’s, bijvoorbeeld 395 of 12,50. Of schrijf “gratis”. Leeg betekent: op aanvraag.',
    ),
  aanmelden: httpsOrEmpty,
  code: optional(60),
  ...points('registerplein'),
  ...points('skj'),
  naam_overig: optional(80),
  ...points('overig'),
  versie: version,
})

const courseText = (isNameAsked: boolean) =>
  courseFields
    .superRefine((typed, given) => {
      for (const register of REGISTERS)
        for (const [field, message] of accreditationFaults(register, typed, isNameAsked))
          given.addIssue({ code: 'custom', path: [field], message })
    }, WHATEVER)
    .transform((typed): CourseText & { version: number } => ({
      ...{ title: typed.titel, outcome: typed.daarna, about: typed.over, form: typed.vorm, code: typed.code },
      ...{ minutes: Math.round(typed.uren * 60), language: typed.taal, level: typed.niveau },
      professions: PROFESSIONS.filter((one) => typed['beroepsgroepen[]'].includes(one)),
      ...{ forStudents: typed.studenten === 'ja', inCompany: typed.incompany === 'ja', anyTime: typed.altijd === 'ja' },
      ...{ priceCents: typed.prijs ?? null, enrolUrl: typed.aanmelden, version: typed.versie },
      accreditations: REGISTERS.flatMap((register) => accreditationIn(register, typed)),
    }))

/** A course as its provider writes it. */
export const courseForm = courseText(true)

/** A course as a catalogue delivers it: one that was made before we asked how another register is called is as good. */
export const deliveredCourseForm = courseText(false)

type Given = Record<string, unknown>
const textIn = (given: Given, field: string): string => {
  const value = given[field]
  return typeof value === 'string' ? value : ''
}

/** Only another register has a name to fill in. */
const nameIn = (register: Register, given: Given): string => (register === 'overig' ? textIn(given, 'naam_overig') : '')

function accreditationFaults(
  register: Register,
  given: Given,
  isNameAsked: boolean,
): [field: string, message: string][] {
  const [count, number, until] = ['punten', 'nummer', 'geldig'].map((name) => textIn(given, `${name}_${register}`))
  const name = nameIn(register, given)
  const of = name || (register === 'overig' ? 'dat register' : registerWords[register])
  if (!count)
    return name || number || until
      ? [[`punten_${register}`, `Vul in hoeveel punten ${of} geeft, of maak de rest leeg.`]]
      : []
  return [
    ...(isNameAsked && register === 'overig' && !name
      ? [['naam_overig', 'Schrijf hoe het register heet dat deze punten geeft.'] as [string, string]]
      : []),
    ...(numberTyped(count) === undefined
      ? [
          [`punten_${register}`, `Schrijf het aantal punten van ${of} als getal, bijvoorbeeld 6 of 1,5.`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(until && dayTyped(until) === undefined
      ? [[`geldig_${register}`, 'Schrijf de dag zo: 31-12-2028.'] as [string, string]]
      : []),
  ]
}

function accreditationIn(register: Register, given: Given): Accreditation[] {
  const points = numberTyped(textIn(given, `punten_${register}`))
  if (points === undefined) return []
  const number = textIn(given, `nummer_${register}`)
  const registerName = nameIn(register, given)
  return [{ register, registerName, number, points, validUntil: dayTyped(textIn(given, `geldig_${register}`)) ?? null }]
}

const ticked = (yes: boolean): Typed[string] => (yes ? 'ja' : undefined)

/** A course as it stands in its form. */
export function courseTyped(course: CourseText): Typed {
  return {
    ...{ titel: course.title, daarna: course.outcome, over: course.about, vorm: course.form, code: course.code },
    ...{ uren: numberInField(course.minutes / 60), taal: course.language, niveau: course.level },
    'beroepsgroepen[]': course.professions,
    ...{ studenten: ticked(course.forStudents), incompany: ticked(course.inCompany), altijd: ticked(course.anyTime) },
    ...{ prijs: centsInField(course.priceCents), aanmelden: course.enrolUrl },
    ...Object.fromEntries(
      course.accreditations.flatMap(({ register, registerName, number, points, validUntil }): [string, string][] => [
        ...(register === 'overig' ? [['naam_overig', registerName] as [string, string]] : []),
        [`punten_${register}`, numberInField(points)],
        [`nummer_${register}`, number],
        [`geldig_${register}`, validUntil ?? ''],
      ]),
    ),
  }
}
