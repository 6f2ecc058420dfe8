import { type Db, statement } from '../foundation/db/index.ts'
import { holdsAt } from './item.store.ts'
import type { LinkKind } from './link.ts'
import { type Direction, FIRST_STOPS, MOST_COUNTED, MOST_STOPS, type Origin, type OriginStop } from './origin.ts'

/**
 * The whole graph in one direction, as one recursive query. Every round takes all items at one distance at once: their
 * neighbours come out of a covering index, what was seen before is taken off (so a circle ends it), and the round is
 * kept as one array. Only the first stops get a text; the rest is counted.
 */
function walk(near: 'from' | 'to', far: 'from' | 'to'): string {
  return `
with recursive walk (depth, frontier, seen) as (
  select 0, array[no], array[no] from thread.item where id = $1
  union all
  select walk.depth + 1, round.frontier, walk.seen || round.frontier
  from walk, lateral (
    select array_agg(no) as frontier from (
      select ${far}_no as no from thread.link
      where ${near}_no = any (walk.frontier) and created_at <= $2 and ended_at > $2
      except
      select unnest(walk.seen)
    ) as fresh
  ) as round
  where round.frontier is not null and walk.depth < $4 and cardinality(walk.seen) <= ${MOST_COUNTED}
),
counted as (select max(cardinality(seen)) - 1 as total from walk),
shown as materialized (
  select walk.depth, newest.no
  from walk, lateral (
    select no from unnest(walk.frontier) as no
    order by no desc limit greatest(0, $3 + 1 + cardinality(walk.frontier) - cardinality(walk.seen))
  ) as newest
),
steps as materialized (
  select link.${far}_no as no, shown.depth + 1 as depth, link.kind, link.${near}_item as via,
    link.${far}_revision as revision
  from shown
  join thread.link on link.${near}_no = shown.no and link.created_at <= $2 and link.ended_at > $2
  where shown.depth < (select max(depth) from shown)
),
tied as materialized (
  select distinct on (no) no, depth, steps.kind, steps.via, steps.revision
  from steps join shown using (no, depth)
  order by no, steps.kind, steps.via
)
select counted.total::int, tied.depth, item.id, item.kind, item.word, item.url, item.fictional, item.latest,
  revision.number, revision.title, revision.summary, revision.note, revision.dated, revision.published_at as date,
  tied.via, tied.kind as via_kind, utterance.text as spoken, utterance.withdrawn_at is not null as withdrawn
from counted
left join tied on true
left join thread.item on item.no = tied.no
left join thread.revision on revision.id = tied.revision
left join thread.utterance on utterance.id = revision.voice
order by tied.depth, revision.published_at desc, item.no desc`
}

interface StopRow extends Omit<OriginStop, 'via'> {
  total: number
  id: string
  via: string
  via_kind: LinkKind
  spoken: string | null
}

/** However far it goes. */
const ALL_THE_WAY = MOST_COUNTED

const walkUp = statement<StopRow>('thread.upstream', walk('from', 'to'))
const walkDown = statement<StopRow>('thread.downstream', walk('to', 'from'))

/**
 * Where an item comes from and what was built on it, all the way, as it stood at `at`. Shows the nearest stops of each
 * direction (50 unless told, never more than 500) and counts the rest.
 */
export async function origin(
  db: Db,
  item: string,
  { at, stops = FIRST_STOPS }: { at: Date; stops?: number },
): Promise<Origin | undefined> {
  const shown = Math.min(stops, MOST_STOPS)
  // The walks first: where there are fewer connections than questions, the small one waits and not a long one.
  const [up, down, start] = await Promise.all([
    walkUp(db, item, at, shown, ALL_THE_WAY),
    walkDown(db, item, at, shown, ALL_THE_WAY),
    holdsAt(db, item, at),
  ])
  return start && { ...start, at, upstream: direction(up), downstream: direction(down) }
}

/** What was built directly on an item, as it stood at `at`: the newest 50 of it, and a count of the rest. */
export async function builtOn(db: Db, item: string, { at }: { at: Date }): Promise<Direction> {
  return direction(await walkDown(db, item, at, FIRST_STOPS, 1))
}

function direction(rows: StopRow[]): Direction {
  const total = rows[0]?.total ?? 0
  return { stops: rows.filter((row) => row.id !== null).map(stop), total, more: total >= MOST_COUNTED }
}

function stop(row: StopRow): OriginStop {
  const { id, kind, word, url, fictional, latest, depth, number, title, summary, note, date, dated, withdrawn } = row
  const via = { item: row.via, kind: row.via_kind }
  const said = withdrawn ? '' : (row.spoken ?? summary)
  return {
    id,
    kind,
    word,
    url,
    fictional,
    latest,
    depth,
    number,
    title,
    summary: said,
    note,
    date,
    dated,
    withdrawn,
    via,
  }
}
