import { type Db, statement } from '../foundation/db/index.ts'
import { isDiscarded } from './discard.store.ts'
import type { StandardBrief, StandardText } from './standard.ts'

/** A standard as it stands in one edition, with the revision it was published as. */
export interface StandardIn<Text> {
  id: string
  item: string
  edition: string
  slug: string
  position: number
  version: number
  text: Text
  writtenBy: string | null
  writtenAt: Date
  revision: string | null
  number: number | null
  printedAt: Date | null
}

export type Standard = StandardIn<StandardText>
export type BriefStandard = StandardIn<StandardBrief>

const select = (body: string) => `select s.id, s.item, s.edition, s.slug, s.position, t.version, ${body} as text,
          t.written_by as "writtenBy", t.written_at as "writtenAt", i.revision, i.number, i.printed_at as "printedAt"
     from standards.standard s
     join lateral (select id, version, body, written_by, written_at from standards.text
                    where subject = s.id order by version desc limit 1) t on true
     left join standards.imprint i on i.text = t.id
    where not exists (select from standards.omission o where o.standard = s.id) and not ${isDiscarded('s.edition')}`

/** The long parts stay behind when only a row of a list is asked. */
const brief = `t.body - '{perspectives,howTo,measures,connects,competences,conversation,resident}'::text[]`

/** All standards of all editions, short; the reader leaves out what may not be seen. */
export const briefStandards = statement<BriefStandard>('standards.brief', `${select(brief)} order by s.position`)

/** The standards of one edition with all their words. */
export const standardsOf: (db: Db, edition: string) => Promise<Standard[]> = statement<Standard>(
  'standards.of-edition',
  `${select('t.body')} and s.edition = $1 order by s.position`,
)

/** Every place a slug has stood, with all its words. */
export const standardsBySlug: (db: Db, slug: string) => Promise<Standard[]> = statement<Standard>(
  'standards.by-slug',
  `${select('t.body')} and s.slug = $1`,
)

export interface Pinned {
  item: string
  revision: string
  number: number
  standard: string
  edition: string
  text: StandardText
}

/** The words of a standard as they stood in one revision, also when a newer one has come since. */
export const textAtRevision: (db: Db, revision: string) => Promise<Pinned[]> = statement<Pinned>(
  'standards.at-revision',
  `select i.item, i.revision, i.number, s.id as standard, s.edition, t.body as text
     from standards.imprint i
     join standards.text t on t.id = i.text
     join standards.standard s on s.id = i.subject
    where i.revision = $1
    order by i.printed_at limit 1`,
)
