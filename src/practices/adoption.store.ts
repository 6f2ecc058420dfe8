import { type Db, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import type { Takeout } from '../people/index.ts'
import type { Adoption } from './adoption.ts'

const standing = statement<Adoption & Record<string, unknown>>(
  'practices.adoptions',
  `select id, organisation, gemeente, since_year as "sinceYear", changed, person, fictional, said_at as "saidAt"
   from practices.adoption where practice = $1 and ended_at is null order by said_at desc, id limit 500`,
)

/** The organisations that use a practice, newest first. */
export const adoptionsOf: (db: Db, practice: string) => Promise<Adoption[]> = standing

const say = statement<{ id: string }>(
  'practices.sayAdoption',
  `insert into practices.adoption (practice, organisation, gemeente, since_year, changed, person, fictional, said_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (practice, person) where ended_at is null and person is not null
   do update set organisation = excluded.organisation, gemeente = excluded.gemeente,
     since_year = excluded.since_year, changed = excluded.changed
   returning id`,
)

/** Notes that an organisation uses a practice; whoever said so before, says it anew. */
export async function sayAdoption(
  db: Db,
  practice: string,
  said: Pick<Adoption, 'organisation' | 'gemeente' | 'sinceYear' | 'changed' | 'fictional'>,
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  await say(db, practice, said.organisation, said.gemeente, said.sinceYear, said.changed, by, said.fictional, at)
  await contentChanged(db)
}

const end = statement<{ id: string }>(
  'practices.endAdoption',
  `update practices.adoption set ended_at = $3, changed = '', person = null
   where practice = $1 and person = $2 and ended_at is null returning id`,
)

/** Takes back what this person said; false when there was nothing. */
export async function endAdoption(db: Db, practice: string, person: string, at: Date): Promise<boolean> {
  const ended = (await end(db, practice, person, at)).length > 0
  if (ended) await contentChanged(db)
  return ended
}

const ofPerson = statement<Adoption & { title: string }>(
  'practices.adoptionsOfPerson',
  `select adoption.organisation, adoption.gemeente, adoption.since_year as "sinceYear", adoption.changed,
     adoption.said_at as "saidAt", practice.title
   from practices.adoption join practices.practice on practice.id = adoption.practice
   where adoption.person = $1 order by adoption.said_at`,
)

/** What someone said about practices their organisation uses, to take along. */
export async function exportAdoptions(db: Db, person: string): Promise<Takeout[]> {
  const rows = await ofPerson(db, person)
  return [
    {
      name: 'wij-doen-dit-ook',
      title: 'Praktijken waarvan je liet weten dat jullie dit ook doen',
      rows: rows.map((row) => ({
        praktijk: row.title,
        organisatie: row.organisation,
        gemeente: row.gemeente,
        sinds: row.sinceYear,
        anders: row.changed,
        gezegd: row.saidAt.toISOString(),
      })),
    },
  ]
}

const erase = statement<{ id: string }>(
  'practices.eraseAdoptions',
  `update practices.adoption set ended_at = $2, changed = '', person = null where person = $1 returning id`,
)

/** Takes back everything someone said about practices their organisation uses, when the account is erased. */
export async function eraseAdoptions(db: Db, person: string, at: Date): Promise<void> {
  if ((await erase(db, person, at)).length > 0) await contentChanged(db)
}
