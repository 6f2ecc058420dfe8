import { eq, sql } from 'drizzle-orm'
import { type Db, statement } from '../foundation/db/index.ts'
import type { Nomination, NominationBodies } from './nomination.ts'
import { freeSlug, type Practice, type PracticeHead } from './practice.ts'
import { practice } from './practices.tables.ts'

const COLUMNS = `id, slug, nomination, call, theme, title, line, organisation, organisation_kind as "organisationKind",
  gemeente, to_char(started_on, 'YYYY-MM-DD') as "startedOn", fields, people, owner, owner_mail as "ownerMail", fictional,
  item, version, created_at as "createdAt"`

const bySlug = statement<Practice & Record<string, unknown>>(
  'practices.practice',
  `select ${COLUMNS} from practices.practice where slug = $1`,
)
const byId = statement<Practice & Record<string, unknown>>(
  'practices.practiceById',
  `select ${COLUMNS} from practices.practice where id = $1`,
)
const byNomination = statement<Practice & Record<string, unknown>>(
  'practices.practiceOf',
  `select ${COLUMNS} from practices.practice where nomination = $1`,
)

/** A practice by its address. */
export async function readPractice(db: Db, slug: string): Promise<Practice | undefined> {
  return (await bySlug(db, slug))[0]
}

/** A practice by id. */
export async function readPracticeById(db: Db, id: string): Promise<Practice | undefined> {
  return (await byId(db, id))[0]
}

/** The practice that a nomination became. */
export async function practiceOf(db: Db, nomination: string): Promise<Practice | undefined> {
  return (await byNomination(db, nomination))[0]
}

const hold = statement('practices.holdPractice', 'select from practices.practice where id = $1 for update')

/** Holds a practice, so that two who work on it at one moment follow each other. */
export async function holdPractice(db: Db, id: string): Promise<void> {
  await hold(db, id)
}

const slugRows = statement<{ slug: string }>(
  'practices.slugsLike',
  `select slug from practices.practice where slug like $1 || '%'`,
)
const themeRows = statement<{ id: string }>(
  'practices.themeOf',
  'select id from practices.theme where call = $1 and slug = $2',
)
const themeSlugs = statement<{ slug: string }>('practices.themeSlug', 'select slug from practices.theme where id = $1')

/** The slug of a theme; '' for a practice that has none. */
export async function themeSlug(db: Db, theme: string | null): Promise<string> {
  return theme === null ? '' : ((await themeSlugs(db, theme))[0]?.slug ?? '')
}

const slugLock = statement('practices.slugLock', 'select pg_advisory_xact_lock(4019610)')

/** Makes the practice of a nomination that was chosen; once: the same nomination gives the same practice. */
export async function createPractice(db: Db, nomination: Nomination, { at }: { at: Date }): Promise<Practice> {
  await slugLock(db)
  const known = await practiceOf(db, nomination.id)
  if (known) return known
  const { name, organisation, start, theme, fields } = wordsOf(nomination)
  return addPractice(db, {
    nomination: nomination.id,
    call: nomination.call.id,
    theme: (await themeRows(db, nomination.call.id, theme.theme))[0]?.id ?? null,
    title: name.title,
    line: name.line,
    organisation: organisation.name,
    organisationKind: organisation.kind === '' ? 'welfare' : organisation.kind,
    gemeente: organisation.gemeente,
    startedOn: start.startedOn,
    fields: fields.fields,
    people: theme.people,
    owner: nomination.startedBy,
    ownerMail: organisation.mail === '' ? null : organisation.mail,
    fictional: nomination.fictional,
    createdAt: at,
  })
}

/** What was judged is what was sent last, not what stands on the pages now. */
function wordsOf({ submissions, sections }: Nomination): NominationBodies {
  const sent = submissions.at(-1)?.body.sections
  if (sent) return sent
  const bodies = Object.entries(sections).map(([name, { body }]) => [name, body])
  return Object.fromEntries(bodies) as NominationBodies
}

/** Puts a practice in place under an address that is free. */
export async function addPractice(db: Db, head: Omit<Practice, 'id' | 'slug' | 'item' | 'version'>): Promise<Practice> {
  const taken = await slugRows(db, freeSlug(head.title, new Set()).replace(/-2$/, ''))
  const slug = freeSlug(head.title, new Set(taken.map((row) => row.slug)))
  const [row] = await db
    .insert(practice)
    .values({ ...head, slug })
    .returning({ id: practice.id })
  const made = row && (await readPracticeById(db, row.id))
  if (!made) throw new Error('The practice that was just made is gone.')
  return made
}

/** Mends the head facts of a practice; false when someone else was first. */
export async function savePractice(db: Db, id: string, version: number, head: PracticeHead): Promise<boolean> {
  const saved = await db
    .update(practice)
    .set({ ...head, version: sql`${practice.version} + 1` })
    .where(sql`${practice.id} = ${id} and ${practice.version} = ${version}`)
    .returning({ id: practice.id })
  return saved.length > 0
}

/** Notes where on the thread a practice stands. */
export async function setPracticeItem(db: Db, id: string, item: string): Promise<void> {
  await db.update(practice).set({ item }).where(eq(practice.id, id))
}

/** A practice on the desk, with how far it is. */
export interface PracticeInMaking {
  slug: string
  title: string
  organisation: string
  fictional: boolean
  /** Number of the newest version of its description, 0 when there is none. */
  number: number
  offeredAt: Date | null
  agreedAt: Date | null
  publishedAt: Date | null
  flyerAt: Date | null
}

const makingRows = statement<PracticeInMaking>(
  'practices.inMaking',
  `select p.slug, p.title, p.organisation, p.fictional, coalesce(d.number, 0) as number, o.offered_at as "offeredAt",
     a.agreed_at as "agreedAt", u.published_at as "publishedAt", f.published_at as "flyerAt"
   from (select one.*, one.item is null or exists (select from practices.description x where x.practice = one.id
       and not exists (select from practices.description_publication y where y.description = x.id)) as making
     from practices.practice one order by making desc, created_at desc, id limit $1 offset $2) as p
   left join lateral (select id, number from practices.description where practice = p.id
     order by number desc limit 1) as d on true
   left join lateral (select id, offered_at from practices.description_offer where description = d.id
     order by offered_at desc limit 1) as o on true
   left join practices.description_agreement a on a.offer = o.id
   left join practices.description_publication u on u.description = d.id
   left join lateral (select published_at from practices.flyer_publication where practice = p.id
     order by no desc limit 1) as f on true
   order by p.making desc, p.created_at desc, p.id`,
)

const countRows = statement<{ count: number }>(
  'practices.count',
  'select count(*)::int as count from practices.practice',
)

/** How many practices there are, published or not. */
export const countPractices = async (db: Db): Promise<number> => (await countRows(db))[0]?.count ?? 0

/** The practices of the desk, what is being worked on first, newest first: at most `most` after the first `skip`. */
export const practicesInMaking = (
  db: Db,
  { most, skip }: { most: number; skip: number },
): Promise<PracticeInMaking[]> => makingRows(db, most, skip)

const standingRows = statement<{ standing: 'running' | 'changed' | 'stopped' | 'unconfirmed' }>(
  'practices.standingOf',
  'select standing from practices.listing where practice = $1',
)

/** Whether a published practice has stopped: its documents say so. */
export async function hasStopped(db: Db, id: string): Promise<boolean> {
  return (await standingRows(db, id))[0]?.standing === 'stopped'
}
