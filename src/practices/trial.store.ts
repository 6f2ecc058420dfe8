import { join } from 'node:path'
import type { Config } from '../foundation/config.ts'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { keepFile } from '../foundation/files/index.ts'
import { hashOfCode, newCode } from '../foundation/save-code.ts'
import { itemId } from '../thread/index.ts'
import { sayAdoption } from './adoption.store.ts'
import { assign, assignmentsOf, closeJudgement, declareInterest } from './assignment.store.ts'
import { criteriaOf, readCall } from './call.store.ts'
import { confirmPractice } from './confirmation.store.ts'
import { type PracticeContent, practiceContent } from './content.form.ts'
import { readFolder } from './content.store.ts'
import { keepDecision, keepDisagreement } from './decision.store.ts'
import { setExamples } from './example.store.ts'
import { keepFirstCheck } from './first-check.store.ts'
import { hardCriteria } from './first-check.ts'
import { nomination as nominationTable, submission } from './intake.tables.ts'
import { saveJudgements } from './judgement.store.ts'
import { setStanding } from './listing.store.ts'
import { addColleague, readNomination, saveSection, withdrawNomination } from './nomination.store.ts'
import { NOMINATION_SECTIONS, type NominationBodies } from './nomination.ts'
import { createPractice, practiceOf } from './practice.store.ts'
import { noteRecognition } from './recognition.store.ts'
import { receiptOf } from './submission.ts'
import { addTakeAlong } from './take-along.store.ts'
import { describeTrial } from './trial.description.store.ts'
import { handout } from './trial.handout.ts'
import { reached, type TrialCast, type TrialWork, trialDays } from './trial.ts'

/**
 * Puts the fictional practices of the repository in place, each as far as its state says. Once: what is there stays, and
 * whoever of the cast was taken off it, as the nightly wipe does, gets it back.
 */
export async function settlePractices(
  db: Db,
  given: { contentDir: string; now: Date; cast: TrialCast; config: Config },
): Promise<void> {
  const { contentDir, now, cast, config } = given
  for (const content of readFolder(join(contentDir, 'practices'), practiceContent))
    await inTransaction(db, async (tx) => {
      const call = await readCall(tx, content.call)
      if (!call) throw new Error(`There is no call ${content.call} for ${content.slug}.`)
      const work = { content, call, days: trialDays(call.opensOn, now), cast, config }
      const nomination = itemId('trial nomination', content.slug)
      if (await readNomination(tx, nomination)) return giveBack(tx, nomination, work)
      await nominate(tx, nomination, work)
      if (reached(content.state, 'asked')) await check(tx, nomination, work)
      if (reached(content.state, 'being read')) await judge(tx, nomination, work)
      if (content.decision) await decide(tx, nomination, work)
      if (content.takenBack) await withdrawNomination(tx, nomination, null, work.days.takenBack)
      if (reached(content.state, 'interviews')) await begin(tx, nomination, work)
    })
}

/** The nominator and the readers of the cast, on a nomination they were taken off. */
async function giveBack(db: Db, nomination: string, { content, call, days, cast }: TrialWork): Promise<void> {
  const person = cast.nominators[content.slug]
  if (person) await addColleague(db, nomination, person, days.begun)
  if (!reached(content.state, 'being read') || content.decision || !content.judgements) return
  const asked = new Set((await assignmentsOf(db, nomination)).map(({ reader }) => reader))
  for (const reader of cast.readers)
    if (!asked.has(reader))
      await assign(db, { nomination, reader, dueOn: call.closesOn, by: cast.adviser, at: days.assigned })
}

function bodiesOf({ slug, title, line, kind, organisation, gemeente, ...rest }: PracticeContent): NominationBodies {
  const { issue, approach, plan, handbook, quality, measured, people, evaluation } = rest.nomination
  return {
    name: { title, line, kind },
    organisation: {
      ...organisation,
      gemeente,
      contact: people[0]?.name ?? '',
      mail: `${slug}@verankerd.example`,
      phone: '',
      website: '',
    },
    start: { startedOn: rest.startedOn, phase: 'running' },
    theme: { issue, theme: rest.theme, people: rest.people },
    fields: { fields: rest.fields, why: '' },
    approach: { text: approach },
    plan: { text: plan, handbook, elsewhere: '' },
    quality: { text: quality, measured },
    people: { people },
    documents: { evaluation: evaluation === '' ? 'no' : 'yes', words: evaluation },
  }
}

/** Nobody gets in with a code here: the code is made and forgotten. */
async function nominate(db: Db, id: string, { content, call, days, cast }: TrialWork): Promise<void> {
  const person = cast.nominators[content.slug] ?? null
  const codeHash = hashOfCode('practices nomination', newCode())
  await db
    .insert(nominationTable)
    .values({ id, call: call.id, codeHash, startedBy: person, fictional: true, startedAt: days.begun })
  if (person) await addColleague(db, id, person, days.begun)
  const bodies = bodiesOf(content)
  // A nomination that was only begun has its first three pages.
  const pages = content.state === 'begun' ? NOMINATION_SECTIONS.slice(0, 3) : NOMINATION_SECTIONS
  for (const section of pages)
    await saveSection(
      db,
      { nomination: id, section, body: bodies[section], version: 0 },
      { by: person, at: days.begun },
    )
  if (!reached(content.state, 'sent')) return
  await db.insert(submission).values({
    nomination: id,
    number: 1,
    receipt: receiptOf(call.year, newCode()),
    body: { sections: bodies, attachments: [] },
    submittedAt: days.sent,
    submittedBy: person,
  })
}

