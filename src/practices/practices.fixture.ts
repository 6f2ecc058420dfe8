import type { Db } from '../foundation/db/index.ts'
import { hashOfCode, newCode } from '../foundation/save-code.ts'
import { call, criteriaEdition, criterion, field, nomination, submission, theme } from './intake.tables.ts'
import { saveSection } from './nomination.store.ts'
import { NOMINATION_SECTIONS, type NominationBodies } from './nomination.ts'

/** A call as tests need it; days around the moment of the test houses. */
export interface CallSample {
  slug?: string
  year?: number
  opensOn?: string
  closesOn?: string
  publishedAt?: Date | null
}

/** Puts a published call in place with three themes, six criteria and three fields. Answers with its id. */
export async function settleCall(db: Db, sample: CallSample = {}): Promise<string> {
  const { slug = 'proef-2026', year = 2026, opensOn = '2026-09-01', closesOn = '2026-12-15' } = sample
  await db
    .insert(criteriaEdition)
    .values({
      slug: 'proef',
      title: 'Zes criteria',
      year: 2009,
      source: 'De oproep van 2009.',
      ours: 'De uitleg is van ons.',
    })
    .onConflictDoNothing()
  await db
    .insert(criterion)
    .values(
      ['jaar', 'veld', 'systematisch', 'overdraagbaar', 'kwaliteit', 'vraagstuk'].map((name, index) => ({
        edition: 'proef',
        position: index + 1,
        slug: name,
        name: `Criterium ${name}`,
        weight: index < 2 ? 'must' : 'counts',
        hard: index < 2,
        explanation: 'Uitleg.',
        example: 'Voorbeeld.',
        evidence: 'Bewijs.',
      })),
    )
    .onConflictDoNothing()
  await db
    .insert(field)
    .values(
      ['begeleiding', 'beschermd-wonen', 'sociale-samenhang'].map((name, index) => ({
        vocabulary: 'proef',
        slug: name,
        code: '',
        name: `Veld ${name}`,
        position: index + 1,
      })),
    )
    .onConflictDoNothing()
  const [row] = await db
    .insert(call)
    .values({
      slug,
      year,
      title: `Proefoproep ${year}`,
      intro: 'We zoeken praktijken.',
      contact: 'Mail de redactie: redactie@verankerd.example.',
      opensOn,
      closesOn,
      criteria: 'proef',
      vocabulary: 'proef',
      source: '',
      fictional: true,
      publishedAt: sample.publishedAt === undefined ? new Date(`${opensOn}T08:00:00Z`) : sample.publishedAt,
    })
    .returning({ id: call.id })
  if (!row) throw new Error('The call was not kept.')
  await db.insert(theme).values(
    ['eenzaamheid', 'schulden', 'jongeren'].map((name, index) => ({
      call: row.id,
      position: index + 1,
      slug: name,
      name: `Thema ${name}`,
      explanation: 'Waarom dit thema.',
    })),
  )
  return row.id
}

/** A nomination in which nothing lacks. */
export const wholeBodies: NominationBodies = {
  name: { title: 'De soepfiets', line: 'Vrijwilligers brengen soep en blijven even zitten.', kind: 'project' },
  organisation: {
    name: 'Welzijn De Vlier',
    kind: 'welfare',
    gemeente: 'GM0014',
    contact: 'Ingrid Postma',
    mail: 'ingrid@verankerd.example',
    phone: '',
    website: '',
  },
  start: { startedOn: '2024-03-01', phase: 'running' },
  theme: { issue: 'Ouderen eten alleen.', theme: 'eenzaamheid', people: ['ouderen'] },
  fields: { fields: ['begeleiding'], why: '' },
  approach: { text: 'Eerst bellen we, dan fietsen we.' },
  plan: { text: 'Een stappenplan van vier pagina’s.', handbook: true, elsewhere: '' },
  quality: { text: 'Iedere vrijwilliger loopt eerst mee.', measured: '' },
  people: {
    people: [
      { name: 'Ingrid', function: 'teamleider', client: false },
      { name: 'Bep', function: 'deelnemer', client: true },
    ],
  },
  documents: { evaluation: 'no', words: '' },
}

/** Puts a whole nomination in place, sent when `sentAt` is given. Answers with its id. */
export async function settleNomination(
  db: Db,
  sample: { call: string; at: Date; sentAt?: Date; person?: string; bodies?: Partial<NominationBodies> },
): Promise<{ id: string; submission: string | undefined }> {
  const bodies: NominationBodies = { ...wholeBodies, ...sample.bodies }
  const [row] = await db
    .insert(nomination)
    .values({
      call: sample.call,
      codeHash: hashOfCode('practices nomination', newCode()),
      startedBy: sample.person ?? null,
      fictional: true,
      startedAt: sample.at,
    })
    .returning({ id: nomination.id })
  if (!row) throw new Error('The nomination was not kept.')
  for (const section of NOMINATION_SECTIONS)
    await saveSection(
      db,
      { nomination: row.id, section, body: bodies[section], version: 0 },
      { by: sample.person ?? null, at: sample.at },
    )
  if (!sample.sentAt) return { id: row.id, submission: undefined }
  const [sent] = await db
    .insert(submission)
    .values({
      nomination: row.id,
      number: 1,
      receipt: `2026-${newCode().slice(0, 8)}`,
      body: { sections: bodies, attachments: [] },
      submittedAt: sample.sentAt,
      submittedBy: sample.person ?? null,
    })
    .returning({ id: submission.id })
  return { id: row.id, submission: sent?.id }
}
