import type { Db } from '../foundation/db/index.ts'
import { competencesByStandard, currentStandards } from '../standards/index.ts'
import type { FindWords } from './facet.words.ts'

/** How standards and competences are called now. */
export async function readFindWords(db: Db): Promise<FindWords> {
  const [standards, competences] = [await currentStandards(db), await competencesByStandard(db)]
  return {
    standards: new Map(standards.map(({ item, slug, name }) => [item, { slug, title: name }])),
    competences: new Map(competences.map(({ slug, name, standards: of }) => [slug, { title: name, standards: of }])),
  }
}
