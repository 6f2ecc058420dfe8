import { type Db, statement } from '../foundation/db/index.ts'
import { readItems, utterances } from '../thread/index.ts'
import { readCharter } from './charter.store.ts'
import { rolesOf } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { reportText } from './outcome.tables.ts'
import type { ReportStatement } from './report.statement.ts'
import type { ReportFacts, ReportRound } from './report.ts'
import { roundsOf } from './round.store.ts'
import { MINIMUM } from './tally.ts'
import { lastVerdicts } from './verdict.store.ts'

interface Counts {
  groups: string[]
  practices: string[]
  marks: number
  factors: number
  reworded: number
  interests: number
  proposalsPassed: number
  proposalsRefused: number
  reasonsPassed: number
  reasonsRefused: number
  signups: number
  needs: number
  reimbursed: number
}

const counts = statement<Counts & Record<string, unknown>>(
  'olympiad.report.counts',
  `with own as (select working_group as id from olympiad.olympiad_group where olympiad = $1)
   select array(select g.title from olympiad.working_group g join own using (id) order by g.title) as groups,
     array(select distinct s.practice::text from olympiad.study s join own on own.id = s.working_group) as practices,
     (select count(*)::int from olympiad.mark m join own on own.id = m.working_group) as marks,
     (select count(*)::int from olympiad.factor f join own on own.id = f.working_group) as factors,
     (select count(*)::int from olympiad.lineage l join own on own.id = l.working_group where l.step = 'reworded') as reworded,
     (select count(*)::int from olympiad.panellist where olympiad = $1 and interests <> '') as interests,
     count(*) filter (where m.kind = 'proposal' and m.outcome = 'passed')::int as "proposalsPassed",
     count(*) filter (where m.kind = 'proposal' and m.outcome = 'refused')::int as "proposalsRefused",
     count(*) filter (where m.kind = 'reason' and m.outcome = 'passed')::int as "reasonsPassed",
     count(*) filter (where m.kind = 'reason' and m.outcome = 'refused')::int as "reasonsRefused",
     (select count(*)::int from olympiad.signup where olympiad = $1 and cancelled_at is null) as signups,
     (select count(*)::int from olympiad.signup where olympiad = $1 and cancelled_at is null and needs <> '') as needs,
     (select count(*)::int from olympiad.signup where olympiad = $1 and cancelled_at is null and reimbursement) as reimbursed
   from (select) as one left join olympiad.moderation m on m.olympiad = $1`,
)
const invited = statement<{ role: string; people: number }>(
  'olympiad.report.invited',
  'select role, count(*)::int as people from olympiad.panellist where olympiad = $1 group by role',
)
// How someone was found may name a person: only what is said of at least five people is told in those words.
const recruited = statement<{ words: string; people: number }>(
  'olympiad.report.recruited',
  `select case when count(*) >= $2 and recruited <> '' then recruited else 'langs andere wegen' end as words,
     sum(count(*)) over (partition by case when count(*) >= $2 and recruited <> '' then recruited else 'langs andere wegen' end)::int as people
   from olympiad.panellist where olympiad = $1 group by recruited order by people desc, words`,
)
const dropped = statement<{ plain: string; reason: string }>(
  'olympiad.report.dropped',
  `select t.plain, e.reason from olympiad.ending e join olympiad.statement s on s.id = e.subject
   join olympiad.olympiad_group g on g.working_group = s.working_group and g.olympiad = $1
   join lateral (select plain from olympiad.statement_text where statement = s.id order by version desc limit 1) t on true
   where e.kind = 'dropped' order by e.ended_at, s.id`,
)

type RoundRow = Pick<ReportRound, 'sentences' | 'extensions' | 'paper' | 'live' | 'flags' | 'removals' | 'figures'> & {
  id: string
  turnout: { role: string; answered: number }[] | null
} & Record<string, unknown>

const rounds = statement<RoundRow>(
  'olympiad.report.rounds',
  `select r.id, c.figures, c.figures->'turnout' as turnout,
     (select count(*)::int from olympiad.round_statement where round = r.id) as sentences,
     (select coalesce(json_agg(json_build_object('closesAt', closes_at, 'reason', reason) order by extended_at), '[]')
       from olympiad.round_extension where round = r.id) as extensions,
     (select count(*)::int from olympiad.paper_sheet where round = r.id) as paper,
     exists (select from olympiad.live_session where round = r.id) as live,
     (select count(*)::int from olympiad.flag f where f.round = r.id
       and not exists (select from olympiad.removal x where x.flag = f.id)) as flags,
     (select coalesce(json_agg(json_build_object('reason', x.reason, 'role', t.role, 'forms', t.forms)), '[]')
       from jsonb_to_recordset(coalesce(c.figures->'takenOut', '[]')) as t (flag uuid, role text, forms integer)
       join olympiad.removal x on x.flag = t.flag) as removals
   from olympiad.round r left join olympiad.round_closing c on c.round = r.id where r.olympiad = $1`,
)

