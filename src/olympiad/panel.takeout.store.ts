import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { findPerson, type Takeout, tracesIn } from '../people/index.ts'
import { namedOf } from './named.store.ts'
import { PANEL_TRACES } from './panel.trace.ts'
import { answerWords } from './score.ts'

const traces = tracesIn('olympiad', 'olympiad.panelTraces', PANEL_TRACES)

const invitations = statement<{ title: string; role: string; at: Date }>(
  'olympiad.takeout.invitations',
  `select o.title, p.role, p.invited_at as at from olympiad.panellist p join olympiad.olympiad o on o.id = p.olympiad
   where lower(p.mail) = lower($1) order by p.invited_at`,
)
const chairing = statement<{ title: string; since: Date }>(
  'olympiad.takeout.chairing',
  `select o.title, c.since from olympiad.olympiad_chair c join olympiad.olympiad o on o.id = c.olympiad
   where c.person = $1 order by c.since`,
)
const stopChairing = statement('olympiad.erase.chair', 'delete from olympiad.olympiad_chair where person = $1')
const forgetMail = statement(
  'olympiad.erase.mail',
  `update olympiad.panellist set mail = null, name = null, left_at = coalesce(left_at, $2),
     emptied_at = coalesce(emptied_at, $2) where lower(mail) = lower($1)`,
)

/**
 * What someone did in Olympiades and where they were invited. What they answered is theirs alone, behind their own link;
 * only in an open Olympiade it stands with their name, and so it is here too.
 */
export async function exportPanel(db: Db, person: string): Promise<Takeout[]> {
  const mail = (await findPerson(db, person))?.email ?? ''
  const invited = mail === '' ? [] : await invitations(db, mail)
  const chairs = await chairing(db, person)
  const answers = await namedOf(db, person, mail)
  return [
    { name: 'olympiade-gedaan', title: 'Wat je deed in Olympiades', rows: await traces.told(db, person) },
    {
      name: 'olympiade-uitgenodigd',
      title: 'Olympiades waarvoor je mailadres is uitgenodigd',
      rows: invited.map(({ title, role, at }) => ({ olympiade: title, groep: role, wanneer: at.toISOString() })),
    },
    {
      name: 'olympiade-geantwoord',
      title: 'Wat je met je naam antwoordde in open Olympiades',
      rows: answers.map(({ title, number, plain, score }) => ({
        olympiade: title,
        ronde: number,
        zin: plain,
        antwoord: answerWords(score),
      })),
    },
    {
      name: 'olympiade-voorzitter',
      title: 'Olympiades waarvan je voorzitter bent',
      rows: chairs.map(({ title, since }) => ({ olympiade: title, sinds: since.toISOString() })),
    },
  ]
}

/** Takes someone off panels and their name off what they did. Run it before the account is emptied: it needs the address. */
export async function erasePanel(db: Db, person: string, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const mail = (await findPerson(tx, person))?.email ?? ''
    await traces.forgotten(tx, person)
    await stopChairing(tx, person)
    if (mail !== '') await forgetMail(tx, mail, at)
  })
}
