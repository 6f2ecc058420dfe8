import { z } from 'zod'
import { isDay } from '../foundation/day.ts'
import type { StakeholderRole } from './olympiad.ts'
import { DEFAULT_RULE, type Rule } from './rule.ts'
import { slugFrom } from './slug.ts'

const line = (message: string, most = 200) =>
  z.string(message).min(1, message).max(most, `Houd het onder de ${most} tekens.`)
const words = (most: number) => z.string().max(most, `Houd het onder de ${most} tekens.`).default('')
const day = (message: string) => z.string(message).refine(isDay, message)

/** What an editor begins an Olympiade with. */
export const beginForm = z
  .object({
    titel: line('Geef de Olympiade een titel.'),
    vraag: line('Schrijf de vraag waar het over gaat, zoals iemand op straat hem zou stellen.'),
    begint: day('Vul de eerste dag in.'),
    eindigt: day('Vul de laatste dag in.'),
    voorzitter: z.uuid('Kies wie voorzit.'),
  })
  .refine(({ begint, eindigt }) => begint <= eindigt, {
    path: ['eindigt'],
    message: 'De laatste dag ligt voor de eerste.',
  })

/** As many groups as can count apart. */
export const MOST_ROLES = 10

/** The rules there are to choose from, by the word that goes over the line. */
export const RULE_VALUES: Record<string, Rule> = {
  gedeeld: DEFAULT_RULE,
  rand: { is: 'rand' },
  mediaan: { is: 'median', median: 7, iqr: 3 },
}

/** The word of a rule. */
export const ruleValue = (rule: Rule): string =>
  Object.entries(RULE_VALUES).find(([, one]) => one.is === rule.is)?.[0] ?? 'gedeeld'

const roleFields = Object.fromEntries(
  Array.from({ length: MOST_ROLES }, (_, at) => at + 1).flatMap((at) => [
    [`groep${at}`, words(60)],
    [`meervoud${at}`, words(60)],
    [`doel${at}`, words(4)],
    [`kort${at}`, words(60)],
  ]),
)

/** Everything about an Olympiade that can still change until the rules are locked. */
export const planForm = z
  .object({
    titel: line('Geef de Olympiade een titel.'),
    vraag: line('Schrijf de vraag waar het over gaat, zoals iemand op straat hem zou stellen.'),
    intro: line('Schrijf in een paar zinnen waar het over gaat.', 2000),
    plaats: words(200),
    begint: day('Vul de eerste dag in.'),
    eindigt: day('Vul de laatste dag in.'),
    hulp: words(300),
    geld: words(300),
    regel: z.enum(Object.keys(RULE_VALUES) as [string, ...string[]], 'Kies een telregel.'),
    minimum: z.coerce
      .number('Vul een getal in van 5 of meer.')
      .int('Vul een heel getal in van 5 of meer.')
      .min(5, 'Minder dan vijf kan niet: dan is te zien wie wat koos.')
      .max(500, 'Vul een getal in onder de 500.'),
    openheid: z.enum(['vertrouwelijk', 'open'], 'Kies wie kan zien wie wat koos.'),
    verwijderregel: line('Schrijf wanneer stemmen uit de telling gaan.', 600),
    versie: z.coerce.number().int().min(0).catch(-1),
    ...roleFields,
  })
  .refine(({ begint, eindigt }) => begint <= eindigt, {
    path: ['eindigt'],
    message: 'De laatste dag ligt voor de eerste.',
  })
  .transform((typed, context) => {
    const roles = rolesIn(typed)
    if (roles.length < 2)
      context.addIssue({
        code: 'custom',
        path: ['groep1'],
        message: 'Noem minstens twee groepen: elke groep telt apart.',
      })
    if (new Set(roles.map(({ slug }) => slug)).size < roles.length)
      context.addIssue({
        code: 'custom',
        path: ['groep1'],
        message: 'Twee groepen hebben dezelfde naam. Geef ze elk een eigen naam.',
      })
    return {
      title: typed.titel,
      question: typed.vraag,
      intro: typed.intro,
      place: typed.plaats,
      startsOn: typed.begint,
      endsOn: typed.eindigt,
      help: typed.hulp,
      funder: typed.geld,
      rule: RULE_VALUES[typed.regel] ?? DEFAULT_RULE,
      minimum: typed.minimum,
      mode: typed.openheid === 'open' ? ('open' as const) : ('confidential' as const),
      removalRule: typed.verwijderregel,
      version: typed.versie,
      roles,
    }
  })

/** What a chair wrote, as values. */
export type Plan = z.output<typeof planForm>

function rolesIn(typed: Record<string, unknown>): StakeholderRole[] {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '')
  return Array.from({ length: MOST_ROLES }, (_, at) => at + 1).flatMap((at) => {
    const name = text(`groep${at}`)
    if (name === '') return []
    const target = Number.parseInt(text(`doel${at}`), 10)
    const plural = text(`meervoud${at}`)
    return [
      {
        slug: text(`kort${at}`) || slugFrom(name) || `groep-${at}`,
        name,
        plural: plural === '' ? name : plural,
        target: Number.isFinite(target) && target > 0 ? target : 0,
      },
    ]
  })
}
