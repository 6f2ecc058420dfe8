import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { carriedOver, type LinkEnd, type LinkKind, type LinkTo, linkChange, type Standing } from './link.ts'

/** Who ties or unties, and when. */
export interface Hand {
  at: Date
  by: string | null
}

interface StandingRow {
  id: string
  kind: LinkKind
  to: string
  toRevision: string
}

const standingFrom = statement<StandingRow>(
  'thread.standing',
  `select id, kind, to_item as "to", to_revision as "toRevision" from thread.link
   where from_no = $1 and ended_at = 'infinity' order by created_at, id`,
)
const endAll = statement<{ id: string }>(
  'thread.endLinks',
  `update thread.link set ended_at = greatest($2, created_at), ended_by = $3 where id = any ($1) and ended_at = 'infinity' returning id`,
)

// A revision that is not named is the newest one; a link to something unpublished finds no row, and that is a fault.
const insertLink = statement<{ id: string }>(
  'thread.insertLink',
  `insert into thread.link (kind, from_no, to_no, from_item, from_revision, to_item, to_revision, created_at, created_by)
   select $1, source.no, target.no, source.id, $3, target.id, revision.id, $6, $7
   from thread.item as source, thread.item as target
   join thread.revision on revision.item = target.id and coalesce(revision.id = $5, revision.number = target.latest)
   where source.id = $2 and target.id = $4
   returning id`,
)

async function begin(tx: Db, from: LinkEnd, { kind, item, revision }: LinkTo, { at, by }: Hand): Promise<string> {
  const [row] = await insertLink(tx, kind, from.item, from.revision, item, revision ?? null, at, by)
  if (row === undefined) throw new Error(`Nothing can rest on item ${item}: it was not published.`)
  return row.id
}

/** Ties the links of a new revision. What is not said, is carried over from the revision before. */
export async function renewLinks(
  tx: Db,
  from: LinkEnd & { no: number },
  wished: LinkTo[] | undefined,
  hand: Hand,
): Promise<void> {
  const standing = await standingFrom(tx, from.no)
  if (standing.length > 0)
    await endAll(
      tx,
      standing.map(({ id }) => id),
      hand.at,
      hand.by,
    )
  for (const one of distinct(wished ?? carriedOver(standing))) await begin(tx, from, one, hand)
}

/** Brings the links of an unchanged text to what is wished; true when something changed. */
export async function changeLinks(
  tx: Db,
  from: LinkEnd & { no: number },
  wished: LinkTo[],
  hand: Hand,
): Promise<boolean> {
  const standing: Standing[] = await standingFrom(tx, from.no)
  const change = linkChange(standing, distinct(wished))
  if (change.end.length > 0)
    await endAll(
      tx,
      change.end.map(({ id }) => id),
      hand.at,
      hand.by,
    )
  for (const one of change.begin) await begin(tx, from, one, hand)
  return change.end.length + change.begin.length > 0
}

const distinct = (links: LinkTo[]): LinkTo[] => [
  ...new Map(links.map((one) => [`${one.kind} ${one.item}`, one])).values(),
]

/** Ties two revisions: `from` rests on `to`. The same tie twice is one. */
export async function link(
  db: Db,
  { kind, from, to, at, by }: { kind: LinkKind; from: LinkEnd; to: LinkEnd } & Hand,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    // Held, so that two who tie the same at one moment follow each other, and the second finds the tie.
    await holdSource(tx, from.item)
    const [row] = await sameLink(tx, from.item, to.item, kind)
    if (row?.toRevision === to.revision) return { id: row.id }
    if (row) await endAll(tx, [row.id], at, by)
    const id = await begin(tx, from, { kind, ...to }, { at, by })
    await contentChanged(tx)
    return { id }
  })
}

const holdSource = statement('thread.holdSource', 'select from thread.item where id = $1 for no key update')

const sameLink = statement<StandingRow>(
  'thread.sameLink',
  `select link.id, link.kind, to_item as "to", to_revision as "toRevision" from thread.link
   join thread.item as source on source.no = from_no join thread.item as target on target.no = to_no
   where source.id = $1 and target.id = $2 and link.kind = $3 and ended_at = 'infinity'`,
)

/** Ends a link; origins at an earlier date still show it. False when there was none, or it had ended. */
export async function endLink(db: Db, id: string, { at, by }: Hand): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const ended = (await endAll(tx, [id], at, by)).length > 0
    if (ended) await contentChanged(tx)
    return ended
  })
}
