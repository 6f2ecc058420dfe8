import { type Db, statement } from '../foundation/db/index.ts'
import { groupsOf } from './group.store.ts'
import { groupUrl } from './group.ts'
import { chairUrl } from './olympiad.context.ts'
import { olympiadUrl } from './olympiad.ts'

/** One line of a list of one's own, or of the desk. */
export interface OwnRow {
  href: string
  title: string
  text: string
}

/** The working groups someone is in, each with its room. */
export const ownGroups = async (db: Db, person: string): Promise<OwnRow[]> =>
  (await groupsOf(db, person)).map((group) => ({
    href: groupUrl(group),
    title: group.title,
    text: `Werkgroep van ${group.year}. Je leest er praktijken naast elkaar.`,
  }))

const mine = statement<{ slug: string; title: string; chair: boolean; finished: boolean }>(
  'olympiad.own',
  `select o.slug, o.title, c.person is not null as chair,
     exists (select from olympiad.round_closing f join olympiad.round r on r.id = f.round
       where r.olympiad = o.id and f.final) as finished
   from olympiad.olympiad o
   left join olympiad.olympiad_chair c on c.olympiad = o.id and c.person = $1
   where c.person is not null or (o.item is not null and exists (
     select from olympiad.panellist p where p.olympiad = o.id and p.left_at is null
       and (p.person = $1 or ($2 <> '' and lower(p.mail) = lower($2)))))
   order by o.starts_on desc, o.slug`,
)

/** The Olympiades someone chairs or takes part in. What they answered opens only with their own link. */
export async function ownOlympiads(db: Db, person: { id: string; email: string }): Promise<OwnRow[]> {
  return (await mine(db, person.id, person.email)).map(({ slug, title, chair, finished }) =>
    chair
      ? { href: chairUrl({ slug }), title, text: 'Je bent voorzitter.' }
      : {
          href: finished ? olympiadUrl({ slug }) : `${olympiadUrl({ slug })}/meedoen`,
          title,
          text: finished
            ? 'Afgerond. Kijk wat eruit kwam.'
            : 'Je bent uitgenodigd. Antwoorden doe je met je eigen link.',
        },
  )
}
