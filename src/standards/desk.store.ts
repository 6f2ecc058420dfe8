import { type Db, statement } from '../foundation/db/index.ts'
import { hasRole, type Person } from '../people/index.ts'
import { isDiscarded } from './discard.store.ts'
import { handsIn } from './draft.store.ts'
import { isSecondEditor } from './edition.ts'

/** One thing that waits for an editor. */
export interface DeskTask {
  href: string
  title: string
  text: string
}

interface Row {
  id: string
  title: string
  year: number
  draftedBy: string | null
  hands: (string | null)[]
}

const draftRows = statement<Row>(
  'standards.drafts',
  `select e.id, t.body->>'title' as title, (t.body->>'year')::int as year, e.drafted_by as "draftedBy",
          array(${handsIn('e.id')}) as hands
     from standards.edition e
     join lateral (select body from standards.text where subject = e.id order by version desc limit 1) t on true
    where not exists (select from standards.publication p where p.edition = e.id) and not ${isDiscarded('e.id')}
    order by e.created_at`,
)

/** Drafts under way, with what this editor can do about them; nothing for anyone else. */
export async function deskTasks(db: Db, person: Person): Promise<DeskTask[]> {
  if (!hasRole(person, 'editor')) return []
  return (await draftRows(db)).map(({ id, title, year, draftedBy, hands }) => ({
    href: `/redactie/kenmerken/versies/${id}`,
    title: `Concept: ${title}, ${year}`,
    text: isSecondEditor(person, { draftedBy, lastHands: hands })
      ? 'Een ander schreef dit. Jij kunt het publiceren als alles klaar is.'
      : 'Jij schreef hieraan. Een andere redacteur publiceert het.',
  }))
}
