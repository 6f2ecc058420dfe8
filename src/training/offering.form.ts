import { z } from 'zod'
import { dayTyped } from '../foundation/day.ts'
import { gemeenteName, gemeenteTyped } from '../foundation/gemeente.ts'
import type { Typed } from '../foundation/http/index.ts'
import { httpsOrEmpty, version, WHATEVER } from './course.form.ts'
import type { Offering, OfferingText } from './offering.ts'

/** Days one form may name. */
const MOST_DAYS = 60

const optional = (most: number) => z.string().max(most, `Houd het bij hooguit ${most} tekens.`).default('')
const clock = z
  .string()
  .default('')
  .transform((typed) => typed.replace('.', ':').replace(/^(\d):/, '0$1:'))
  .refine((at) => at === '' || TIME.test(at), 'Schrijf de tijd zo: 9.30.')
const seats = z
  .string()
  .default('')
  .refine((typed) => /^\d{0,5}$/.test(typed), 'Schrijf het aantal plaatsen als getal, of laat het leeg.')
  .transform((typed) => (typed === '' ? null : Number(typed)))

const linesOf = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const days = z
  .string('Schrijf één dag per regel, bijvoorbeeld 9-11-2027.')
  .refine((text) => linesOf(text).length > 0, 'Schrijf één dag per regel, bijvoorbeeld 9-11-2027.')
  .refine((text) => linesOf(text).length <= MOST_DAYS, `Zet er hooguit ${MOST_DAYS} dagen in een keer bij.`)
  .superRefine((text, given) => {
    const wrong = linesOf(text).filter((line) => dayTyped(line) === undefined)
    if (wrong.length > 0) given.addIssue({ code: 'custom', message: noDays(wrong) })
  })
  .transform((text) => [...new Set(linesOf(text).flatMap((line) => dayTyped(line) ?? []))].sort())

const LOOKS_LIKE_A_DAY = /^([a-z]+[ .,]+)?\d{1,2}([-/.]\d{1,2}[-/.]|[ -]+[a-z]{3,9}\.?[ -]+)\d{4}$/i
const inQuotes = (lines: string[]): string => lines.map((line) => `“${line.slice(0, 40)}”`).join(', ')

/** Every line that is no day, in one or two sentences. */
function noDays(wrong: string[]): string {
  const unreal = wrong.filter((line) => LOOKS_LIKE_A_DAY.test(line))
  const others = wrong.filter((line) => !LOOKS_LIKE_A_DAY.test(line))
  return [
    unreal.length === 1 ? `${inQuotes(unreal)} is geen dag die bestaat. Kijk hem nog eens na.` : '',
    unreal.length > 1 ? `${inQuotes(unreal)} zijn geen dagen die bestaan. Kijk ze nog eens na.` : '',
    others.length === 1 ? `${inQuotes(others)} is geen dag. Schrijf hem zo: 9-11-2027.` : '',
    others.length > 1 ? `${inQuotes(others)} zijn geen dagen. Schrijf ze zo: 9-11-2027.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
/** What is no time was said to be none already. */
const areTimes = (van: unknown, tot: unknown): boolean =>
  [van, tot].every((at) => at === '' || (typeof at === 'string' && TIME.test(at)))
const isNumber = (one: unknown): one is number => typeof one === 'number'

/** Offerings as a provider writes them: one on several days, or one on each day. */
export const offeringForm = z
  .object({
    dagen: days,
    reeks: z.enum(['samen', 'los']).catch('samen'),
    van: clock,
    tot: clock,
    online: z.literal('ja').optional(),
    gemeente: z
      .string()
      .default('')
      .refine(
        (typed) => typed === '' || gemeenteTyped(typed) !== undefined,
        'Typ de eerste letters en kies een gemeente.',
      )
      .transform((typed) => gemeenteTyped(typed)?.code ?? ''),
    waar: optional(160),
    plaatsen: seats,
    over: seats,
    aanmelden: httpsOrEmpty,
    code: optional(60),
    versie: version,
  })
  .refine(({ online, gemeente }) => online === 'ja' || gemeente !== '', {
    ...WHATEVER,
    path: ['gemeente'],
    message: 'Kies in welke gemeente het is, of zeg dat het online is.',
  })
  .refine(({ van, tot }) => tot === '' || !areTimes(van, tot) || (van !== '' && van < tot), {
    ...WHATEVER,
    path: ['tot'],
    message: 'De eindtijd komt na de begintijd. Vul ze allebei in.',
  })
  .refine(({ plaatsen, over }) => !isNumber(plaatsen) || !isNumber(over) || over <= plaatsen, {
    ...WHATEVER,
    path: ['over'],
    message: 'Er zijn meer plaatsen vrij dan er plaatsen zijn. Kijk beide getallen na.',
  })
  .transform((typed) => {
    const text: Omit<OfferingText, 'days'> = {
      code: typed.code,
      startsAt: typed.van || null,
      endsAt: typed.tot || null,
      online: typed.online === 'ja',
      venue: typed.waar,
      gemeente: typed.gemeente,
      seats: typed.plaatsen,
      seatsLeft: typed.over,
      enrolUrl: typed.aanmelden,
    }
    // Each day by itself has no code of its own: one code names one offering.
    const apart = typed.dagen.map((day): OfferingText => ({ ...text, code: '', days: [day] }))
    return {
      offerings: typed.reeks === 'los' && typed.dagen.length > 1 ? apart : [{ ...text, days: typed.dagen }],
      version: typed.versie,
    }
  })

/** An offering as it stands in its form. */
export const offeringTyped = (one: Offering): Typed => ({
  dagen: one.days.join('\n'),
  van: one.startsAt ?? '',
  tot: one.endsAt ?? '',
  online: one.online ? 'ja' : undefined,
  gemeente: one.gemeente === '' ? '' : gemeenteName(one.gemeente),
  waar: one.venue,
  plaatsen: one.seats === null ? '' : String(one.seats),
  over: one.seatsLeft === null ? '' : String(one.seatsLeft),
  aanmelden: one.enrolUrl,
  code: one.code,
})
