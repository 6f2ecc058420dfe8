import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { inDutch } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { practicesToStudy, themesOfYear } from '../practices/index.ts'
import { itemId, publishRevision, readItems, utterances } from '../thread/index.ts'
import {
  type Bundle,
  type BundleOlympiad,
  type BundleStatement,
  bundleUrl,
  isFictional,
  type YearFacts,
  yearLine,
} from './bundle.ts'
import { changesFor } from './change-proposal.store.ts'
import { changeSentence } from './change-proposal.ts'
import { readCharter } from './charter.store.ts'
import { olympiads } from './olympiad.store.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { bundle } from './outcome.tables.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import { groupName } from './standing.ts'
import { lastVerdicts, type VerdictRow, verdictUrl } from './verdict.store.ts'
import { basisWords, otherwise, outcomeWords } from './verdict.ts'

type Row = Bundle & Record<string, unknown>

const COLUMNS = 'select year, foreword, version, published_at as "publishedAt" from olympiad.bundle'
const ofYear = statement<Row>('olympiad.bundle', `${COLUMNS} where year = $1`)
const published = statement<Row>('olympiad.bundles', `${COLUMNS} where published_at is not null order by year desc`)

/** The bundle of a year, also when only its foreword was begun. */
export const readBundle = async (db: Db, year: number): Promise<Bundle | undefined> => (await ofYear(db, year))[0]

/** Every bundle that was published, newest first. */
export const publishedBundles: (db: Db) => Promise<Bundle[]> = published

/** The years of these bundles of which everything is made up. */
export async function fictionalYears(db: Db, bundles: readonly Bundle[]): Promise<Set<number>> {
  const placeOf = ({ year }: Bundle) => itemId('bundle', String(year))
  const items = await readItems(db, bundles.map(placeOf))
  return new Set(bundles.filter((one) => items.get(placeOf(one))?.fictional).map(({ year }) => year))
}

/** The years in which an Olympiade ended, newest first: each can have a bundle. */
export const bundleYears = async (db: Db): Promise<number[]> =>
  [...new Set((await ended(db)).map(({ year }) => year))].toSorted((one, other) => other - one)

const ended = async (db: Db): Promise<Olympiad[]> =>
  (await olympiads(db)).filter(({ item, finishedAt }) => item !== null && finishedAt !== null)

/** Who writes or publishes, and when. */
interface Hand {
  by: string
  at: Date
}

/**
 * Writes the foreword on top of the version that was read; of a bundle that was published it is a new revision on the
 * thread. False when a colleague was first.
 */
export async function writeForeword(
  db: Db,
  { year, foreword, version }: { year: number; foreword: string; version: number },
  hand: Hand,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const rows = await keepForeword(tx, { year, foreword, version })
    if (rows.some(({ publishedAt }) => publishedAt !== null)) await placeBundle(tx, year, hand)
    await contentChanged(tx)
    return rows.length > 0
  })
}

async function keepForeword(db: Db, { year, foreword, version }: { year: number; foreword: string; version: number }) {
  return version === 0
    ? await db
        .insert(bundle)
        .values({ year, foreword })
        .onConflictDoNothing()
        .returning({ publishedAt: bundle.publishedAt })
    : await db
        .update(bundle)
        .set({ foreword, version: version + 1 })
        .where(and(eq(bundle.year, year), eq(bundle.version, version)))
        .returning({ publishedAt: bundle.publishedAt })
}

/** Publishes the bundle of a year whose foreword is written, and puts it on the thread; twice is once. */
export async function publishBundle(db: Db, year: number, { by, at }: Hand): Promise<void> {
  await inTransaction(db, async (tx) => {
    const rows = await tx
      .update(bundle)
      .set({ publishedBy: by, publishedAt: at })
      .where(and(eq(bundle.year, year), isNull(bundle.publishedAt), isNotNull(bundle.foreword)))
      .returning({ year: bundle.year })
    if (rows.length > 0) await placeBundle(tx, year, { by, at })
    await contentChanged(tx)
  })
}

