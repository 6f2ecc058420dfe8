import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { appendLog } from './log.store.ts'
import type { Brought, Moderated, ModerationRule } from './moderation.ts'
import { moderation } from './olympiad.tables.ts'

const BROUGHT = `
  select p.id, 'proposal' as kind, p.role, p.utterance, null as about, r.olympiad
  from olympiad.proposal p join olympiad.round r on r.id = p.round
  union all
  select n.id, 'reason', n.role, n.utterance, t.plain, r.olympiad
  from olympiad.reason n join olympiad.round r on r.id = n.round
  join olympiad.round_statement s on s.round = n.round and s.statement = n.statement
  join olympiad.statement_text t on t.statement = s.statement and t.version = s.version`

// By id, which is of chance: the order in which they came would tell who was early.
const waiting = statement<Brought & Record<string, unknown>>(
  'olympiad.moderation.waiting',
  `select id, kind, role, utterance, about from (${BROUGHT}) as b
   where olympiad = $1 and not exists (select from olympiad.moderation m where m.subject = b.id) order by kind, id limit 200`,
)
const count = statement<{ n: number }>(
  'olympiad.moderation.count',
  `select count(*)::int as n from (${BROUGHT}) as b
   where olympiad = $1 and not exists (select from olympiad.moderation m where m.subject = b.id)`,
)
const one = statement<Brought & Record<string, unknown>>(
  'olympiad.moderation.one',
  `select id, kind, role, utterance, about from (${BROUGHT}) as b where olympiad = $1 and id = $2`,
)

/** What nobody read yet, at most two hundred at a time. */
export const waitingIn: (db: Db, olympiad: string) => Promise<Brought[]> = waiting

/** How much waits to be read. */
export const waitingCount = async (db: Db, olympiad: string): Promise<number> => (await count(db, olympiad))[0]?.n ?? 0

/** A proposal or reason of this Olympiade. */
export const broughtIn = async (db: Db, olympiad: string, id: string): Promise<Brought | undefined> =>
  (await one(db, olympiad, id))[0]

/** Lets something through or not, by a published rule. False when that was decided already. */
export async function moderate(
  db: Db,
  { olympiad, subject, rule, words }: { olympiad: string; subject: Brought; rule: ModerationRule; words: string },
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { outcome, slug } = rule
    const kept = await tx
      .insert(moderation)
      .values({
        ...{ subject: subject.id, olympiad, kind: subject.kind, outcome, rule: slug, words },
        moderatedBy: by,
        moderatedAt: at,
      })
      .onConflictDoNothing()
      .returning({ subject: moderation.subject })
    if (kept.length === 0) return false
    const object = subject.kind === 'reason' ? 'een reden' : 'een voorstel'
    await appendLog(tx, { olympiad, action: 'moderated', object, actor: by, body: { outcome, rule: slug }, at })
    await contentChanged(tx)
    return true
  })
}

/** What was decided, newest first. */
export const moderatedIn: (db: Db, olympiad: string) => Promise<Moderated[]> = statement<
  Moderated & Record<string, unknown>
>(
  'olympiad.moderation.log',
  `select kind, outcome, rule, words, moderated_at as at from olympiad.moderation
   where olympiad = $1 order by moderated_at desc, subject limit 1000`,
)

const passed = statement<{ statement: string; role: string; score: number | null; utterance: string }>(
  'olympiad.reason.passed',
  `select n.statement, n.role, n.score, n.utterance from olympiad.reason n
   join olympiad.moderation m on m.subject = n.id and m.outcome = 'passed'
   where n.round = $1 order by n.id`,
)

/** The reasons in a round that may be shown, with the role alone. Where the words stand; they may be taken back since. */
export const passedReasons: (
  db: Db,
  round: string,
) => Promise<{ statement: string; role: string; score: number | null; utterance: string }[]> = passed
