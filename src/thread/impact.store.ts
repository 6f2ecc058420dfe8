import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { refuse } from '../foundation/http/index.ts'
import type { Draft, ImpactEnd, ImpactOutcome, ImpactRow } from './impact.ts'
import type { Hand } from './link.store.ts'
import type { LinkEnd, LinkKind } from './link.ts'
import { impactDecision } from './thread.tables.ts'
import { keepUtterance, withdrawUtterance } from './utterance.store.ts'

interface EndRow {
  item: string
  word: string
  title: string
  url: string
  number: number
  fictional: boolean
  withdrawn: boolean
}

interface Row {
  link: string
  kind: LinkKind
  from: EndRow
  to: EndRow
  outcome: ImpactOutcome | null
  name: string | null
  reason: string | null
  decided_at: Date | null
}

/** One end of a link as JSON: the item, and the text of the revision that was meant. */
const end = (way: 'from' | 'to') => `
  (select json_build_object('item', item.id, 'word', item.word, 'title', revision.title, 'url', item.url,
     'number', revision.number, 'fictional', item.fictional, 'withdrawn', utterance.withdrawn_at is not null)
   from thread.item join thread.revision on revision.id = link.${way}_revision
   left join thread.utterance on utterance.id = revision.voice
   where item.id = link.${way}_item)`

const pointing = statement<Row>(
  'thread.impact',
  `select link.id as link, link.kind, ${end('from')} as "from", ${end('to')} as "to",
     decision.outcome, name.text as name, reason.text as reason, decision.decided_at
   from thread.link
   join thread.item as target on target.no = link.to_no
   left join thread.impact_decision as decision on decision.link = link.id and decision.draft = $1
   left join thread.utterance as name on name.id = decision.name
   left join thread.utterance as reason on reason.id = decision.reason
   where target.id = any ($2) and link.ended_at = 'infinity' and link.from_item <> all ($2)
   order by link.created_at, link.from_no, link.kind`,
)

/**
 * Everything that points at a text which this draft changes, with what was decided about it. What the draft itself
 * publishes anew is not in it: that brings its own links.
 */
export async function impactOf(db: Db, { draft, items }: Draft): Promise<ImpactRow[]> {
  if (items.length === 0) return []
  return (await pointing(db, draft, items)).map(({ link, kind, from, to, outcome, name, reason, decided_at }) => ({
    link,
    kind,
    from: shown(from),
    to: shown(to),
    decision: outcome && decided_at ? { outcome, name, reason, at: decided_at } : undefined,
  }))
}

const shown = (row: EndRow): ImpactEnd => (row.withdrawn ? { ...row, title: '' } : row)

const hold = statement<{ id: string }>(
  'thread.holdItems',
  'select id from thread.item where id = any ($1) order by no for update',
)

const open = statement<{ count: number }>(
  'thread.openImpact',
  `select count(*)::int as count from thread.link
   join thread.item as target on target.no = link.to_no
   where target.id = any ($2) and link.ended_at = 'infinity' and link.from_item <> all ($2)
     and not exists (select from thread.impact_decision as decision where decision.link = link.id and decision.draft = $1)`,
)

/**
 * How many links still wait for a decision; a draft may be published at 0. Inside the publishing transaction nothing
 * new can be tied to these items between this count and the end.
 */
export async function openImpact(db: Db, { draft, items }: Draft): Promise<number> {
  if (items.length === 0) return 0
  await hold(db, items)
  const [row] = await open(db, draft, items)
  return row?.count ?? 0
}

const earlier = statement<{ name: string; reason: string; standing: boolean }>(
  'thread.decision',
  `select decision.name, decision.reason, true as standing from thread.impact_decision as decision
   where draft = $1 and link = $2 for update`,
)

interface Decided {
  outcome: ImpactOutcome
  name: string
  reason: string
  by: string
  at: Date
}

/**
 * Notes what an editor decided about one link or several, each in a row of its own. Deciding again replaces it, and the words
 * of before are emptied.
 */
export async function decideImpact(
  db: Db,
  draft: Draft,
  decision: Decided & { links: readonly string[] },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const there = new Set((await impactOf(tx, draft)).map(({ link }) => link))
    if (!decision.links.every((link) => there.has(link)))
      refuse(409, 'Een koppeling is intussen veranderd. Bekijk de lijst opnieuw. Er is niets vastgelegd.')
    for (const link of decision.links) await decideOne(tx, draft.draft, link, decision)
  })
}

async function decideOne(tx: Db, draft: string, link: string, decision: Decided): Promise<void> {
  const { outcome, by, at } = decision
  const [before] = await earlier(tx, draft, link)
  // The words of every row are its own, so that each can be taken back.
  const name = (await keepUtterance(tx, { text: decision.name, person: by, at })).id
  const reason = (await keepUtterance(tx, { text: decision.reason, person: by, at })).id
  const words = { outcome, name, reason, decidedAt: at }
  await tx
    .insert(impactDecision)
    .values({ draft, link, ...words })
    .onConflictDoUpdate({ target: [impactDecision.draft, impactDecision.link], set: words })
  if (before) for (const utterance of [before.name, before.reason]) await withdrawUtterance(tx, utterance, at)
}

const moveAccepted = statement<{ id: string }>(
  'thread.moveAccepted',
  `with moved as (
     update thread.link set ended_at = greatest($4, created_at), ended_by = $5
     from thread.impact_decision as decision
     where decision.link = link.id and decision.draft = $1 and decision.outcome = 'accept'
       and link.to_item = $2 and link.to_revision <> $3 and link.ended_at = 'infinity'
     returning link.*
   )
   insert into thread.link (kind, from_no, to_no, from_item, from_revision, to_item, to_revision, created_at, created_by)
   select kind, from_no, to_no, from_item, from_revision, to_item, $3, ended_at, $5 from moved
   returning id`,
)

/** What was accepted now points at the new revision; what must be adapted stays at the old one. */
export async function carryOutImpact(tx: Db, draft: string, to: LinkEnd, { at, by }: Hand): Promise<void> {
  await moveAccepted(tx, draft, to.item, to.revision, at, by)
}
