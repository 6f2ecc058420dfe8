import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { inDutch } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { practicesToStudy, themesOfYear } from '../practices/index.ts'
import { utterances } from '../thread/index.ts'
import type { Bundle, BundleOlympiad, BundleStatement, YearFacts } from './bundle.ts'
import { changesFor } from './change-proposal.store.ts'
import { changeSentence } from './change-proposal.ts'
import { readCharter } from './charter.store.ts'
import { olympiads } from './olympiad.store.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { bundle } from './outcome.tables.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import { groupName } from './standing.ts'
import { lastVerdicts, type VerdictRow, verdictUrl } from './verdict.store.ts'
import { basisWords, tooFewSentence, verdictWord } from './verdict.ts'

type Row = Bundle & Record<string, unknown>

const COLUMNS = 'select year, foreword, version, published_at as "publishedAt" from olympiad.bundle'
const ofYear = statement<Row>('olympiad.bundle', `${COLUMNS} where year = $1`)
const published = statement<Row>('olympiad.bundles', `${COLUMNS} where published_at is not null order by year desc`)

/** The bundle of a year, also when only its foreword was begun. */
export const readBundle = async (db: Db, year: number): Promise<Bundle | undefined> => (await ofYear(db, year))[0]

/** Every bundle that was published, newest first. */
export const publishedBundles: (db: Db) => Promise<Bundle[]> = published

/** The years in which an Olympiade ended, newest first: each can have a bundle. */
export const bundleYears = async (db: Db): Promise<number[]> =>
  [...new Set((await ended(db)).map(({ year }) => year))].toSorted((one, other) => other - one)

const ended = async (db: Db): Promise<Olympiad[]> =>
  (await olympiads(db)).filter(({ item, finishedAt }) => item !== null && finishedAt !== null)

/** Writes the foreword on top of the version that was read. False when a colleague was first. */
export async function writeForeword(
  db: Db,
  { year, foreword, version }: { year: number; foreword: string; version: number },
): Promise<boolean> {
  const rows =
    version === 0
      ? await db.insert(bundle).values({ year, foreword }).onConflictDoNothing().returning({ year: bundle.year })
      : await db
          .update(bundle)
          .set({ foreword, version: version + 1 })
          .where(and(eq(bundle.year, year), eq(bundle.version, version)))
          .returning({ year: bundle.year })
  await contentChanged(db)
  return rows.length > 0
}

/** Publishes the bundle of a year whose foreword is written; twice is once. */
export async function publishBundle(db: Db, year: number, { by, at }: { by: string; at: Date }): Promise<void> {
  await db
    .update(bundle)
    .set({ publishedBy: by, publishedAt: at })
    .where(and(eq(bundle.year, year), isNull(bundle.publishedAt), isNotNull(bundle.foreword)))
  await contentChanged(db)
}

// Whoever answered otherwise than "nodig" and was let through, in any round of an Olympiade.
const dissentRows = statement<{ statement: string; role: string; utterance: string }>(
  'olympiad.bundle.dissent',
  `select n.statement, n.role, n.utterance from olympiad.reason n
   join olympiad.round r on r.id = n.round
   join olympiad.moderation m on m.subject = n.id and m.outcome = 'passed'
   where r.olympiad = $1 and (n.score is null or n.score < 7) order by r.number desc, n.id`,
)

/** Everything of one calendar year, as it reads now: words that were taken back are gone from it. */
export async function yearFacts(db: Db, year: number): Promise<YearFacts> {
  const all = (await ended(db)).filter((one) => one.year === year)
  const practices = await practicesToStudy(db, year, year)
  return {
    year,
    themes: await themesOfYear(db, year),
    practices: practices.map(({ slug, ...rest }) => ({ href: `/praktijken/${slug}`, ...rest })),
    olympiads: await Promise.all(all.map((one) => factsOf(db, one))),
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
  const word = verdict === 'no verdict' ? tooFewSentence(outcome.tooFew.map(name)) : verdictWord(verdict)
  return {
    verdict,
    said: `${word}, ${basisWords(outcome, inDutch(closedAt))}`,
    people: outcome.people,
    closedAt,
    roles: shown.roles.map((one) => ({ group: name(one.role), shown: one.shown, dontKnow: one.dontKnow })),
    holdingBack: outcome.holdingBack.map(name),
  }
}
