import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { forgetSender } from '../foundation/files/index.ts'
import { findPerson, type Takeout, tracesIn } from '../people/index.ts'
import { TRACES } from './trace.ts'

const traces = tracesIn('practices', 'practices.traces', TRACES)
const owned = statement<{ title: string; createdAt: Date }>(
  'practices.traces.mail',
  `select title, created_at as "createdAt" from practices.practice where lower(owner_mail) = lower($1) order by created_at`,
)

/** What someone did with practices, at the desk or for their organisation, with what they wrote there. */
export async function exportPracticeWork(db: Db, person: string): Promise<Takeout[]> {
  const mail = (await findPerson(db, person))?.email ?? ''
  const reached = mail === '' ? [] : await owned(db, mail)
  return [
    {
      name: 'praktijken-gedaan',
      title: 'Wat je deed bij oproepen, aanmeldingen en praktijken',
      rows: await traces.told(db, person),
    },
    {
      name: 'praktijken-bereikbaar',
      title: 'Praktijken waarbij jouw mailadres staat, voor vragen',
      rows: reached.map(({ title, createdAt }) => ({
        praktijk: title,
        mailadres: mail,
        sinds: createdAt.toISOString(),
      })),
    },
  ]
}

/**
 * Takes someone's name off what they did with practices; who judged, decided or published stays as the id of a person
 * who is empty. Run it before the account itself is emptied, for the mail address is needed. Safe to run twice.
 */
export async function erasePracticeWork(db: Db, person: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const mail = (await findPerson(tx, person))?.email ?? ''
    await traces.forgotten(tx, person)
    if (mail !== '')
      await tx.$client.query(
        'update practices.practice set owner_mail = null, version = version + 1 where lower(owner_mail) = lower($1)',
        [mail],
      )
    await forgetSender(tx, person)
  })
}