/** The bundle on the thread: it rests on the verdicts of its year, as they read now. */
async function placeBundle(tx: Db, year: number, { by, at }: Hand): Promise<void> {
  const facts = await yearFacts(tx, year)
  const foreword = (await readBundle(tx, year))?.foreword ?? ''
  const verdicts: string[] = []
  for (const { olympiad } of facts.olympiads)
    for (const { item } of await lastVerdicts(tx, olympiad.id)) if (item !== null) verdicts.push(item)
  const placed = await publishRevision(tx, {
    item: itemId('bundle', String(year)),
    kind: 'bundle',
    title: `Bundel ${year}`,
    summary: yearLine(facts),
    body: { year, foreword, statements: verdicts.length },
    url: bundleUrl(year),
    links: verdicts.toSorted().map((item) => ({ kind: 'builds on', item })),
    fictional: isFictional(facts),
    search: { text: foreword },
    by,
    at,
  })
  await tx.update(bundle).set({ item: placed.item }).where(eq(bundle.year, year))
}

// Whoever answered otherwise than "nodig" and was let through, in any round of an Olympiade.
const dissentRows = statement<{ statement: string; role: string; utterance: string }>(
  'olympiad.bundle.dissent',
  `select n.statement, n.role, n.utterance from olympiad.reason n
   join olympiad.round r on r.id = n.round
   join olympiad.moderation m on m.subject = n.id and m.outcome = 'passed'
   where r.olympiad = $1 and ${otherwise('n')} order by r.number desc, n.id`,
)

/** Everything of one calendar year, as it reads now: words that were taken back are gone from it. */
export async function yearFacts(db: Db, year: number): Promise<YearFacts> {
  const all = (await ended(db)).filter((one) => one.year === year)
  const practices = await practicesToStudy(db, year, year)
  // One after the other: in a transaction they share one connection.
  const olympiadFacts: BundleOlympiad[] = []
  for (const one of all) olympiadFacts.push(await factsOf(db, one))
  return {
    year,
    themes: await themesOfYear(db, year),
    practices: practices.map(({ slug, ...rest }) => ({ href: `/praktijken/${slug}`, ...rest })),
    olympiads: olympiadFacts,
  }
}

async function factsOf(db: Db, olympiad: Olympiad): Promise<BundleOlympiad> {
  const roles = (await readCharter(db, olympiad.id))?.roles ?? []
  const rounds = await roundsOf(db, olympiad.id)
  const verdicts = await lastVerdicts(db, olympiad.id)
  const reasons = await dissentRows(db, olympiad.id)
  const words = await utterances(
    db,
    reasons.map(({ utterance }) => utterance),
  )
  const dissent = reasons.flatMap(({ statement: about, role, utterance }) => {
    const text = words.get(utterance)?.text
    return text ? [{ about, group: groupName(roles, role), text }] : []
  })
  const statements: BundleStatement[] = []
  for (const { id } of rounds)
    for (const { statement: about, plain, professional } of await sentencesOf(db, id)) {
      const row = verdicts.find((one) => one.round === id && one.statement === about)
      if (!row) continue
      const said = saidOf(row, roles)
      const own = dissent.filter((one) => one.about === about).map(({ group, text }) => ({ group, text }))
      statements.push({ id: about, plain, professional, href: verdictUrl(olympiad, about), dissent: own, ...said })
    }
  return {
    olympiad,
    roles,
    rounds: rounds.filter(({ kind, closedAt }) => kind === 'weighing' && closedAt !== null).length,
    statements,
    changes: (await changesFor(db, olympiad.id)).map((one) => ({
      words: one.words,
      became: changeSentence(one),
      answer: one.outcome?.words ?? '',
    })),
  }
}

function saidOf({ verdict, figures, closedAt }: VerdictRow, roles: readonly StakeholderRole[]) {
  const { outcome, shown } = figures
  const name = (slug: string) => groupName(roles, slug)
  const word = outcomeWords({ verdict, tooFew: outcome.tooFew }, name)
  return {
    verdict,
    said: `${word}, ${basisWords(outcome, inDutch(closedAt))}`,
    people: outcome.people,
    closedAt,
    roles: shown.roles.map((one) => ({ group: name(one.role), shown: one.shown, dontKnow: one.dontKnow })),
    holdingBack: outcome.holdingBack.map(name),
  }
}
