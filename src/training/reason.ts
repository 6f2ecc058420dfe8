import { both } from '../foundation/words/index.ts'
import type { Courses } from './course-index.ts'
import type { Chosen } from './facet.ts'
import type { FindWords } from './facet.words.ts'
import { STRENGTHS, type Strength } from './teaching.ts'

/** The strongest first. */
export const STRONGEST: readonly Strength[] = STRENGTHS.toReversed()

const SAID: Record<Strength, (what: string) => string> = {
  introduction: (what) => `Hier maak je kennis met ${what}.`,
  practice: (what) => `Hier oefen je met ${what}.`,
  deepening: (what) => `Hier ga je verder in de diepte met ${what}.`,
}

/** Why a course is shown with one standard. */
export const reasonWords = (strength: Strength): string => SAID[strength]('dit kenmerk')

/** Why a course is shown when several standards would do: what it teaches of them, the strongest first. */
const reasonOf = (taught: { strength: Strength; title: string }[]): string =>
  STRONGEST.flatMap((strength) => {
    const titles = taught.filter((one) => one.strength === strength).map(({ title }) => `“${title}”`)
    return titles.length === 0 ? [] : [SAID[strength](list.format(titles))]
  }).join(' ')

const list = new Intl.ListFormat('nl-NL')

/** The standards a choice is about, by themselves or by a competence, by place on the thread. */
const standardsAsked = (chosen: Chosen, { competences }: FindWords): string[] => [
  ...new Set([
    ...(chosen.standard ?? []),
    ...(chosen.competence ?? []).flatMap((slug) => competences.get(slug)?.standards ?? []),
  ]),
]

/**
 * Why each of these courses stands in a list, by its number: how strongly it teaches what was chosen. Nothing when no
 * standard and no competence was.
 */
export function reasonsFor(
  { words }: Pick<Courses, 'words'>,
  nos: readonly number[],
  chosen: Chosen,
  names: FindWords,
): Map<number, string> {
  const standards = standardsAsked(chosen, names)
  const rows = words.numbered(nos)
  const taught = standards.flatMap((standard) =>
    STRONGEST.flatMap((strength) =>
      words.numbers(both(rows, words.tagged('teaches', [`${standard}:${strength}`]))).map((no) => ({
        ...{ no, strength },
        title: names.standards.get(standard)?.title ?? '',
      })),
    ),
  )
  const [only, ...others] = standards
  const isOne = only !== undefined && others.length === 0 && chosen.competence === undefined
  return new Map(
    nos.flatMap((no) => {
      const own = taught.filter((one) => one.no === no)
      const [first] = own
      return first === undefined ? [] : [[no, isOne ? reasonWords(first.strength) : reasonOf(own)]]
    }),
  )
}
