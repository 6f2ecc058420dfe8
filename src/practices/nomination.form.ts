import { z } from 'zod'
import { isDay } from '../foundation/day.ts'
import { gemeenteName, gemeenteTyped } from '../foundation/gemeente.ts'
import { checkForm, type Form, type HouseContext, type Typed } from '../foundation/http/index.ts'
import { readCode } from '../foundation/save-code.ts'
import { MOST_PEOPLE } from './nomination.fields.ts'
import {
  EMPTY_BODIES,
  type NamedPerson,
  type NominatingKind,
  type NominationBodies,
  type NominationSection,
  ORGANISATION_KINDS,
} from './nomination.ts'
import { PEOPLE_GROUPS, type PeopleGroup } from './people-group.ts'

const MOST_LINE = 200
const MOST_TEXT = 8_000

// A page may be saved half: nothing here is demanded, only what can't be kept is refused.
const upTo = (most: number) =>
  z
    .string('Vul hier één antwoord in.')
    .max(most, `Dit is te lang om te bewaren: hooguit ${most} tekens. Kort het in.`)
    .default('')
const line = upTo(MOST_LINE)
const text = upTo(MOST_TEXT)
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum([...values, '']).catch('')
const several = z.preprocess((sent) => sent ?? [], z.array(z.string().max(MOST_LINE)).max(50)).catch([])

const isGroup = (slug: string): slug is PeopleGroup => PEOPLE_GROUPS.some((group) => group.slug === slug)
const isKind = (kind: string): kind is NominatingKind => Object.hasOwn(ORGANISATION_KINDS, kind)

/** "3-9-2024" as well as "2024-09-03"; what is no day stays as it was typed. */
function dayTyped(typed: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed) ?? []
  const turned = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(turned) ? turned : typed
}

const peopleForm = z
  .object(
    Object.fromEntries(
      Array.from({ length: MOST_PEOPLE }, (_, index) => index + 1).flatMap((number) => [
        [`naam${number}`, line],
        [`functie${number}`, line],
      ]),
    ),
  )
  .catchall(z.unknown())
  .transform((typed): NominationBodies['people'] => {
    const people = Array.from({ length: MOST_PEOPLE }, (_, index): NamedPerson => {
      const ticked = typed[`client${index + 1}[]`]
      return {
        name: String(typed[`naam${index + 1}`] ?? ''),
        function: String(typed[`functie${index + 1}`] ?? ''),
        client: Array.isArray(ticked) && ticked.includes('ja'),
      }
    })
    return { people: people.filter((one) => one.name !== '' || one.function !== '' || one.client) }
  })

/** A sentence in a box of two rows is still one line. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** What a browser may send for each page. */
const SECTION_FORMS = {
  name: z
    .object({ titel: line, zin: line.transform(onOneLine), soort: oneOf(['methodiek', 'project']) })
    .transform(({ titel, zin, soort }) => ({ title: titel, line: zin, kind: soort })),
  organisation: z
    .object({ naam: line, soort: line, gemeente: line, contact: line, mail: line, telefoon: line, website: line })
    .transform((typed) => ({
      name: typed.naam,
      kind: isKind(typed.soort) ? typed.soort : ('' as const),
      // A name we can't place is kept as it was typed; the check page asks again.
      gemeente: gemeenteTyped(typed.gemeente)?.code ?? typed.gemeente,
      contact: typed.contact,
      mail: typed.mail.toLowerCase(),
      phone: typed.telefoon,
      website: /^[a-z0-9-]+(\.[a-z0-9-]+)+/i.test(typed.website) ? `https://${typed.website}` : typed.website,
    })),
  start: z
    .object({ begonnen: line, fase: oneOf(['running', 'developing']) })
    .transform(({ begonnen, fase }) => ({ startedOn: dayTyped(begonnen), phase: fase })),
  theme: z.object({ vraagstuk: text, thema: line, 'mensen[]': several }).transform((typed) => ({
    issue: typed.vraagstuk,
    theme: typed.thema,
    people: typed['mensen[]'].filter(isGroup),
  })),
  fields: z
    .object({ 'velden[]': several, waarom: text })
    .transform((typed) => ({ fields: typed['velden[]'], why: typed.waarom })),
  approach: z.object({ tekst: text }).transform(({ tekst }) => ({ text: tekst })),
  plan: z
    .object({ tekst: text, handboek: oneOf(['ja', 'nee']), elders: text })
    .transform(({ tekst, handboek, elders }) => ({
      text: tekst,
      handbook: handboek === '' ? null : handboek === 'ja',
      elsewhere: elders,
    })),
  quality: z
    .object({ tekst: text, gemeten: text })
    .transform(({ tekst, gemeten }) => ({ text: tekst, measured: gemeten })),
  people: peopleForm,
  documents: z.object({ evaluatie: oneOf(['ja', 'nee']), woorden: text }).transform(({ evaluatie, woorden }) => ({
    evaluation: evaluatie === '' ? ('' as const) : evaluatie === 'ja' ? ('yes' as const) : ('no' as const),
    words: woorden,
  })),
} satisfies { [Section in NominationSection]: z.ZodType<NominationBodies[Section]> }

