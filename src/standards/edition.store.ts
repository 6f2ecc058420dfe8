import { dutchDay } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { isDiscarded } from './discard.store.ts'
import {
  type EditionEvents,
  type EditionStatus,
  type EditionText,
  isPlanned,
  statusOf,
  wasConsulted,
} from './edition.ts'
import { editionUrl, type FrameworkText } from './framework.ts'

export interface Consultation {
  id: string
  opensOn: string
  closesOn: string
  question: string
}

/** An edition as it is known today: its words, its framework and everything that happened to it. */
export interface Edition {
  id: string
  slug: string
  text: EditionText
  version: number
  framework: {
    id: string
    slug: string
    text: FrameworkText
    fictional: boolean
  }
  status: EditionStatus
  revision: string | null
  number: number | null
  printedAt: Date | null
  publishedAt: Date | null
  draftedFrom: string | null
  draftedBy: string | null
  successor: string | null
  consultations: Consultation[]
  /** A consultation was held and is over. */
  consulted: boolean
  /** A consultation has yet to begin. */
  planned: boolean
  /** Where the words are that say why it was published without a consultation. */
  waiver: string | null
  url: string
}

interface Row {
  id: string
  slug: string
  text: EditionText
  version: number
  framework: string
  framework_slug: string
  framework_text: FrameworkText
  fictional: boolean
  revision: string | null
  number: number | null
  printed_at: Date | null
  published_at: Date | null
  drafted_from: string | null
  drafted_by: string | null
  successor: string | null
  consultations: Consultation[]
  waiver: string | null
}

const editionRows = statement<Row>(
  'standards.editions',
  `select e.id, e.slug, e.drafted_from, e.drafted_by, t.body as text, t.version, i.revision, i.number, i.printed_at,
          f.id as framework, f.slug as framework_slug, f.fictional, ft.body as framework_text,
          p.published_at, r.successor, w.utterance as waiver,
          (select coalesce(json_agg(json_build_object('id', c.id, 'opensOn', c.opens_on, 'closesOn', c.closes_on,
                  'question', c.question) order by c.opened_at), '[]'::json)
             from standards.consultation c where c.edition = e.id
              and not exists (select from standards.consultation_withdrawal w where w.consultation = c.id)) as consultations
     from standards.edition e
     join standards.framework f on f.id = e.framework
     join lateral (select body, version, id from standards.text where subject = e.id order by version desc limit 1) t on true
     join lateral (select body from standards.text where subject = f.id order by version desc limit 1) ft on true
     left join standards.imprint i on i.text = t.id
     left join standards.publication p on p.edition = e.id
     left join standards.replacement r on r.edition = e.id
     left join standards.waiver w on w.edition = e.id
    where not ${isDiscarded('e.id')}
    order by (t.body->>'year')::int desc, e.created_at desc, e.slug desc`,
)

function editionOf(row: Row, today: string): Edition {
  const events: EditionEvents = {
    published: row.published_at !== null,
    replaced: row.successor !== null,
    consultations: row.consultations,
  }
  return {
    id: row.id,
    slug: row.slug,
    text: row.text,
    version: row.version,
    framework: {
      id: row.framework,
      slug: row.framework_slug,
      text: row.framework_text,
      fictional: row.fictional,
    },
    status: statusOf(events, today),
    revision: row.revision,
    number: row.number,
    printedAt: row.printed_at,
    publishedAt: row.published_at,
    draftedFrom: row.drafted_from,
    draftedBy: row.drafted_by,
    successor: row.successor,
    consultations: row.consultations,
    consulted: wasConsulted(row.consultations, today),
    planned: row.consultations.some((consultation) => isPlanned(consultation, today)),
    waiver: row.waiver,
    url: editionUrl(row.framework_slug, row.slug),
  }
}

/** The words of an edition as they stood in one revision. */
export const editionAtRevision: (db: Db, revision: string) => Promise<{ text: EditionText }[]> = statement<{
  text: EditionText
}>(
  'standards.edition-at-revision',
  `select t.body as text from standards.imprint i join standards.text t on t.id = i.text
    where i.revision = $1 order by i.printed_at limit 1`,
)

/** Every edition, drafts included, those thrown away not, newest first. There are few: a list per framework and a version per year. */
export async function editions(db: Db, now: Date): Promise<Edition[]> {
  const today = dutchDay(now)
  return (await editionRows(db)).map((row) => editionOf(row, today))
}
