import { randomUUID } from 'node:crypto'
import type { Db } from '../foundation/db/index.ts'
import { statement } from '../foundation/db/index.ts'
import { type ImpactRow, impactOf, openImpact, openRows } from '../thread/index.ts'
import { type Crosswalk, crosswalksAt } from './crosswalk.store.ts'
import { type CrosswalkText, crosswalkFaults, proposedRows, untrueRows } from './crosswalk.ts'
import { attemptsAt, isDiscarded } from './discard.store.ts'
import type { Edition } from './edition.store.ts'
import type { DraftState, EditionText } from './edition.ts'
import { isWhole } from './standard.form.ts'
import { type Standard, standardsOf } from './standard.store.ts'
import type { StandardText } from './standard.ts'
import { crosswalk, edition, omission, standard } from './standards.tables.ts'
import { addVersion, ordered, sameWords } from './text.store.ts'

interface Writer {
  by: string
  at: Date
}

const OURS = 'Deze vergelijking maakte de redactie van Verankerd.'

/** Begins a new edition as a copy of one that is published: same items, same words, every text at its first version. */
export async function beginDraft(db: Db, from: Edition, year: number, { by, at }: Writer): Promise<string> {
  const id = randomUUID()
  const press = { by, at }
  await db.insert(edition).values({
    id,
    framework: from.framework.id,
    slug: String(year),
    draftedFrom: from.id,
    draftedBy: by,
    createdAt: at,
    attempt: await attemptsAt(db, from.framework.id, String(year)),
  })
  const { dateNote: _, ...before } = from.text
  const text: EditionText = {
    ...before,
    year,
    version: String(year),
    publishedOn: null,
  }
  await addVersion(db, { subject: id, version: 1, body: text }, press)
  for (const { item, slug, position, text } of await standardsOf(db, from.id)) {
    const copy = randomUUID()
    await db.insert(standard).values({ id: copy, edition: id, item, slug, position, createdAt: at })
    await addVersion(db, { subject: copy, version: 1, body: text }, press)
  }
  const way = randomUUID()
  await db.insert(crosswalk).values({ id: way, fromEdition: from.id, toEdition: id })
  await addVersion(db, { subject: way, version: 1, body: await proposal(db, from.id, id) }, press)
  return id
}

async function proposal(db: Db, from: string, to: string): Promise<CrosswalkText> {
  const words = async (id: string) =>
    new Map((await standardsOf(db, id)).map(({ slug, text }) => [slug, ordered(text)]))
  return { ours: OURS, rows: proposedRows(await words(from), await words(to)) }
}

/** Writes the crosswalk anew, as a proposal from what stands in both editions now. */
export async function proposeCrosswalk(db: Db, way: Crosswalk, writer: Writer): Promise<void> {
  await addVersion(
    db,
    {
      subject: way.id,
      version: way.version + 1,
      body: await proposal(db, way.from, way.to),
    },
    writer,
  )
}

/** A new standard in a draft: a new item, at the end of the list. */
export async function addStandard(db: Db, draft: Edition, text: StandardText, writer: Writer): Promise<string> {
  const id = randomUUID()
  const position = (await standardsOf(db, draft.id)).length
  await db.insert(standard).values({
    id,
    edition: draft.id,
    item: randomUUID(),
    slug: text.slug,
    position,
    createdAt: writer.at,
  })
  await addVersion(db, { subject: id, version: 1, body: text }, writer)
  return id
}

/** Leaves a standard out of a draft. Its words stay, so it can come back. */
export async function omitStandard(db: Db, id: string, { by, at }: Writer): Promise<void> {
  await db.insert(omission).values({ standard: id, omittedAt: at, omittedBy: by }).onConflictDoNothing()
}

const restore = statement(
  'standards.restore',
  'delete from standards.omission o using standards.standard s where s.id = o.standard and s.edition = $1 and s.id::text = $2',
)

/** Takes a standard back in. */
export async function restoreStandard(db: Db, { edition, id }: { edition: string; id: string }): Promise<void> {
  await restore(db, edition, id)
}

export interface Omitted {
  id: string
  edition: string
  name: string
  code: string
}

/** What was left out of a draft. */
export const omittedFrom: (db: Db, edition: string) => Promise<Omitted[]> = statement<Omitted>(
  'standards.omitted',
  `select s.id, s.edition, t.body->>'name' as name, t.body->>'code' as code
     from standards.omission o
     join standards.standard s on s.id = o.standard
     join lateral (select body from standards.text where subject = s.id order by version desc limit 1) t on true
    where s.edition = $1 order by s.position`,
)

const takenRows = statement<{ taken: boolean }>(
  'standards.slug-taken',
  `select exists (select from standards.standard s where s.slug = $1 and not ${isDiscarded('s.edition')}) as taken`,
)