const sentences = statement<{ round: string; statement: string; plain: string }>(
  'olympiad.report.sentences',
  `select s.round, s.statement, t.plain from olympiad.round_statement s join olympiad.round r on r.id = s.round
   join olympiad.statement_text t on t.statement = s.statement and t.version = s.version where r.olympiad = $1`,
)
const reasons = statement<{ round: string; statement: string; role: string; utterance: string }>(
  'olympiad.report.reasons',
  `select r.round, r.statement, r.role, r.utterance from olympiad.reason r
   join olympiad.round d on d.id = r.round
   join olympiad.moderation m on m.subject = r.id and m.outcome = 'passed'
   where d.olympiad = $1 order by r.id`,
)

/** Everything the system knows about how an Olympiade went. Nobody is in it by name. */
export async function reportFacts(db: Db, olympiad: Olympiad): Promise<ReportFacts> {
  const { id } = olympiad
  // One after the other: after a faulty form this runs inside a transaction, on its one connection.
  const charter = await readCharter(db, id)
  const roles = await rolesOf(db, id)
  const [one] = await counts(db, id)
  const people = await invited(db, id)
  const ways = await recruited(db, id, MINIMUM)
  const practices = await readItems(db, one?.practices ?? [])
  return {
    olympiad,
    charter,
    roles: charter?.roles ?? roles,
    chairs: olympiad.chairs.length,
    invited: Object.fromEntries(people.map(({ role, people: count }) => [role, count])),
    recruited: [...new Map(ways.map((way) => [way.words, way])).values()],
    interests: one?.interests ?? 0,
    practices: [...practices.values()].flatMap(({ title }) => (title === null ? [] : [title])).toSorted(),
    groups: one?.groups ?? [],
    marks: one?.marks ?? 0,
    factors: one?.factors ?? 0,
    reworded: one?.reworded ?? 0,
    dropped: await dropped(db, id),
    rounds: await reportRounds(db, id),
    statements: await reportStatements(db, id),
    proposals: { passed: one?.proposalsPassed ?? 0, refused: one?.proposalsRefused ?? 0 },
    reasons: { passed: one?.reasonsPassed ?? 0, refused: one?.reasonsRefused ?? 0 },
    signups: { people: one?.signups ?? 0, needs: one?.needs ?? 0, reimbursed: one?.reimbursed ?? 0 },
  }
}

async function reportRounds(db: Db, olympiad: string): Promise<ReportRound[]> {
  const more = new Map((await rounds(db, olympiad)).map((row) => [row.id, row]))
  return (await roundsOf(db, olympiad)).map((round) => {
    const row = more.get(round.id)
    return {
      ...round,
      sentences: row?.sentences ?? 0,
      extensions: (row?.extensions ?? []).map((one) => ({ ...one, closesAt: new Date(one.closesAt) })),
      answered: Object.fromEntries((row?.turnout ?? []).map(({ role, answered }) => [role, answered])),
      paper: row?.paper ?? 0,
      live: row?.live ?? false,
      flags: row?.flags ?? 0,
      removals: row?.removals ?? [],
      figures: round.kind === 'weighing' && round.closedAt !== null ? (row?.figures ?? null) : null,
    }
  })
}

async function reportStatements(db: Db, olympiad: string): Promise<ReportStatement[]> {
  const verdicts = await lastVerdicts(db, olympiad)
  const plain = await sentences(db, olympiad)
  const said = await reasons(db, olympiad)
  const spoken = await utterances(
    db,
    said.map(({ utterance }) => utterance),
  )
  const key = (one: { round: string; statement: string }) => `${one.round} ${one.statement}`
  const words = new Map(plain.map((one) => [key(one), one.plain]))
  return verdicts
    .map((one) => ({
      plain: words.get(key(one)) ?? '',
      round: one.number,
      verdict: one.verdict,
      figures: one.figures,
      reasons: said
        .filter((reason) => key(reason) === key(one) && one.figures.outcome.holdingBack.includes(reason.role))
        .flatMap(({ role, utterance }) => {
          const text = spoken.get(utterance)?.text
          return text ? [{ role, words: text }] : []
        }),
    }))
    .toSorted((a, b) => a.plain.localeCompare(b.plain, 'nl'))
}

const texts = statement<{ item: string; words: string; version: number }>(
  'olympiad.report.texts',
  'select item, words, version from olympiad.report_text where olympiad = $1',
)

/** What people wrote, by item, with the version to write against. */
export async function reportTexts(db: Db, olympiad: string): Promise<Map<string, { words: string; version: number }>> {
  return new Map((await texts(db, olympiad)).map(({ item, ...rest }) => [item, rest]))
}

const rewrite = statement<{ version: number }>(
  'olympiad.report.rewrite',
  `update olympiad.report_text set words = $3, version = version + 1, written_by = $5, written_at = $6
   where olympiad = $1 and item = $2 and version = $4 returning version`,
)

/** Writes what people say about one item, over the version they saw (0: there was none). False when a colleague was first. */
export async function writeReport(
  db: Db,
  { olympiad, item, words, version }: { olympiad: string; item: string; words: string; version: number },
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  if (version > 0) return (await rewrite(db, olympiad, item, words, version, by, at)).length === 1
  const begun = await db
    .insert(reportText)
    .values({ olympiad, item, words, writtenBy: by, writtenAt: at })
    .onConflictDoNothing()
    .returning({ item: reportText.item })
  return begun.length === 1
}
