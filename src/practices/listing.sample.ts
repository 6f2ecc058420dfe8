import { createHash } from 'node:crypto'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { GEMEENTEN, provinceOf } from '../foundation/gemeente.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { itemId, publishRevision } from '../thread/index.ts'
import { STANDINGS } from './listing.ts'
import { PEOPLE_GROUPS } from './people-group.ts'

/** Numbers that look like chance and are the same every time (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const THEMES = ['sociale-cohesie', 'sociaal-isolement', 'participatie', 'mantelzorg', 'jonge-ouders', 'geldzorgen']
const FIELDS = ['leefbaarheid', 'jeugd', 'informatie', 'vrijwilligers', 'meedoen', 'voorzieningen', 'opvang', 'ggz']
const KINDS = ['care', 'welfare', 'shelter', 'municipality', 'education'] as const
const RECOGNITIONS = ['Goed Beschreven', 'Goed Onderbouwd', 'Effectief']
const WHAT = ['Buurttafel', 'Maatjesproject', 'Huiskamer', 'Wandelgroep', 'Tuin', 'Leerkring', 'Inloop', 'Repaircafé']
const WHOM = ['ouderen', 'jongeren', 'mantelzorgers', 'nieuwkomers', 'ouders', 'vrijwilligers', 'buren', 'gezinnen']
const ABOUT =
  `samen eten praten luisteren vertrouwen buurt wijk dorp straat huisbezoek vrijwilliger beroepskracht gesprek
  netwerk steun vraag aanbod eigen kracht regie contact ontmoeting begeleiding ervaring training bijeenkomst plan
  evaluatie gemeente subsidie samenwerking huisarts school werk inkomen schulden wonen gezondheid bewegen koken muziek
  taal cultuur natuur tuin koffie middag avond week maand seizoen drempel schaamte verlies rouw zorg aandacht tijd`.split(
    /\s+/,
  )

const uuid = (of: string): string =>
  createHash('sha1')
    .update(of)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')

/** A published practice that was never there: what the bank keeps of it. */
export interface ListingSample {
  practice: string
  item: string
  slug: string
  title: string
  line: string
  summary: string
  text: string
  theme: string
  fields: string[]
  people: string[]
  gemeente: string
  province: string
  organisation: string
  organisation_kind: string
  year: number
  standing: string
  recognitions: string[]
  fictional: boolean
  published_at: string
}

/** As many fictional practices as asked, the same ones for the same seed. About one in twenty is about loneliness. */
export function sampleListings(count: number, seed = 1): ListingSample[] {
  const next = chance(seed)
  const one = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const some = <T>(from: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, () => one(from))),
  ]
  const sentences = (many: number) =>
    Array.from({ length: many }, () => `${Array.from({ length: 12 }, () => one(ABOUT)).join(' ')}.`).join(' ')
  return Array.from({ length: count }, (_, at) => {
    const gemeente = one(GEMEENTEN)
    const whom = one(WHOM)
    const lonely = next() < 0.05
    const title = `${one(WHAT)} ${lonely ? 'tegen eenzaamheid' : `voor ${whom}`} ${gemeente.name} ${at + 1}`
    return {
      practice: uuid(`practice ${seed} ${at}`),
      item: itemId('practice', `sample-${seed}-${at}`),
      slug: `voorbeeld-${seed}-${at + 1}`,
      title,
      line: `Mensen uit ${gemeente.name} komen elke week bij elkaar, met ${whom} en een vaste begeleider.`,
      summary: sentences(5),
      text: sentences(25),
      theme: one(THEMES),
      fields: some(FIELDS, 3),
      people: some(PEOPLE_GROUPS, 3).map(({ slug }) => slug),
      gemeente: gemeente.code,
      province: provinceOf(gemeente.code),
      organisation: `Stichting ${one(WHAT)} ${gemeente.name}`,
      organisation_kind: one(KINDS),
      year: 2008 + Math.floor(next() * 18),
      standing: next() < 0.7 ? 'running' : one(STANDINGS),
      recognitions: next() < 0.1 ? [one(RECOGNITIONS)] : [],
      fictional: true,
      published_at: new Date(Date.UTC(2009, 0, 1) + Math.floor(next() * 6_000) * 86_400_000).toISOString(),
    }
  })
}

