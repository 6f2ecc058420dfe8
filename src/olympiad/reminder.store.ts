import type { Logger } from 'pino'
import { after, DAY } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { reminderMail } from './invitation.mail.ts'
import { roundReminder } from './olympiad.tables.ts'
import { entrance } from './panel.entry.ts'

/** At most two: a week before the end, and two days before. */
const BEFORE_END = [7 * DAY, 2 * DAY]

interface DueRound {
  id: string
  slug: string
  closesAt: Date
  openedAt: Date
  sent: Date[]
}

/** Any number: the class of the lock under which one process reminds of one round. */
const CLASS = 4015

const openRounds = statement<{ id: string; no: number }>(
  'olympiad.reminder.openRounds',
  `select r.id, r.no from olympiad.round_opening p join olympiad.round r on r.id = p.round
   where not exists (select from olympiad.round_closing c where c.round = p.round) order by p.opened_at, p.round`,
)
// Not the row of the round: whoever votes for the first time points at that, and would wait for every mail.
const byItself = statement<{ mine: boolean }>(
  'olympiad.reminder.byItself',
  `select pg_try_advisory_xact_lock(${CLASS}, $1) as mine`,
)
const due = statement<DueRound & Record<string, unknown>>(
  'olympiad.reminder.due',
  `select r.id, o.slug, p.opened_at as "openedAt",
     coalesce((select e.closes_at from olympiad.round_extension e where e.round = r.id
       order by e.extended_at desc, e.id limit 1), r.closes_at) as "closesAt",
     array(select m.sent_at from olympiad.round_reminder m where m.round = r.id) as sent
   from olympiad.round r join olympiad.round_opening p on p.round = r.id join olympiad.olympiad o on o.id = r.olympiad
   where r.id = $1 and not exists (select from olympiad.round_closing c where c.round = r.id)`,
)
// Only here is it asked who did not answer; it goes into the outbox and into no table and no log.
const silent = statement<{ mail: string }>(
  'olympiad.reminder.silent',
  `select p.mail from olympiad.panellist p join olympiad.round r on r.olympiad = p.olympiad
   where r.id = $1 and p.mail is not null and p.left_at is null
     and not exists (select from olympiad.participation t where t.round = r.id and t.panellist = p.id)`,
)

/** The moments at which a round reminds: before its end, and never within a day after it opened. */
export const remindsAt = (openedAt: Date, closesAt: Date): Date[] =>
  BEFORE_END.map((ms) => after(closesAt, -ms)).filter((at) => at.getTime() > after(openedAt, DAY).getTime())

interface Secrets {
  secretKey: Buffer
  baseUrl: string
}

/**
 * Reminds whoever did not answer yet, once per moment. Says how many mails went out, never to whom. A round is one
 * transaction: nobody keeps who got a mail, so after half of them the other half would begin from the start.
 */
export async function remind(db: Db, config: Secrets, now: Date, log: Logger): Promise<number> {
  let mails = 0
  await eachRow({ log, what: 'remind a panel', name: ({ id }) => id }, await openRounds(db), async ({ id, no }) => {
    mails += await inTransaction(db, async (tx) => {
      const [lock] = await byItself(tx, no)
      const [round] = lock?.mine ? await due(tx, id) : []
      return round ? remindRound(tx, config, round, now) : 0
    })
  })
  return mails
}

async function remindRound(tx: Db, config: Secrets, round: DueRound, now: Date): Promise<number> {
  if (now >= round.closesAt) return 0
  const last = remindsAt(round.openedAt, round.closesAt).findLast((at) => at <= now)
  if (last === undefined || round.sent.some((at) => at >= last)) return 0
  const to = await silent(tx, round.id)
  const mail = reminderMail(`${config.baseUrl}${entrance(round)}`)
  for (const one of to) await sendMail(tx, config, { to: one.mail, ...mail }, now)
  await tx.insert(roundReminder).values({ round: round.id, mails: to.length, sentAt: now })
  return to.length
}

const forgetful = statement<{ id: string }>(
  'olympiad.retention',
  `update olympiad.panellist p set mail = null, name = null, person = null, emptied_at = $1
   from olympiad.round r join olympiad.round_closing c on c.round = r.id and c.final
   where r.olympiad = p.olympiad and p.emptied_at is null and c.closed_at < $2 returning p.id`,
)

/** How long after its end an Olympiade knows whom to thank. */
const KEPT_AFTER = 28 * DAY

/** Empties who took part, four weeks after the end; group, how they were found and their interests stay for the report. */
export async function forgetPanels(db: Db, now: Date): Promise<number> {
  return (await forgetful(db, now, after(now, -KEPT_AFTER))).length
}
