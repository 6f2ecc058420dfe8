import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { publishRevision } from '../thread/index.ts'
import { placeChanges } from './agenda.store.ts'
import type { Charter } from './charter.ts'
import { appendLog } from './log.store.ts'
import type { Plan } from './olympiad.form.ts'
import { rolesOf } from './olympiad.store.ts'
import { charter, olympiad, olympiadChair, olympiadGroup, stakeholderRole } from './olympiad.tables.ts'
import { type Olympiad, olympiadUrl, ROLES } from './olympiad.ts'
import { DEFAULT_RULE } from './rule.ts'
import { slugFrom } from './slug.ts'
import { MINIMUM } from './tally.ts'

/** What a new Olympiade says about taking ballots out, until its chair writes it otherwise. */
const REMOVAL =
  'Stemmen gaan alleen uit de telling als tien of meer formulieren precies gelijk zijn én vaststaat dat één iemand ze invulde. De telling mét en zonder blijft allebei te zien.'

const free = statement<{ slug: string }>(
  'olympiad.slugs',
  'select slug from olympiad.olympiad where slug = $1 or slug like $2',
)

/** Begins an Olympiade with the usual groups and rule; only its chair sees it until it is announced. Gives its slug. */
export async function beginOlympiad(
  db: Db,
  begun: { title: string; question: string; startsOn: string; endsOn: string; chair: string; fictional: boolean },
  { by, at }: { by: string; at: Date },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { chair, ...words } = begun
    const year = Number(begun.startsOn.slice(0, 4))
    const wished = slugFrom(begun.title) || `olympiade-${year}`
    const taken = new Set((await free(tx, wished, `${wished}-%`)).map(({ slug }) => slug))
    let slug = wished
    for (let more = 2; taken.has(slug); more++) slug = `${wished}-${more}`
    const [made] = await tx
      .insert(olympiad)
      .values({
        ...words,
        ...{ slug, year, intro: '', mode: 'confidential', rule: DEFAULT_RULE, minimum: MINIMUM },
        ...{ removalRule: REMOVAL, madeBy: by, madeAt: at },
      })
      .returning({ id: olympiad.id })
    if (made === undefined) throw new Error('The Olympiade was not stored.')
    await tx.insert(stakeholderRole).values(ROLES.map((role, position) => ({ ...role, olympiad: made.id, position })))
    await appointChair(tx, made.id, chair, at)
    return slug
  })
}

/** Appoints someone to chair; twice is once. */
export async function appointChair(db: Db, id: string, person: string, at: Date): Promise<void> {
  await db.insert(olympiadChair).values({ olympiad: id, person, since: at }).onConflictDoNothing()
}

/** Lets the statements of a working group be weighed in an Olympiade. */
export async function tieGroups(db: Db, id: string, groups: string[]): Promise<void> {
  await db.delete(olympiadGroup).where(eq(olympiadGroup.olympiad, id))
  if (groups.length > 0)
    await db.insert(olympiadGroup).values(groups.map((workingGroup) => ({ olympiad: id, workingGroup })))
}

/** The working groups whose statements an Olympiade weighs. */
export const tiedGroups: (db: Db, id: string) => Promise<{ id: string; title: string; slug: string }[]> = statement<{
  id: string
  title: string
  slug: string
}>(
  'olympiad.tiedGroups',
  `select g.id, g.title, g.slug from olympiad.olympiad_group t join olympiad.working_group g on g.id = t.working_group
   where t.olympiad = $1 order by g.title`,
)

const dropRoles = statement(
  'olympiad.roles.drop',
  `delete from olympiad.stakeholder_role r where olympiad = $1 and not slug = any ($2::text[])
     and not exists (select from olympiad.panellist p where p.olympiad = r.olympiad and p.role = r.slug)
     and not exists (select from olympiad.signup s where s.olympiad = r.olympiad and s.role = r.slug)`,
)

/** Saves the plan. False when a colleague saved it since, or the rules were locked: then nothing changed. */
export async function savePlan(db: Db, id: string, plan: Plan): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { roles, version, ...columns } = plan
    const saved = await tx
      .update(olympiad)
      .set({ ...columns, year: Number(plan.startsOn.slice(0, 4)), version: version + 1 })
      .where(
        and(
          eq(olympiad.id, id),
          eq(olympiad.version, version),
          sql`not exists (select from olympiad.charter where olympiad = ${id})`,
        ),
      )
      .returning({ id: olympiad.id })
    if (saved.length === 0) return false
    // Someone may have been invited for a group that is taken off the list: that one stays.
    await dropRoles(
      tx,
      id,
      roles.map(({ slug }) => slug),
    )
    for (const [position, role] of roles.entries())
      await tx
        .insert(stakeholderRole)
        .values({ ...role, olympiad: id, position })
        .onConflictDoUpdate({
          target: [stakeholderRole.olympiad, stakeholderRole.slug],
          set: { name: role.name, plural: role.plural, target: role.target, position },
        })
    await contentChanged(tx)
    return true
  })
}

/** Announces an Olympiade: from here on everyone can read about it. Twice is once. */
export async function announce(db: Db, one: Olympiad, { by, at }: { by: string; at: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    const published = await publishRevision(tx, {
      ...(one.item === null ? {} : { item: one.item }),
      kind: 'olympiad',
      word: 'Olympiade',
      title: one.title,
      summary: one.question,
      text: one.intro,
      body: { question: one.question, startsOn: one.startsOn, endsOn: one.endsOn },
      url: olympiadUrl(one),
      fictional: one.fictional,
      search: { text: one.intro },
      by,
      at,
    })
    const placed = await tx
      .update(olympiad)
      .set({ item: published.item })
      .where(and(eq(olympiad.id, one.id), isNull(olympiad.item)))
      .returning({ id: olympiad.id })
    if (placed.length > 0) {
      await appendLog(tx, { olympiad: one.id, action: 'announced', object: one.title, actor: by, at })
      await placeChanges(tx, at)
    }
    await contentChanged(tx)
  })
}

/** Locks the rules of the game as they are planned now, and publishes them. False when they were locked already. */
export async function lockCharter(db: Db, one: Olympiad, { by, at }: { by: string; at: Date }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const roles = await rolesOf(tx, one.id)
    const locked: Omit<Charter, 'olympiad' | 'lockedAt'> = {
      rule: one.rule as Charter['rule'],
      minimum: one.minimum,
      mode: one.mode,
      roles,
      removalRule: one.removalRule,
    }
    const rows = await tx
      .insert(charter)
      .values({ olympiad: one.id, ...locked, lockedBy: by, lockedAt: at })
      .onConflictDoNothing()
      .returning({ olympiad: charter.olympiad })
    if (rows.length === 0) return false
    const body = {
      rule: { ...locked.rule },
      minimum: locked.minimum,
      mode: locked.mode,
      roles: roles.map(({ slug }) => slug),
    }
    await appendLog(tx, { olympiad: one.id, action: 'charter locked', object: 'spelregels', actor: by, body, at })
    await contentChanged(tx)
    return true
  })
}
