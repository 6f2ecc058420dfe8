import { type Db, statement } from '../foundation/db/index.ts'

/** A published practice that looks like what someone is about to send in. */
export interface SimilarPractice {
  slug: string
  title: string
  line: string
  organisation: string
  gemeente: string
  fictional: boolean
}

/** The words of a text as PostgreSQL may look for any of them. */
export function anyOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return [...new Set(words)].slice(0, 24).join(' or ')
}

// Candidates come from the indexes, at most so many of each kind: a long line of common words may not weigh a whole bank.
const CANDIDATES = 400

// The rank is that of any of the words, so it hardly grows with a longer line; the length of a description says nothing.
// Stems find "wandelen" for "wandelclub" seldom, likeness of letters does; a name that is nearly the same weighs most.
const closest = statement<SimilarPractice & Record<string, unknown>>(
  'practices.similar',
  `with near as (
     (select practice from practices.listing where house.plain(title) operator(public.%) house.plain($1) limit ${CANDIDATES})
     union
     (select practice from practices.listing where house.plain(line) operator(public.%) house.plain($3) limit ${CANDIDATES})
     union
     (select practice from practices.listing where house.plain($1) operator(public.<%) house.plain(title) limit ${CANDIDATES})
     union
     (select practice from practices.listing where house.plain($1) operator(public.<%) house.plain(line) limit ${CANDIDATES})
     union
     (select practice from practices.listing where words @@ websearch_to_tsquery('house.dutch', $2) limit ${CANDIDATES})),
   asked as (select websearch_to_tsquery('house.dutch', $2) as words, house.plain($1) as title, house.plain($3) as line),
   weighed as (
     select l.slug, l.title, l.line, l.organisation, l.gemeente, l.fictional,
            public.similarity(house.plain(l.title), asked.title) as likeness,
            public.similarity(house.plain(l.line), asked.line) as alike,
            public.word_similarity(asked.title, house.plain(l.title || ' ' || l.line)) as within,
            ts_rank(l.words, asked.words) as rank, l.words @@ asked.words as met
       from near join practices.listing l using (practice), asked where l.standing <> 'stopped')
   select slug, title, line, organisation, gemeente, fictional from weighed
    where likeness > 0.3 or within > 0.55 or alike > 0.3 or (met and rank > 0.12)
    order by likeness * 2 + within + alike + rank * 2 desc, slug limit 5`,
)

/** The published practices closest to a name and a line, closest first; at most five. */
export async function similarPractices(
  db: Db,
  { title, line }: { title: string; line: string },
): Promise<SimilarPractice[]> {
  return closest(db, title, anyOf(`${title} ${line}`), line)
}
