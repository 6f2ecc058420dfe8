import { type Db, statement as prepared } from '../foundation/db/index.ts'
import { type LinkTo, publishRevision } from '../thread/index.ts'
import { factorAnchor } from './factor.ts'
import type { Hand } from './group.store.ts'
import { groupUrl } from './group.ts'
import { marksUnder } from './mark.store.ts'
import { statementAnchor } from './statement.ts'

interface FactorRow {
  id: string
  name: string
  explanation: string
  item: string | null
  slug: string
  fictional: boolean
}

const factorRow = prepared<FactorRow & Record<string, unknown>>(
  'olympiad.placedFactor',
  `select f.id, f.name, f.explanation, f.item, g.slug, g.fictional
     from olympiad.factor f join olympiad.working_group g on g.id = f.working_group where f.id = $1`,
)
const noteFactor = prepared('olympiad.noteFactorItem', 'update olympiad.factor set item = $2 where id = $1')

/** What went up in this one and stands on the thread, by its place there. */
const before = prepared<{ item: string }>(
  'olympiad.replaced',
  `select distinct coalesce(f.item, s.item) as item from olympiad.lineage l
     left join olympiad.factor f on f.id = l.from_subject left join olympiad.statement s on s.id = l.from_subject
    where l.to_subject = $1 and l.from_subject <> $1 and l.step in ('merged', 'split') and coalesce(f.item, s.item) is not null`,
)

const replaces = async (tx: Db, subject: string): Promise<LinkTo[]> =>
  (await before(tx, subject)).map(({ item }) => ({ kind: 'replaces', item }))

/** Quotes and practices that marks point at, each in the revision that was read; of two, the one read last. */
async function groundsOf(tx: Db, factors: string[]): Promise<LinkTo[]> {
  const marks = await marksUnder(tx, factors)
  const latest = new Map(marks.map(({ item, revision }) => [item, revision]))
  return [...latest].map(([item, revision]) => ({ kind: 'builds on', item, revision }))
}

/** Puts a factor on the thread as it reads now: it builds on the passages and quotes that were marked. */
export async function putFactor(tx: Db, id: string, { by, at }: Hand): Promise<{ item: string; revision: string }> {
  const [row] = await factorRow(tx, id)
  if (!row) throw new Error('There is no such factor.')
  const { name, explanation, slug, fictional } = row
  const marks = await marksUnder(tx, [id])
  const placed = await publishRevision(tx, {
    ...(row.item ? { item: row.item } : {}),
    kind: 'factor',
    title: name,
    summary: explanation,
    body: {
      explanation,
      marks: marks.map(({ item, revision, passage, shows }) => ({ item, revision, passage, shows })),
    },
    url: `${groupUrl({ slug })}#${factorAnchor(row)}`,
    links: [...(await groundsOf(tx, [id])), ...(await replaces(tx, id))],
    fictional,
    text: explanation,
    search: { text: explanation },
    by,
    at,
  })
  if (row.item === null) await noteFactor(tx, id, placed.item)
  return placed
}

interface StatementRow {
  id: string
  item: string | null
  fictional: boolean
  slug: string | null
  version: number
  plain: string
  example: string
  exampleItem: string | null
  professional: string
  factors: string[]
}

const statementRow = prepared<StatementRow & Record<string, unknown>>(
  'olympiad.placedStatement',
  `select s.id, s.item, s.fictional, g.slug, t.version, t.plain, t.example, t.example_item as "exampleItem", t.professional,
      array(select factor from olympiad.statement_factor where statement = s.id order by factor) as factors
     from olympiad.statement s left join olympiad.working_group g on g.id = s.working_group
     join lateral (select * from olympiad.statement_text where statement = s.id order by version desc limit 1) t on true
    where s.id = $1 for update of s`,
)
const noteStatement = prepared('olympiad.noteStatementItem', 'update olympiad.statement set item = $2 where id = $1')
const noteText = prepared(
  'olympiad.noteTextRevision',
  'update olympiad.statement_text set revision = $3 where statement = $1 and version = $2',
)

/** The words of a statement as its fixed link shows them. */
const wordsOf = ({ plain, example, professional }: StatementRow): string =>
  [
    plain,
    ...(example === '' ? [] : [`Bijvoorbeeld: ${example}`]),
    ...(professional === '' ? [] : [`In vaktaal: ${professional}`]),
  ].join('\n\n')

/**
 * Puts a statement on the thread as it reads now. Its factors go there first; it builds on them, and on the quotes and
 * practices under them. `url`: where a statement without a working group is read.
 */
export async function putStatement(
  tx: Db,
  id: string,
  hand: Hand,
  url = '/olympiades',
): Promise<{ item: string; revision: string }> {
  const [row] = await statementRow(tx, id)
  if (!row) throw new Error('There is no such statement.')
  const factors: LinkTo[] = []
  for (const factor of row.factors) {
    const { item, revision } = await putFactor(tx, factor, hand)
    factors.push({ kind: 'builds on', item, revision })
  }
  const placed = await publishRevision(tx, {
    ...(row.item ? { item: row.item } : {}),
    kind: 'statement',
    title: row.plain,
    summary: row.example,
    body: {
      version: row.version,
      plain: row.plain,
      example: row.example,
      exampleItem: row.exampleItem,
      professional: row.professional,
    },
    url: row.slug === null ? url : `${groupUrl({ slug: row.slug })}#${statementAnchor(row)}`,
    links: [...factors, ...(await groundsOf(tx, row.factors)), ...(await replaces(tx, id))],
    fictional: row.fictional,
    text: wordsOf(row),
    search: { text: wordsOf(row) },
    by: hand.by,
    at: hand.at,
  })
  if (row.item === null) await noteStatement(tx, id, placed.item)
  await noteText(tx, id, row.version, placed.revision)
  return placed
}
