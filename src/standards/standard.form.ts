import { z } from 'zod'
import { AUDIENCES, type Connection, KNOTS, type StandardText, SUBJECTS } from './standard.ts'

const MOST_LINE = 300
const MOST_LINES = 4000

const line = (message: string) =>
  z.string().trim().min(1, message).max(MOST_LINE, `Houd het onder de ${MOST_LINE} tekens.`)
const split = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
const lines = (message: string, least = 1) =>
  z
    .string()
    .max(MOST_LINES, `Houd het onder de ${MOST_LINES} tekens.`)
    .transform(split)
    .refine((all) => all.length >= least, message)
const ticked = <Values extends z.ZodType<string>>(one: Values) => z.preprocess((sent) => sent ?? [], z.array(one))

const CONNECTION = /^([a-z0-9-]+)\/([a-z0-9-]+): *(.+)$/

const connections = z
  .string()
  .max(MOST_LINES)
  .transform((text, context): Connection[] => {
    const found = split(text).map((one) => CONNECTION.exec(one))
    if (found.some((match) => match === null)) {
      context.addIssue({
        code: 'custom',
        message: 'Schrijf op elke regel: lijst/begrip: toelichting. Bijvoorbeeld: bakens/baken-1: Doorvragen.',
      })
      return z.NEVER
    }
    return found.map((match) => ({
      vocabulary: match?.[1] ?? '',
      term: match?.[2] ?? '',
      note: match?.[3] ?? '',
    }))
  })

/** Everything an editor writes about one standard; lists are one point per line. */
export const standardForm = z.object({
  versie: z.coerce.number().int().min(0),
  naam: line('Geef een naam.'),
  code: line('Geef een code, bijvoorbeeld K1.').max(12, 'Houd de code onder de 12 tekens.'),
  kern: line('Schrijf de kern in één zin.'),
  knoop: z.union([z.enum(KNOTS), z.literal('')]).default(''),
  over: z.enum(SUBJECTS, 'Kies waar het over gaat.'),
  'voor[]': ticked(z.enum(AUDIENCES)).refine((all) => all.length > 0, 'Kies voor wie het is.'),
  themas: lines('Noem minstens één thema.'),
  inwoner: line('Schrijf wat de inwoner belangrijk vindt.'),
  inwonerPunten: lines('Noem minstens twee punten.', 2),
  professional: line('Schrijf wat de professional doet.'),
  professionalPunten: lines('Noem minstens twee punten.', 2),
  organisatie: line('Schrijf wat de organisatie mogelijk maakt.'),
  organisatiePunten: lines('Noem minstens twee punten.', 2),
  klantgerichtheid: line('Schrijf wat je ziet als je zo kijkt.'),
  effectiviteit: line('Schrijf wat je ziet als je zo kijkt.'),
  doelmatigheid: line('Schrijf wat je ziet als je zo kijkt.'),
  duurzaamheid: line('Schrijf wat je ziet als je zo kijkt.'),
  invulling: lines('Schrijf minstens één manier op.'),
  maatstaven: lines('Schrijf minstens één maatstaf op.'),
  aansluiting: connections,
  'competenties[]': ticked(z.string().max(100)),
  opening: line('Schrijf hoe het gesprek begint.'),
  vragen: lines('Schrijf vier tot zes vragen op.', 4).refine(
    (all) => all.length <= 6,
    'Schrijf vier tot zes vragen op.',
  ),
  afsluiting: line('Schrijf hoe het gesprek eindigt.'),
  titel: line('Geef een titel in gewone woorden.'),
  verwachten: lines('Schrijf op wat iemand mag verwachten.'),
  vragenInwoner: lines('Schrijf op wat iemand kan vragen.'),
  anders: line('Schrijf wat iemand kan doen als het anders gaat.'),
})

export type StandardForm = z.output<typeof standardForm>

/** The form as the text it makes. */
export function textOf(form: StandardForm, slug: string): StandardText {
  return {
    slug,
    code: form.code,
    name: form.naam,
    plainLine: form.kern,
    ...(form.knoop ? { knot: form.knoop } : {}),
    subject: form.over,
    audience: form['voor[]'],
    themes: form.themas,
    perspectives: {
      inwoner: { line: form.inwoner, points: form.inwonerPunten },
      professional: {
        line: form.professional,
        points: form.professionalPunten,
      },
      organisatie: { line: form.organisatie, points: form.organisatiePunten },
    },
    lenses: {
      klantgerichtheid: form.klantgerichtheid,
      effectiviteit: form.effectiviteit,
      doelmatigheid: form.doelmatigheid,
      duurzaamheid: form.duurzaamheid,
    },
    howTo: form.invulling,
    measures: form.maatstaven,
    connects: form.aansluiting,
    competences: form['competenties[]'],
    conversation: {
      opening: form.opening,
      questions: form.vragen,
      closing: form.afsluiting,
    },
    resident: {
      title: form.titel,
      expect: form.verwachten,
      ask: form.vragenInwoner,
      ifNot: form.anders,
    },
  }
}

/** A text as it is typed: what the form shows at first, and what someone else wrote meanwhile. */
export function typedOf(text: StandardText): Record<string, string | string[]> {
  const { inwoner, professional, organisatie } = text.perspectives
  return {
    naam: text.name,
    code: text.code,
    kern: text.plainLine,
    knoop: text.knot ?? '',
    over: text.subject,
    'voor[]': text.audience,
    themas: text.themes.join('\n'),
    inwoner: inwoner.line,
    inwonerPunten: inwoner.points.join('\n'),
    professional: professional.line,
    professionalPunten: professional.points.join('\n'),
    organisatie: organisatie.line,
    organisatiePunten: organisatie.points.join('\n'),
    ...text.lenses,
    invulling: text.howTo.join('\n'),
    maatstaven: text.measures.join('\n'),
    aansluiting: text.connects.map(({ vocabulary, term, note }) => `${vocabulary}/${term}: ${note}`).join('\n'),
    'competenties[]': text.competences,
    opening: text.conversation.opening,
    vragen: text.conversation.questions.join('\n'),
    afsluiting: text.conversation.closing,
    titel: text.resident.title,
    verwachten: text.resident.expect.join('\n'),
    vragenInwoner: text.resident.ask.join('\n'),
    anders: text.resident.ifNot,
  }
}

/** Whether a text has everything a standard needs: one that was taken over from a statement begins with gaps. */
export const isWhole = (text: StandardText): boolean => standardForm.safeParse({ ...typedOf(text), versie: 0 }).success

/** A name as it stands in an address. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
}
