import { z } from 'zod'
import type { Typed } from '../foundation/http/index.ts'
import { LONGEST_TITLE } from './copy.ts'
import { version, WHATEVER } from './course.form.ts'
import type { LearningForm, LearningFormText, Practising } from './learning-form.ts'
import { STRENGTHS, type Strength, strengthWords } from './teaching.ts'

const LONGEST_LINE = 400
const MOST_LINES = 12

const words = (least: string, most: number) =>
  z.string(least).min(3, least).max(most, `Houd het bij hooguit ${most} tekens.`)

/** One thing per line; what stands in front of a line to count it goes. */
const linesTyped = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+[.)]|[-•*])\s+/, '').trim())
    .filter((line) => line !== '')

const lines = (atLeast: number, least: string) =>
  z
    .string(least)
    .transform(linesTyped)
    .superRefine((all, given) => {
      const long = all.findIndex((line) => line.length > LONGEST_LINE)
      const fault =
        all.length < atLeast
          ? least
          : all.length > MOST_LINES
            ? `Houd het bij hooguit ${MOST_LINES} regels. Nu zijn het er ${all.length}.`
            : long >= 0
              ? `Regel ${long + 1} is te lang. Houd elke regel bij hooguit ${LONGEST_LINE} tekens.`
              : undefined
      if (fault !== undefined) given.addIssue({ code: 'custom', message: fault })
    })

/** A standard one can choose, as it reads now. */
export interface PractisedChoice {
  item: string
  revision: string
  slug: string
  name: string
}

/** The field in which is said how strongly one practises a standard. */
export const strengthField = ({ slug }: Pick<PractisedChoice, 'slug'>): string => `sterkte_${slug}`

const NOTHING_CHOSEN = 'Kies bij minstens één kenmerk hoe sterk je ermee oefent.'

/** A learning form as an editor writes it, about the standards that hold now. */
export const learningFormForm = (standards: readonly PractisedChoice[]) =>
  z
    .looseObject({
      titel: words('Geef de leervorm een naam.', LONGEST_TITLE),
      zin: words('Zeg in één zin wat je doet.', 300),
      kosten: words('Zeg wat het kost, of schrijf “gratis”.', 80),
      tijd: words('Zeg hoeveel tijd het kost.', 120),
      waar: words('Zeg waar je het doet.', 120),
      mensen: words('Zeg met hoeveel mensen je het doet.', 120),
      stappen: lines(3, 'Schrijf minstens drie stappen, elk op een eigen regel.'),
      vragen: lines(1, 'Schrijf minstens één vraag om te stellen.'),
      letop: words('Schrijf waar je op let, bijvoorbeeld wat onder jullie blijft.', 600),
      versie: version,
    })
    .superRefine((typed, given) => {
      const [first] = standards
      if (first && practisedIn(typed, standards).length === 0)
        given.addIssue({ code: 'custom', path: [strengthField(first)], message: NOTHING_CHOSEN })
    }, WHATEVER)
    .transform((typed): LearningFormText & { version: number } => ({
      ...{ title: typed.titel, line: typed.zin, cost: typed.kosten, time: typed.tijd, where: typed.waar },
      ...{ people: typed.mensen, steps: typed.stappen, questions: typed.vragen, beware: typed.letop },
      practises: practisedIn(typed, standards),
      version: typed.versie,
    }))

const isStrength = (value: unknown): value is Strength => STRENGTHS.some((one) => one === value)

function practisedIn(typed: Record<string, unknown>, standards: readonly PractisedChoice[]): Practising[] {
  return standards.flatMap((one) => {
    const strength = typed[strengthField(one)]
    return isStrength(strength) ? [{ standard: one.item, revision: one.revision, strength }] : []
  })
}

/** A learning form as it stands in its form. */
export const learningFormTyped = (form: LearningForm, standards: readonly PractisedChoice[]): Typed => ({
  ...{ titel: form.title, zin: form.line, kosten: form.cost, tijd: form.time, waar: form.where, mensen: form.people },
  ...{ stappen: form.steps.join('\n'), vragen: form.questions.join('\n'), letop: form.beware },
  ...Object.fromEntries(
    standards.map((one) => [
      strengthField(one),
      form.practises.find(({ standard }) => standard === one.item)?.strength ?? '',
    ]),
  ),
})

/** What a learning form says, field by field, in the words of the form; `names` are those of the standards. */
export const learningFormInWords = (
  text: LearningFormText,
  names: ReadonlyMap<string, string>,
): Record<string, string> => ({
  ...{ Titel: text.title, 'In één zin': text.line, Kosten: text.cost, Duur: text.time, Waar: text.where },
  ...{ 'Met wie': text.people, Stappen: text.steps.join('\n'), Vragen: text.questions.join('\n') },
  'Let op': text.beware,
  'Oefent met': text.practises
    .map(({ standard, strength }) => `${names.get(standard) ?? standard}: ${strengthWords[strength]}`)
    .toSorted()
    .join(', '),
})
