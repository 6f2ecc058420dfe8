import { z } from 'zod'
import { gemeenteByCode, gemeenteTyped } from '../foundation/gemeente.ts'
import { isBaken, type PolicyField } from './field.ts'
import { type NominatingKind, ORGANISATION_KINDS } from './nomination.ts'
import { PEOPLE_GROUPS, type PeopleGroup } from './people-group.ts'
import type { PracticeHead } from './practice.ts'
import type { Theme } from './theme.ts'

const kinds = Object.keys(ORGANISATION_KINDS) as [NominatingKind, ...NominatingKind[]]
const groups = PEOPLE_GROUPS.map(({ slug }) => slug) as [PeopleGroup, ...PeopleGroup[]]

/** What the call of a practice lets one choose from. */
export interface PracticeLists {
  themes: Theme[]
  fields: PolicyField[]
  /** Beside the list of the call: the bakens. */
  bakens: PolicyField[]
}

const CHOOSE = 'Kies uit de lijst van de oproep.'

const head = z.object({
  versie: z.coerce.number().int().min(1).catch(0),
  titel: z
    .string({ error: 'Vul in hoe de praktijk heet.' })
    .min(1, 'Vul in hoe de praktijk heet.')
    .max(90, 'Houd de naam onder de 90 tekens.'),
  zin: z
    .string({ error: 'Zeg in één zin wat de praktijk is.' })
    .min(1, 'Zeg in één zin wat de praktijk is.')
    .max(240, 'Houd de zin onder de 240 tekens.'),
  organisatie: z
    .string({ error: 'Vul de organisatie in.' })
    .min(1, 'Vul de organisatie in.')
    .max(120, 'Houd de naam van de organisatie onder de 120 tekens.'),
  soort: z.enum(kinds, { error: 'Kies wat voor organisatie het is.' }),
  gemeente: z.string({ error: 'Vul de gemeente in.' }).transform((typed, ctx) => {
    const gemeente = gemeenteTyped(typed)
    if (gemeente) return gemeente.code
    ctx.addIssue({
      code: 'custom',
      message: typed === '' ? 'Vul de gemeente in.' : `Wij kennen geen gemeente “${typed}”. Kijk of de naam klopt.`,
    })
    return z.NEVER
  }),
  begonnen: z
    .string({ error: 'Vul in wanneer de praktijk begon.' })
    .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Vul in wanneer de praktijk begon, met dag, maand en jaar.')
    .refine(
      (day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day),
      'Die dag bestaat niet. Kijk de datum na.',
    ),
  'mensen[]': z.array(z.enum(groups, { error: 'Kies uit de lijst.' })).default([]),
  mail: z
    .union([z.literal(''), z.email({ error: 'Dit is geen mailadres. Het ziet eruit als naam@organisatie.nl.' })])
    .default(''),
})

/** The head facts of a practice, as an editor mends them. */
export const practiceForm = ({ themes, fields, bakens }: PracticeLists) =>
  head.extend({
    thema: z
      .string()
      .default('')
      .refine((slug) => slug === '' || themes.some((theme) => theme.slug === slug), CHOOSE)
      .transform((slug) => themes.find((theme) => theme.slug === slug)?.id ?? null),
    'velden[]': z
      .array(z.string())
      .default([])
      .refine((slugs) => slugs.every((slug) => fields.some((field) => field.slug === slug)), CHOOSE),
    'bakens[]': z
      .array(z.string())
      .default([])
      .refine((slugs) => slugs.every((slug) => bakens.some((baken) => baken.slug === slug)), 'Kies uit de bakens.'),
  })

/** The head facts as the form shows them. */
export const practiceTyped = (practice: PracticeHead, { themes }: Pick<PracticeLists, 'themes'>) => ({
  titel: practice.title,
  zin: practice.line,
  organisatie: practice.organisation,
  soort: practice.organisationKind,
  gemeente: gemeenteByCode(practice.gemeente)?.name ?? '',
  begonnen: practice.startedOn,
  thema: themes.find(({ id }) => id === practice.theme)?.slug ?? '',
  'velden[]': practice.fields.filter((slug) => !isBaken(slug)),
  'bakens[]': practice.fields.filter(isBaken),
  'mensen[]': [...practice.people],
  mail: practice.ownerMail ?? '',
})

/** What was filled in, as the practice keeps it. */
export const headOf = (form: z.output<ReturnType<typeof practiceForm>>): PracticeHead => ({
  title: form.titel,
  line: form.zin,
  organisation: form.organisatie,
  organisationKind: form.soort,
  gemeente: form.gemeente,
  startedOn: form.begonnen,
  theme: form.thema,
  fields: [...form['velden[]'], ...form['bakens[]']],
  people: form['mensen[]'],
  ownerMail: form.mail === '' ? null : form.mail,
})
