import type { CompetenceContent, CrosswalkContent, FrameworkContent, VocabularyContent } from './content.form.ts'
import { crosswalkFaults } from './crosswalk.ts'

/** The whole content folder, as far as it is about standards. */
export interface Library {
  frameworks: FrameworkContent[]
  competences: CompetenceContent[]
  crosswalks: CrosswalkContent[]
  vocabularies: VocabularyContent[]
}

type Place = { framework: string; edition: string }

/** The slugs of one edition, or undefined when there is no such edition. */
function slugsAt(library: Library, { framework, edition }: Place): string[] | undefined {
  return library.frameworks
    .find(({ slug }) => slug === framework)
    ?.editions.find(({ slug }) => slug === edition)
    ?.standards.map(({ slug }) => slug)
}

/** Everything in the content that points at something that isn't there, or contradicts itself. */
export function libraryFaults(library: Library): string[] {
  const terms = new Set(library.vocabularies.flatMap(({ slug, terms }) => terms.map((term) => `${slug}/${term.slug}`)))
  const competences = new Set(library.competences.flatMap((list) => list.competences.map(({ slug }) => slug)))
  const faults: string[] = []
  for (const { slug: framework, editions } of library.frameworks)
    for (const edition of editions) {
      if (edition.replaces && !slugsAt(library, edition.replaces))
        faults.push(`${framework}/${edition.slug} replaces an unknown edition`)
      for (const { slug, connects, competences: needs } of edition.standards) {
        for (const { vocabulary, term } of connects)
          if (!terms.has(`${vocabulary}/${term}`)) faults.push(`${slug} connects to unknown term ${vocabulary}/${term}`)
        for (const need of needs) if (!competences.has(need)) faults.push(`${slug} needs unknown competence ${need}`)
      }
    }
  for (const { from, to, rows } of library.crosswalks)
    faults.push(
      ...crosswalkFaults(rows, slugsAt(library, from) ?? [], slugsAt(library, to) ?? []).map(
        (fault) => `crosswalk ${from.framework}/${from.edition} to ${to.framework}/${to.edition}: ${fault}`,
      ),
    )
  return faults
}

/** Frameworks in the order they came: a list that replaces another comes after it. */
export function inOrder(frameworks: FrameworkContent[]): FrameworkContent[] {
  const placed: FrameworkContent[] = []
  const place = (framework: FrameworkContent, waiting: string[]): void => {
    if (placed.includes(framework) || waiting.includes(framework.slug)) return
    for (const { replaces } of framework.editions) {
      const earlier = frameworks.find(({ slug }) => slug === replaces?.framework && slug !== framework.slug)
      if (earlier) place(earlier, [...waiting, framework.slug])
    }
    placed.push(framework)
  }
  for (const framework of frameworks) place(framework, [])
  return placed
}
