import { randomUUID } from 'node:crypto'
import { people } from '../../test/world.ts'
import { DAY, after as later } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { publishRevision } from '../thread/index.ts'
import { statement, statementText } from './group.tables.ts'
import {
  charter,
  olympiad,
  olympiadChair,
  round,
  roundOpening,
  roundStatement,
  stakeholderRole,
} from './olympiad.tables.ts'
import { ROLES, type StakeholderRole } from './olympiad.ts'
import { invite, join } from './panel.store.ts'
import { type Channel, type Held, heldBy } from './panel.ts'
import type { Mode } from './round.ts'
import { DEFAULT_RULE, type Rule } from './rule.ts'

/** The moment at which the rounds of tests are open. */
export const noon = new Date('2026-11-23T11:00:00Z')

interface Wished {
  slug: string
  mode: Exclude<Mode, 'secret'>
  rule: Rule
  minimum: number
  roles: readonly StakeholderRole[]
  announced: boolean
  locked: boolean
}

/** An Olympiade chaired by Henk; in a test only what matters there need be said. */
export async function settleOlympiad(db: Db, wished: Partial<Wished> = {}): Promise<string> {
  const { mode = 'confidential', rule = DEFAULT_RULE, minimum = 5, roles = ROLES.slice(0, 2) } = wished
  const slug = wished.slug ?? `proef-${randomUUID().slice(0, 8)}`
  const title = 'Goede hulp in de buurt'
  const item =
    wished.announced === false
      ? null
      : (
          await publishRevision(db, {
            kind: 'olympiad',
            word: 'Olympiade',
            title,
            summary: 'Wat is goede hulp in de buurt?',
            body: {},
            url: `/olympiades/${slug}`,
            by: null,
            at: later(noon, -30 * DAY),
            fictional: true,
          })
        ).item
  const [made] = await db
    .insert(olympiad)
    .values({
      slug,
      year: 2026,
      title,
      question: 'Wat is goede hulp in de buurt?',
      intro: 'We praten over wat goed werk is.',
      place: 'Buurthuis De Vlier',
      startsOn: '2026-11-20',
      endsOn: '2026-12-20',
      mode,
      rule,
      minimum,
      removalRule: 'Tien of meer precies gelijke formulieren van één iemand gaan uit de telling.',
      help: 'Bel 000 123.',
      fictional: true,
      item,
      madeAt: later(noon, -30 * DAY),
    })
    .returning({ id: olympiad.id })
  const id = made?.id ?? ''
  await db.insert(olympiadChair).values({ olympiad: id, person: people.henk.id, since: later(noon, -30 * DAY) })
  await db.insert(stakeholderRole).values(roles.map((role, at) => ({ olympiad: id, position: at + 1, ...role })))
  if (wished.locked !== false)
    await db.insert(charter).values({
      olympiad: id,
      rule,
      minimum,
      mode,
      roles,
      removalRule: 'Tien of meer precies gelijke formulieren van één iemand gaan uit de telling.',
      lockedBy: people.henk.id,
      lockedAt: later(noon, -2 * DAY),
    })
  return id
}

/** Statements as a working group leaves them, on the thread; `published: false` leaves them off it, many at once. */
export async function settleStatements(db: Db, count: number, { published = true } = {}): Promise<string[]> {
  const made = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    plain: `Je vraagt eerst wat iemand zelf wil (${at + 1}).`,
  }))
  const madeAt = later(noon, -10 * DAY)
  const places = new Map<string, { item: string; revision: string }>()
  for (const { id, plain } of published ? made : [])
    places.set(
      id,
      await publishRevision(db, {
        kind: 'statement',
        title: plain,
        summary: 'Uit een werkgroep.',
        body: {},
        url: `/zinnen/${id}`,
        by: null,
        at: madeAt,
        fictional: true,
      }),
    )
  await db
    .insert(statement)
    .values(made.map(({ id }) => ({ id, item: places.get(id)?.item ?? null, fictional: true, madeAt })))
  await db.insert(statementText).values(
    made.map(({ id, plain }) => ({
      statement: id,
      version: 1,
      plain,
      example: 'Bij de soeptafel vraagt Riet wie er wil koken.',
      professional: 'De professional sluit aan bij de vraag.',
      reason: 'Het stond in drie praktijken.',
      revision: places.get(id)?.revision ?? null,
      writtenAt: madeAt,
    })),
  )
  return made.map(({ id }) => id)
}

/** A round over these statements, open from a day ago until a week from now. */
export async function settleRound(
  db: Db,
  of: { olympiad: string; statements: readonly string[]; number?: number; mode?: Mode; open?: boolean },
): Promise<{ id: string; no: number }> {
  const number = of.number ?? 1
  const [made] = await db
    .insert(round)
    .values({
      olympiad: of.olympiad,
      number,
      kind: number === 0 ? 'proposing' : 'weighing',
      mode: of.mode ?? 'confidential',
      opensAt: later(noon, -DAY),
      closesAt: later(noon, 7 * DAY),
      plannedBy: people.henk.id,
      plannedAt: later(noon, -2 * DAY),
    })
    .returning({ id: round.id, no: round.no })
  if (made === undefined) throw new Error('The round was not stored.')
  if (of.statements.length > 0)
    await db
      .insert(roundStatement)
      .values(of.statements.map((one, at) => ({ round: made.id, statement: one, version: 1, position: at + 1 })))
  if (of.open !== false)
    await db
      .insert(roundOpening)
      .values({ round: made.id, roster: '-', statements: '-', openedBy: people.henk.id, openedAt: later(noon, -DAY) })
  return made
}

/** Someone with a key of their own. */
export interface Member {
  id: string
  role: string
  key: string
  held: Held
}

/** People of these roles who opened their invitation. */
export async function settlePanel(
  db: Db,
  olympiad: string,
  roles: readonly string[],
  channel: Channel = 'mail',
): Promise<Member[]> {
  const members: Member[] = []
  for (const role of roles) {
    const { id, key } = await invite(db, { olympiad, role, channel, by: people.henk.id }, later(noon, -3 * DAY))
    await join(db, heldBy(key), later(noon, -2 * DAY))
    members.push({ id, role, key, held: heldBy(key) })
  }
  return members
}

/** So many of each role. */
export const rolesTimes = (count: number, roles: readonly StakeholderRole[] = ROLES.slice(0, 2)): string[] =>
  roles.flatMap(({ slug }) => new Array<string>(count).fill(slug))
