import { type Db, statement } from '../foundation/db/index.ts'
import { standardUrl } from './framework.ts'
import type { KnotName } from './standard.ts'

/** A standard in a few words, pinned to the revision that holds the rest. */
export interface StandardCard {
  item: string
  revision: string
  number: number
  slug: string
  code: string
  name: string
  plainLine: string
  /** Its page. */
  path: string
  knot: KnotName | undefined
  framework: string
  edition: string
  fictional: boolean
}

interface Row {
  item: string
  revision: string
  number: number
  slug: string
  framework: string
  edition: string
  fictional: boolean
  word: string
  code: string
  name: string
  plainLine: string
  knot: KnotName | null
}

const currentRows = statement<Row>(
  'standards.current-cards',
  `select i.item, i.revision, i.number, s.slug, f.slug as framework, e.slug as edition, f.fictional,
          ft.body->>'word' as word, t.body->>'code' as code, t.body->>'name' as name, t.body->>'plainLine' as "plainLine",
          t.body->>'knot' as knot
     from standards.edition e
     join standards.framework f on f.id = e.framework
     join standards.publication p on p.edition = e.id
     join standards.standard s on s.edition = e.id
     join lateral (select text, item, revision, number from standards.imprint where subject = s.id order by version desc limit 1) i on true
     join standards.text t on t.id = i.text
     join lateral (select body from standards.text where subject = f.id order by version desc limit 1) ft on true
    where not exists (select from standards.omission o where o.standard = s.id)
      and not f.fictional and ft.body->>'word' = 'kenmerk'
      and not exists (select from standards.replacement r where r.edition = e.id)
    order by s.position`,
)

const cardOf = ({ word, knot, ...row }: Row): StandardCard => ({
  ...row,
  path: standardUrl(word, row.slug),
  knot: knot ?? undefined,
})

/** The kenmerken that hold now. */
export async function currentStandards(db: Db): Promise<StandardCard[]> {
  return (await currentRows(db)).map(cardOf)
}

const tied = statement<{ slug: string; name: string; standards: string[] }>(
  'standards.competences-of-current',
  `select c.slug, n.body->>'name' as name,
          array(select i.item::text
                  from standards.standard s
                  join standards.publication p on p.edition = s.edition
                  join lateral (select text, item from standards.imprint where subject = s.id order by version desc limit 1) i on true
                  join standards.text t on t.id = i.text
                 where t.body->'competences' ? c.slug
                   and not exists (select from standards.replacement r where r.edition = s.edition)
                   and not exists (select from standards.omission o where o.standard = s.id)
                 order by s.position) as standards
     from standards.competence c
     join lateral (select t.body from standards.imprint i join standards.text t on t.id = i.text
                    where i.subject = c.id order by i.version desc limit 1) n on true
    order by c.framework, c.position`,
)

/** The competences, each with the standards (their places on the thread) that we tied it to. */
export const competencesByStandard: (db: Db) => Promise<{ slug: string; name: string; standards: string[] }[]> = tied
