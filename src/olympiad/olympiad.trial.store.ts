import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAY, dutchDay, after as later } from '../foundation/clock.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { publishBundle, writeForeword } from './bundle.store.ts'
import { readGroup } from './group.store.ts'
import { present } from './group.trial.store.ts'
import { invitationMail } from './invitation.mail.ts'
import { type OlympiadContent, olympiadContent } from './olympiad.content.form.ts'
import { announce, beginOlympiad, lockCharter, savePlan, tieGroups } from './olympiad.plan.store.ts'
import { readOlympiad, rolesOf } from './olympiad.store.ts'
import type { TrialPanel } from './olympiad.trial.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { invite, join as joinPanel } from './panel.store.ts'
import { type Held, heldBy } from './panel.ts'
import { playRound } from './round.trial.store.ts'
import { slugFrom } from './slug.ts'

/** Who of the cast does what in the fictional Olympiads; ids and addresses of persons. */
export interface OlympiadCast {
  /** Makes them. */
  editor: string
  chair: string
  /** Who is invited, by the keys that the content uses. */
  guests: Readonly<Record<string, { id: string; email: string }>>
}

/** What settling takes from outside. */
export interface OlympiadTrial {
  contentDir: string
  now: Date
  cast: OlympiadCast
  config: { secretKey: Buffer; baseUrl: string }
}

/** Plays the fictional Olympiads of the repository, oldest first. Once: what is there stays. */
export async function settleOlympiads(db: Db, { contentDir, ...trial }: OlympiadTrial): Promise<void> {
  for (const content of playedContents(contentDir))
    await inTransaction(db, async (tx) => {
      if ((await readOlympiad(tx, slugFrom(content.title))) === undefined) await settleOlympiad(tx, content, trial)
    })
}

/** The fictional Olympiads of the repository, oldest first. */
export function playedContents(contentDir: string): OlympiadContent[] {
  const folder = join(contentDir, 'olympiads/played')
  const contents = readdirSync(folder).map((name) =>
    olympiadContent.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  )
  return contents.toSorted((one, other) => other.announced - one.announced)
}

type Trial = Omit<OlympiadTrial, 'contentDir'>

/** Plays one; gives its address. */
export async function settleOlympiad(tx: Db, content: OlympiadContent, trial: Trial): Promise<string> {
  const { now, cast } = trial
  const olympiad = await plan(tx, content, trial)
  const panel = await gather(tx, olympiad, content, trial)
  for (const round of content.rounds) await playRound(tx, { olympiad, content, panel, round, now, chair: cast.chair })
  if (content.bundle === undefined) return olympiad.slug
  const { year } = olympiad
  const editor = { by: cast.editor, at: day(now, content.bundle.published) }
  await writeForeword(tx, { year, foreword: content.bundle.foreword, version: 0 }, editor)
  await publishBundle(tx, year, editor)
  return olympiad.slug
}

const day = (now: Date, ago: number): Date => later(now, -ago * DAY)

/** Makes, announces and locks it, each on its day. */
async function plan(tx: Db, content: OlympiadContent, { now, cast }: Trial): Promise<Olympiad> {
  const { title, question, announced, locked, ends } = content
  const days = { startsOn: dutchDay(day(now, locked)), endsOn: dutchDay(day(now, ends)) }
  const begun = { title, question, ...days, chair: cast.chair, fictional: true }
  const slug = await beginOlympiad(tx, begun, { by: cast.editor, at: day(now, announced + 7) })
  const { id, version, rule, minimum, mode, removalRule } = present(await readOlympiad(tx, slug), slug)
  const group = present(await readGroup(tx, content.group), content.group)
  await tieGroups(tx, id, [group.id])
  const { intro, place, help, funder } = content
  const words = { title, question, intro, place, help, funder, ...days, rule, minimum, mode, removalRule, version }
  const wished = new Map(content.panel.map(({ role, people }) => [role, people]))
  const roles = (await rolesOf(tx, id)).map((role) => ({ ...role, target: wished.get(role.slug) ?? role.target }))
  await savePlan(tx, id, { ...words, roles })
  const chair = (ago: number) => ({ by: cast.chair, at: day(now, ago) })
  await announce(tx, present(await readOlympiad(tx, slug), slug), chair(announced))
  await lockCharter(tx, present(await readOlympiad(tx, slug), slug), chair(locked))
  return present(await readOlympiad(tx, slug), slug)
}

async function gather(tx: Db, olympiad: Olympiad, content: OlympiadContent, trial: Trial): Promise<TrialPanel> {
  const { now, cast, config } = trial
  const at = day(now, content.locked)
  const panel = new Map<string, Held[]>()
  const fresh = { olympiad: olympiad.id, by: cast.chair }
  for (const { role, people, recruited, interests } of content.panel) {
    const held: Held[] = []
    for (let one = 0; one < people; one++) {
      const { key } = await invite(tx, { ...fresh, role, channel: 'mail', recruited, interests }, at)
      const own = heldBy(key)
      await joinPanel(tx, own, at)
      held.push(own)
    }
    panel.set(role, held)
  }
  for (const { who, role } of content.guests ?? []) {
    const { id, email } = present(cast.guests[who], who)
    const { key } = await invite(tx, { ...fresh, role, channel: 'mail', mail: email, person: id }, at)
    const link = `${config.baseUrl}${olympiadUrl(olympiad)}/meedoen?sleutel=${key}`
    await sendMail(tx, config, { to: email, ...invitationMail(olympiad, link) }, at)
  }
  return panel
}
