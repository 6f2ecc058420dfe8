import type { Pool } from 'pg'

/** The shape of the bench graph: layers of equal size, every item on at most `degree` items of the layer below. */
export interface GraphShape {
  items: number
  layers: number
  degree: number
}

/** 100,000 items and 500,000 links, drawn evenly: the shape in which one origin reaches most. */
export const BENCH_GRAPH: GraphShape = { items: 100_000, layers: 6, degree: 6 }

/** Random numbers that are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** For every item from the second layer up: the items of the layer below it rests on, once each. */
export function drawLinks({ items, layers, degree }: GraphShape, roll: () => number): [from: number, to: number][] {
  const size = Math.ceil(items / layers)
  const links: [number, number][] = []
  for (let from = size; from < items; from++) {
    const below = (Math.floor(from / size) - 1) * size
    const chosen = new Set<number>()
    while (chosen.size < degree) chosen.add(below + Math.floor(roll() * size))
    for (const to of chosen) links.push([from, to])
  }
  return links
}

/** The id of the item with this number; its revision has the same one with another beginning. */
export const graphItem = (no: number): string => `aaaaaaaa-0000-4000-8000-${String(no).padStart(12, '0')}`
const graphRevision = (no: number): string => `bbbbbbbb-0000-4000-8000-${String(no).padStart(12, '0')}`

const KINDS = ['quote', 'practice', 'factor', 'statement', 'standard', 'line']
const AT_ONCE = 20_000

/** Far above the numbers of what is really there. */
const BASE = 1_000_000

/** Lays the graph straight into the tables, as the owner: through the door it would take an hour. */
export async function layGraph(
  owner: Pool,
  shape: GraphShape = BENCH_GRAPH,
): Promise<{ items: number; links: number }> {
  const links = drawLinks(shape, dice(42))
  const size = Math.ceil(shape.items / shape.layers)
  const client = await owner.connect()
  try {
    // Foreign keys are the database's own work and not what is measured.
    await client.query(`set session_replication_role = replica; set statement_timeout = 0`)
    await client.query(
      `insert into thread.item (id, no, kind, word, url, latest, created_at) overriding system value
       select ('aaaaaaaa-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${BASE} + n, ($2::text[])[n / $3 + 1],
         ($2::text[])[n / $3 + 1], '/bench/' || n, 1, '2020-01-01'
       from generate_series(0, $1 - 1) as n`,
      [shape.items, KINDS, size],
    )
    await client.query(
      `insert into thread.revision
         (id, item, number, title, summary, text, note, fictional, body, content, fingerprint, published_at)
       select ('bbbbbbbb-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
         ('aaaaaaaa-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'Steen nummer ' || n,
         'Een zin over wat er in deze steen staat en waarom dat van belang is voor het werk.', repeat('tekst ', 40), '',
         false, '{}', md5(n::text), md5(n::text), '2020-01-01'
       from generate_series(0, $1 - 1) as n`,
      [shape.items],
    )
    for (let start = 0; start < links.length; start += AT_ONCE) {
      const part = links.slice(start, start + AT_ONCE)
      await client.query(
        `insert into thread.link (kind, from_no, to_no, from_item, from_revision, to_item, to_revision, created_at)
         select 'builds on', x.f, x.t, x.fi, x.fr, x.ti, x.tr, '2020-01-01'
         from unnest($1::int[], $2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) as x (f, t, fi, fr, ti, tr)`,
        [
          part.map(([from]) => BASE + from),
          part.map(([, to]) => BASE + to),
          part.map(([from]) => graphItem(from)),
          part.map(([from]) => graphRevision(from)),
          part.map(([, to]) => graphItem(to)),
          part.map(([, to]) => graphRevision(to)),
        ],
      )
    }
    await client.query('set session_replication_role = origin')
    // What autovacuum does on its own within a minute: without it the covering indexes still ask the table.
    await client.query('vacuum analyze thread.item, thread.revision, thread.link')
  } finally {
    client.release(true)
  }
  return { items: shape.items, links: links.length }
}
