import { type Db, statement } from '../foundation/db/index.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'

const OLYMPIAD = `select o.id, o.slug, o.year, o.title, o.question, o.intro, o.place, o.starts_on::text as "startsOn",
    o.ends_on::text as "endsOn", o.mode, o.rule, o.minimum, o.removal_rule as "removalRule", o.funder, o.help,
    o.fictional, o.item, o.version,
    array(select person from olympiad.olympiad_chair where olympiad = o.id order by since, person) as chairs,
    (select locked_at from olympiad.charter where olympiad = o.id) as "charterAt",
    (select c.closed_at from olympiad.round_closing c join olympiad.round r on r.id = c.round
      where r.olympiad = o.id and c.final) as "finishedAt"
  from olympiad.olympiad o`

type Row = Olympiad & Record<string, unknown>

const bySlug = statement<Row>('olympiad.bySlug', `${OLYMPIAD} where o.slug = $1`)
const byId = statement<Row>('olympiad.byId', `${OLYMPIAD} where o.id = $1`)
const all = statement<Row>('olympiad.all', `${OLYMPIAD} order by o.starts_on desc, o.slug`)

/** One Olympiade by its address. */
export async function readOlympiad(db: Db, slug: string): Promise<Olympiad | undefined> {
  return (await bySlug(db, slug))[0]
}

/** One Olympiade by its id. */
export async function readOlympiadById(db: Db, id: string): Promise<Olympiad | undefined> {
  return (await byId(db, id))[0]
}

/** Every Olympiade, also those nobody announced yet; newest first. There are a few a year. */
export const olympiads: (db: Db) => Promise<Olympiad[]> = all

/** Who counts apart in an Olympiade, in their order. */
export const rolesOf: (db: Db, olympiad: string) => Promise<StakeholderRole[]> = statement<
  StakeholderRole & Record<string, unknown>
>(
  'olympiad.roles',
  `select slug, name, plural, target from olympiad.stakeholder_role where olympiad = $1 order by position, slug`,
)
