/** Twenty thousand published practices, and flyers on as many of them as asked: straight into the tables as the owner. */
import pg, { type Pool } from 'pg'
import { dbOn } from '../src/foundation/db/index.ts'
import type { FlyerBody } from '../src/practices/flyer.ts'
import { type ListingSample, sampleListings, settleSamples } from '../src/practices/listing.sample.ts'

export const BENCH_PRACTICES = 20_000
const SEED = 1

/** The practices of the bench; made again wherever they are needed, for they are the same every time. */
export const benchPractices = (count = BENCH_PRACTICES): ListingSample[] => sampleListings(count, SEED)

/** Lays them once; a bench file that comes later finds them there. */
export async function layPractices(database: string): Promise<void> {
  // Longer than a page may take, and a pool of its own: the rows go in as one transaction.
  const pool = new pg.Pool({ connectionString: database, max: 1, options: '-c statement_timeout=0' })
  try {
    const { rows } = await pool.query<{ laid: boolean }>(
      `select exists (select from practices.practice where slug = 'voorbeeld-${SEED}-${BENCH_PRACTICES}') as laid`,
    )
    if (rows[0]?.laid) return
    await settleSamples(dbOn(pool), benchPractices(), new Date('2026-01-01T12:00:00Z'))
    await pool.query('vacuum analyze practices.listing, practices.practice')
  } finally {
    await pool.end()
  }
}

const flyerOf = ({ title, organisation, line, summary, text }: ListingSample, no: number): FlyerBody => ({
  title,
  organisation,
  place: 'Waterbroek',
  startedOn: '2012-03-01',
  lines: {
    headline: line.slice(0, 90),
    scene: summary.slice(0, 300),
    doing: text.slice(0, 600),
    bringing: text.slice(600, 1_000),
    start: summary.slice(0, 250),
  },
  quote: null,
  picture: {
    drawing: (['tafel', 'stoep', 'bank', 'brug'] as const)[no % 4] ?? 'tafel',
    alt: 'Een tekening.',
    credit: '',
  },
  description: 1,
})

/** Publishes a flyer for each of the first so many practices. */
export async function layFlyers(owner: Pool, count: number): Promise<void> {
  const samples = benchPractices(count)
  await owner.query(
    `insert into practices.flyer_publication (practice, item, revision, body, published_at)
     select one.practice, gen_random_uuid(), gen_random_uuid(), one.body, '2026-01-01'
     from unnest($1::uuid[], $2::jsonb[]) as one (practice, body)`,
    [samples.map(({ practice }) => practice), samples.map((sample, no) => JSON.stringify(flyerOf(sample, no)))],
  )
}