const BATCH = 250

const WORDS: Record<string, string> = {
  'sociale-cohesie': 'Samenleven in wijk, buurt en dorp',
  'sociaal-isolement': 'Mensen die er alleen voor staan',
  participatie: 'Meedoen als het leven tegenzit',
  mantelzorg: 'Zorgen voor een ander',
  'jonge-ouders': 'Jong en vader of moeder',
  geldzorgen: 'Geldzorgen',
}

/**
 * Puts samples in the bank as if they were published: straight into the rows, and the first on the thread as well, so
 * that every word of them is known to the search.
 */
export async function settleSamples(db: Db, samples: ListingSample[], now: Date): Promise<void> {
  const call = uuid('call of the samples')
  await inTransaction(db, async (tx) => {
    await tx.$client.query(
      `insert into practices.criteria_edition (slug, title, year, source, ours) values ('voorbeeld', 'Voorbeeld', 2026, '', '')
       on conflict do nothing`,
    )
    await tx.$client.query(
      `insert into practices.call (id, slug, year, title, intro, contact, opens_on, closes_on, criteria, vocabulary, source, fictional)
       values ($1, 'voorbeeldoproep', 2026, 'Voorbeeldoproep', '', '', '2026-01-01', '2026-02-01', 'voorbeeld', 'voorbeeld', '', true)
       on conflict do nothing`,
      [call],
    )
    await tx.$client.query(
      `insert into practices.theme (call, position, slug, name, explanation)
       select $1, at, slug, name, '' from unnest($2::text[], $3::text[]) with ordinality as one (slug, name, at)
       on conflict do nothing`,
      [call, THEMES, THEMES.map((slug) => WORDS[slug] ?? slug)],
    )
    for (let from = 0; from < samples.length; from += BATCH)
      await settleBatch(tx, call, samples.slice(from, from + BATCH))
    for (const sample of samples.slice(0, 60)) {
      const { item, title, line: summary, text, slug } = sample
      await publishRevision(tx, {
        ...{ item, title, summary, body: {}, url: `/praktijken/${slug}`, by: null, at: now, fictional: true },
        kind: 'practice',
        search: { text: `${text} ${ABOUT.join(' ')}` },
      })
    }
    await contentChanged(tx)
  })
  await db.$client.query('analyze practices.listing')
}

async function settleBatch(tx: Db, call: string, samples: ListingSample[]): Promise<void> {
  const rows = JSON.stringify(samples)
  await tx.$client.query(
    `insert into practices.practice (id, slug, call, title, line, organisation, organisation_kind, gemeente, started_on,
       fields, people, fictional, item, created_at)
     select practice, slug, $2, title, line, organisation, organisation_kind, gemeente, '2008-01-01', fields, people,
       fictional, item, published_at
     from jsonb_to_recordset($1::jsonb) as one (practice uuid, slug text, title text, line text, organisation text,
       organisation_kind text, gemeente text, fields text[], people text[], fictional boolean, item uuid,
       published_at timestamptz)`,
    [rows, call],
  )
  await tx.$client.query(
    `insert into practices.listing (practice, item, slug, title, line, summary, text, theme, fields, people, gemeente,
       province, organisation, organisation_kind, year, standing, recognitions, fictional, published_at, updated_at)
     select practice, item, slug, title, line, summary, text, theme, fields, people, gemeente, province, organisation,
       organisation_kind, year, standing, recognitions, fictional, published_at, published_at
     from jsonb_to_recordset($1::jsonb) as one (practice uuid, item uuid, slug text, title text, line text, summary text,
       text text, theme text, fields text[], people text[], gemeente text, province text, organisation text,
       organisation_kind text, year integer, standing text, recognitions text[], fictional boolean,
       published_at timestamptz)`,
    [rows],
  )
}
