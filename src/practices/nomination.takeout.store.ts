import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { findPerson, type Takeout } from '../people/index.ts'
import { eraseNominations } from './nomination.retention.store.ts'
import { type NominationSection, nominationSectionWord } from './nomination.ts'

const exported = statement<{
  id: string
  call: string
  startedAt: Date
  colleagueSince: Date | null
  started: boolean
}>(
  'practices.takeout.nominations',
  `select n.id, c.title as call, n.started_at as "startedAt", l.since as "colleagueSince",
          n.started_by = $1 is true as started
     from practices.nomination n join practices.call c on c.id = n.call
     left join practices.nomination_colleague l on l.nomination = n.id and l.person = $1
    where n.started_by = $1 or l.person = $1 order by n.started_at`,
)
const sections = statement<{ nomination: string; section: NominationSection; body: object; savedAt: Date }>(
  'practices.takeout.sections',
  `select nomination, section, body, saved_at as "savedAt" from practices.nomination_section
    where saved_by = $1 or nomination in (select nomination from practices.nomination_colleague where person = $1)
    order by nomination, section`,
)
const sendings = statement<{ nomination: string; receipt: string; submittedAt: Date }>(
  'practices.takeout.submissions',
  `select nomination, receipt, submitted_at as "submittedAt" from practices.submission
    where submitted_by = $1 order by submitted_at`,
)
const proposals = statement<{ year: number; name: string; reason: string; proposedAt: Date }>(
  'practices.takeout.proposals',
  `select year, name, reason, proposed_at as "proposedAt" from practices.theme_proposal
    where person = $1 order by proposed_at`,
)

/** What someone wrote, sent or proposed here, to take along. */
export async function exportNominations(db: Db, person: string): Promise<Takeout[]> {
  const own = await exported(db, person)
  const pages = await sections(db, person)
  const sent = await sendings(db, person)
  const proposed = await proposals(db, person)
  return [
    {
      name: 'aanmeldingen',
      title: 'Aanmeldingen waar je aan werkt of die je begon',
      rows: own.map((row) => ({
        aanmelding: row.id,
        oproep: row.call,
        begonnen: row.startedAt.toISOString(),
        doorJou: row.started,
        bijJouwAccountSinds: row.colleagueSince?.toISOString() ?? null,
      })),
    },
    {
      name: 'aanmeldingen-teksten',
      title: 'Wat er op die aanmeldingen staat',
      rows: pages.map((row) => ({
        aanmelding: row.nomination,
        pagina: nominationSectionWord(row.section),
        tekst: JSON.stringify(row.body),
        bewaard: row.savedAt.toISOString(),
      })),
    },
    {
      name: 'aanmeldingen-verstuurd',
      title: 'Aanmeldingen die je verstuurde',
      rows: sent.map((row) => ({
        aanmelding: row.nomination,
        ontvangstbewijs: row.receipt,
        verstuurd: row.submittedAt.toISOString(),
      })),
    },
    {
      name: 'themavoorstellen',
      title: 'Thema’s die je voorstelde',
      rows: proposed.map((row) => ({
        jaar: row.year,
        thema: row.name,
        reden: row.reason,
        voorgesteld: row.proposedAt.toISOString(),
      })),
    },
  ]
}

// Only this person ever touched it: a draft of one's own. What others wrote on belongs to them too.
const onlyOwn = statement<{ id: string }>(
  'practices.erasure.own',
  `select n.id from practices.nomination n
    where n.started_by = $1
      and not exists (select from practices.submission s where s.nomination = n.id)
      and not exists (select from practices.nomination_colleague l where l.nomination = n.id and l.person <> $1)
      and not exists (select from practices.nomination_section p
                       where p.nomination = n.id and p.saved_by is distinct from $1)`,
)

/** The same address in pages and in what was sent: the contact goes, the organisation's words stay. */
const FORGET_CONTACT = [
  `update practices.nomination_section set body = body || '{"contact": "", "mail": "", "phone": ""}', version = version + 1
    where section = 'organisation' and lower(body->>'mail') = lower($1)`,
  `update practices.submission set body = jsonb_set(body, '{sections,organisation}',
      (body->'sections'->'organisation') || '{"contact": "", "mail": "", "phone": ""}')
    where lower(body->'sections'->'organisation'->>'mail') = lower($1)`,
]

const FORGET_PERSON = [
  'delete from practices.nomination_colleague where person = $1',
  'update practices.nomination set started_by = null where started_by = $1',
  'update practices.nomination_section set saved_by = null where saved_by = $1',
  'update practices.submission set submitted_by = null where submitted_by = $1',
  `delete from practices.theme_proposal p where p.person = $1
    and not exists (select from practices.theme_choice c where c.proposal = p.id)`,
  'update practices.theme_proposal set person = null where person = $1',
]

/**
 * Erases someone from this side: a draft that was only theirs goes, in what belongs to an organisation the person goes.
 * Run it before the account itself is emptied, for the mail address is needed to find a contact. Safe to run twice.
 */
export async function eraseNominationsOf(db: Db, person: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const mail = (await findPerson(tx, person))?.email ?? ''
    await eraseNominations(
      tx,
      (await onlyOwn(tx, person)).map(({ id }) => id),
    )
    if (mail !== '') for (const text of FORGET_CONTACT) await tx.$client.query(text, [mail])
    for (const text of FORGET_PERSON) await tx.$client.query(text, [person])
  })
}