async function check(db: Db, nomination: string, { content, call, days, cast }: TrialWork): Promise<void> {
  const sent = (await readNomination(db, nomination))?.submissions.at(-1)
  if (!sent || !content.firstCheck) return
  const { outcome } = content.firstCheck
  const hard = hardCriteria(await criteriaOf(db, call.criteria))
  await keepFirstCheck(db, {
    nomination,
    submission: sent.id,
    outcome,
    words: hard.map(({ id }, place) => {
      const met = outcome === 'passed' || place > 0
      return { criterion: id, met, sentence: met ? 'Dit staat er duidelijk.' : 'Dit weten we nog niet zeker.' }
    }),
    question: content.firstCheck.outcome === 'asked' ? content.firstCheck.question : '',
    checkedBy: cast.adviser,
    checkedAt: days.checked,
  })
}

async function judge(db: Db, nomination: string, { content, call, days, cast }: TrialWork): Promise<void> {
  if (!content.judgements) return
  const criteria = await criteriaOf(db, call.criteria)
  for (const reader of cast.readers)
    await assign(db, { nomination, reader, dueOn: call.closesOn, by: cast.adviser, at: days.assigned })
  const asked = await assignmentsOf(db, nomination)
  for (const [place, found] of [content.judgements.one, content.judgements.two].entries()) {
    const assignment = asked.find(({ reader }) => reader === cast.readers[place])
    if (!assignment || !found) continue
    await declareInterest(db, assignment.id, { conflicted: false, words: '' }, days.assigned)
    const rows = found.flatMap(({ criterion, verdict, sentence }) => {
      const id = criteria.find(({ slug }) => slug === criterion)?.id
      return id ? [{ criterion: id, verdict, sentence }] : []
    })
    await saveJudgements(db, assignment.id, rows, days.judged)
    await closeJudgement(db, assignment.id, days.judged)
  }
}

async function decide(db: Db, nomination: string, { content, call, days, cast }: TrialWork): Promise<void> {
  if (!content.decision) return
  const { outcome, advice, words } = content.decision
  const criteria = await criteriaOf(db, call.criteria)
  await keepDecision(db, {
    nomination,
    outcome,
    advice,
    words: criteria.flatMap(({ id, slug }) => (words[slug] ? [{ criterion: id, ...words[slug] }] : [])),
    decidedBy: cast.adviser,
    decidedAt: days.decided,
  })
  if (content.disagreement)
    await keepDisagreement(db, { nomination, words: content.disagreement, by: null, at: days.lately })
}

/** The files are made here and hold nothing of anybody's, so nobody has to look into them first. */
async function handOut(db: Db, practice: string, { content, config, days, cast }: TrialWork): Promise<void> {
  for (const one of content.takeAlong ?? []) {
    const { name, bytes } = handout(content, one)
    const receipt = { config, name, bytes, by: undefined, account: practice, at: days.published }
    const { id } = await keepFile(db, receipt, {
      bytes,
      kind: 'docx',
      width: undefined,
      height: undefined,
      clean: true,
    })
    await addTakeAlong(db, practice, { ...one, file: id, url: null }, { by: cast.adviser, at: days.published })
  }
}

async function begin(db: Db, nomination: string, work: TrialWork): Promise<void> {
  const { content, days } = work
  const chosen = await readNomination(db, nomination)
  if (!chosen) return
  const { id } = await createPractice(db, chosen, { at: days.decided })
  await describeTrial(db, nomination, work)
  const practice = await practiceOf(db, nomination)
  if (!practice?.item) return
  const hand = { by: work.cast.adviser, at: days.published }
  await handOut(db, id, work)
  for (const one of content.recognitions ?? []) await noteRecognition(db, id, one, hand)
  for (const { organisation, gemeente, since, changed } of content.adoptions ?? [])
    await sayAdoption(
      db,
      id,
      { organisation, gemeente, sinceYear: since, changed, fictional: true },
      { ...hand, by: null },
    )
  const standards = (content.exemplifies ?? []).map((slug) => itemId('standard', slug))
  await setExamples(db, { practice: id, item: practice.item }, { offered: standards, chosen: standards }, hand)
  if (content.confirmed) {
    const { answer, on, words } = content.confirmed
    await confirmPractice(db, id, { answer, words }, { by: null, at: new Date(`${on}T10:00:00Z`) })
  }
  if (content.standing === 'unconfirmed') await setStanding(db, id, 'unconfirmed', hand)
}