/** Reads one page; only what is too long to keep is refused. */
export function readSectionForm(
  c: HouseContext,
  section: NominationSection,
): Form<NominationBodies[NominationSection]> {
  const schema: z.ZodType<NominationBodies[NominationSection]> = SECTION_FORMS[section]
  return checkForm(schema, c.get('body') ?? {})
}

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'ja' : 'nee')

const TYPED: { [Section in NominationSection]: (body: NominationBodies[Section]) => Typed } = {
  name: ({ title, line, kind }) => ({ titel: title, zin: line, soort: kind }),
  organisation: (body) => ({
    naam: body.name,
    soort: body.kind,
    gemeente: gemeenteName(body.gemeente),
    contact: body.contact,
    mail: body.mail,
    telefoon: body.phone,
    website: body.website,
  }),
  start: ({ startedOn, phase }) => ({ begonnen: startedOn, fase: phase }),
  theme: ({ issue, theme, people }) => ({ vraagstuk: issue, thema: theme, 'mensen[]': people }),
  fields: ({ fields, why }) => ({ 'velden[]': fields, waarom: why }),
  approach: ({ text }) => ({ tekst: text }),
  plan: ({ text, handbook, elsewhere }) => ({ tekst: text, handboek: yesNo(handbook), elders: elsewhere }),
  quality: ({ text, measured }) => ({ tekst: text, gemeten: measured }),
  people: ({ people }) =>
    Object.fromEntries(
      people.flatMap((one, index): [string, string | string[]][] => [
        [`naam${index + 1}`, one.name],
        [`functie${index + 1}`, one.function],
        [`client${index + 1}[]`, one.client ? ['ja'] : []],
      ]),
    ),
  documents: ({ evaluation, words }) => ({
    evaluatie: evaluation === '' ? '' : yesNo(evaluation === 'yes'),
    woorden: words,
  }),
}

/** A page as the form shows it. */
export function typedOf<Section extends NominationSection>(section: Section, body: NominationBodies[Section]): Typed {
  return TYPED[section]({ ...EMPTY_BODIES[section], ...body })
}

/** What comes with every page beside its fields. */
export const turnForm = z.object({
  versie: z.coerce.number().int().min(0).max(1_000_000).catch(-1),
  naar: z.enum(['verder', 'terug', 'later', 'controle', 'samen', 'hier']).catch('verder'),
  gezien: z.literal('ja').optional().catch(undefined),
})

const asked = (message: string) =>
  z.string(message).min(1, message).max(MOST_LINE, `Maak het korter: hooguit ${MOST_LINE} tekens.`)

/** The first question of all: a name and one line. */
export const firstForm = z.object({
  titel: asked('Geef je praktijk een naam. Een werknaam mag ook.'),
  zin: asked('Zeg in één zin wat jullie doen.').transform(onOneLine),
})

const WHOLE_CODE = 'Een bewaarcode heeft 20 letters en cijfers. Kijk of je hem helemaal hebt overgenomen.'

/** A bewaarcode as someone typed it. */
export const codeForm = z.object({
  code: z
    .string('Vul je bewaarcode in.')
    .min(1, 'Vul je bewaarcode in.')
    .max(200, WHOLE_CODE)
    .transform((typed, context) => {
      const code = readCode(typed)
      if (code === undefined) context.addIssue({ code: 'custom', message: WHOLE_CODE })
      return code ?? z.NEVER
    }),
})

/** On or off one's own account. */
export const colleagueForm = z.object({
  wat: z.enum(['erbij', 'eraf'], 'Kies wat je wilt.'),
  /** Somebody else to take off; without it: whoever asks. */
  wie: z.uuid().optional().catch(undefined),
})

/** Making a new code: only for whoever says to know what it closes. */
export const newCodeForm = z.object({
  zeker: z.literal('ja'),
})