/** Whether an address already belongs to a standard, in any edition. */
export async function isTaken(db: Db, slug: string): Promise<boolean> {
  return (await takenRows(db, slug))[0]?.taken ?? false
}

const lock = statement('standards.lock-draft', 'select pg_advisory_xact_lock(hashtextextended($1, 5))')

/** One at a time on one draft: whoever comes second waits, and then sees what the first did. */
export async function lockDraft(db: Db, id: string): Promise<void> {
  await lock(db, id)
}

/** A draft with everything that decides whether it may be published. */
export interface Draft {
  edition: Edition
  standards: Standard[]
  before: Standard[]
  crosswalk: Crosswalk | undefined
  faults: string[]
  /** The items whose published words change or go. */
  touched: string[]
  impact: ImpactRow[]
  state: DraftState
}

const earlierOf = (before: Standard[], item: string) => before.find((standard) => standard.item === item)

/** The standards whose words differ from what they were in the edition the draft came from. */
export function changedStandards(standards: Standard[], before: Standard[]): Standard[] {
  return standards.filter((standard) => !sameWords(standard.text, earlierOf(before, standard.item)?.text))
}

/** The items whose published words change or go when this draft is published. */
function touchedItems(standards: Standard[], before: Standard[]): string[] {
  const changed = changedStandards(standards, before).filter(({ item }) => earlierOf(before, item) !== undefined)
  const dropped = before.filter(({ item }) => !standards.some((standard) => standard.item === item))
  return [...changed, ...dropped].map(({ item }) => item)
}

/** Only a text that was taken over can have gaps: every other one went through the form. */
const unfinishedIn = (standards: Standard[]): string[] =>
  standards.flatMap(({ text }) => (text.validatedBy && !isWhole(text) ? [text.name] : []))

/** Reads a draft whole. With `holdImpact`, nothing new can be tied to its old texts until the transaction ends. */
export async function readDraft(db: Db, edition: Edition, { holdImpact = false } = {}): Promise<Draft> {
  const standards = await standardsOf(db, edition.id)
  const before = edition.draftedFrom ? await standardsOf(db, edition.draftedFrom) : []
  const way = (await crosswalksAt(db, edition.id)).find(
    ({ to, from }) => to === edition.id && from === edition.draftedFrom,
  )
  const slugs = (list: Standard[]) => list.map(({ slug }) => slug)
  const altered = changedStandards(standards, before).map(({ slug }) => slug)
  const faults = way
    ? [...crosswalkFaults(way.text.rows, slugs(before), slugs(standards)), ...untrueRows(way.text.rows, altered)]
    : []
  const items = touchedItems(standards, before)
  const about = { draft: edition.id, items }
  const open = holdImpact ? await openImpact(db, about) : undefined
  const impact = await impactOf(db, about)
  const hands = await handsOn(db, edition.id)
  const changed = items.length > 0 || standards.length !== before.length || edition.version > 1
  return {
    edition,
    standards,
    before,
    crosswalk: way,
    faults,
    touched: items,
    impact,
    state: {
      status: edition.status,
      draftedBy: edition.draftedBy,
      lastHands: hands,
      standards: standards.length,
      consulted: edition.consulted,
      planned: edition.planned,
      changed,
      openImpact: open ?? openRows(impact).length,
      crosswalkFaults: faults.length,
      unfinished: unfinishedIn(standards),
      overtaken: await isOvertaken(db, edition),
    },
  }
}

const successorRows = statement<{ successor: string }>(
  'standards.successor',
  'select successor from standards.replacement where edition = $1',
)

/** Whether another edition took the place of the one this draft came from. */
async function isOvertaken(db: Db, { id, draftedFrom }: Edition): Promise<boolean> {
  const [replaced] = draftedFrom ? await successorRows(db, draftedFrom) : []
  return replaced !== undefined && replaced.successor !== id
}

/** SQL for who last wrote each of the texts of a draft, and who left a standard out; `edition` is SQL for its id. */
export const handsIn = (edition: string): string =>
  `(select distinct on (t.subject) t.written_by as by
      from standards.text t
     where t.subject = ${edition}
        or t.subject in (select id from standards.standard where edition = ${edition})
        or t.subject in (select id from standards.crosswalk where to_edition = ${edition})
     order by t.subject, t.version desc)
   union select o.omitted_by from standards.omission o join standards.standard s on s.id = o.standard
          where s.edition = ${edition}`

const handRows = statement<{ by: string | null }>('standards.hands', handsIn('$1'))

/** Who had the last hand in any part of a draft. */
async function handsOn(db: Db, id: string): Promise<(string | null)[]> {
  return (await handRows(db, id)).map(({ by }) => by)
}
