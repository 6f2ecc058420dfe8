import { dutchDay } from '../foundation/clock.ts'
import { found } from '../foundation/http/index.ts'
import { holdersOf, nameOf, type PeopleContext, placesOf } from '../people/index.ts'
import type { AssessmentView, DeskReader } from './assessment.view.ts'
import { assignmentsOf, nominatorOf } from './assignment.store.ts'
import { type Assignment, closedReaders, isOwnOrganisation } from './assignment.ts'
import { fileUrl } from './attachment.part.tsx'
import { attachmentsOf } from './attachment.store.ts'
import { criteriaOf, fieldsOf, themesOf } from './call.store.ts'
import type { Criterion } from './criterion.ts'
import { decisionOf, disagreementOf } from './decision.store.ts'
import { decisionObstacle } from './decision.ts'
import type { Sides } from './difference.part.tsx'
import { firstChecksOf } from './first-check.store.ts'
import { firstCheckState } from './first-check.ts'
import { judgementsOf, notesOf } from './judgement.store.ts'
import { comparisons } from './judgement.ts'
import { holdNomination, readNomination } from './nomination.store.ts'
import type { Nomination, Submission } from './nomination.ts'
import { practiceOf } from './practice.store.ts'
import { practiceDeskUrl } from './practice.ts'
import type { Attached, Submitted } from './submitted.part.tsx'

/** A nomination that was sent, with what was sent last: there is nothing to judge before that. */
export interface Sent {
  nomination: Nomination
  submission: Submission
}

/** The sent nomination of this address; `hold` keeps everybody else off it until this request is done. */
export async function sentNomination(c: PeopleContext, { hold = false } = {}): Promise<Sent> {
  const id = c.req.param('id') ?? ''
  const nomination = found(await (hold ? holdNomination : readNomination)(c.var.db, id))
  return { nomination, submission: found(nomination.submissions.at(-1)) }
}

/** What was sent, with the names behind its codes. */
export async function submittedOf(c: PeopleContext, { nomination, submission }: Sent): Promise<Submitted> {
  const { call } = nomination
  const fields = await fieldsOf(c.var.db, call.vocabulary)
  const themes = await themesOf(c.var.db, call.id)
  return { sections: submission.body.sections, fields, themes }
}

/** The documents as they were sent; one that was taken away since keeps its name only. */
export async function attachedOf(c: PeopleContext, { nomination, submission }: Sent): Promise<Attached[]> {
  const here = await attachmentsOf(c.var.db, nomination.id)
  return submission.body.attachments.map(({ id, title }) => {
    const document = here.find((one) => one.id === id)
    return { title, href: document ? fileUrl(document.file.id) : null }
  })
}

/** Both judgements beside each other, `first` on the left; undefined before both have closed. */
export async function sidesOf(
  c: PeopleContext,
  from: {
    assignments: Assignment[]
    criteria: Criterion[]
    called: (assignment: Assignment) => string
    first?: string
  },
): Promise<Sides | undefined> {
  const closed = closedReaders(from.assignments)
  if (!closed) return undefined
  const [one, other] = closed.toSorted((a, b) => Number(b.id === from.first) - Number(a.id === from.first))
  if (!one || !other) return undefined
  const judgements = await judgementsOf(c.var.db, [one.id, other.id])
  const notes = await notesOf(c.var.db, [one.id, other.id])
  const side = (assignment: Assignment) => ({
    assignment: assignment.id,
    called: from.called(assignment),
    judgements: judgements.filter((judgement) => judgement.assignment === assignment.id),
  })
  const sides: Sides['sides'] = [side(one), side(other)]
  return { sides, comparisons: comparisons(from.criteria, sides[0].judgements, sides[1].judgements), notes }
}

/** Whoever may be asked to read: a reader of another organisation who was not asked before. */
async function candidatesFor(c: PeopleContext, nomination: Nomination, assignments: Assignment[]) {
  const readers = await holdersOf(c.var.db, 'reader')
  const nominator = await nominatorOf(c.var.db, nomination)
  const places = await placesOf(
    c.var.db,
    readers.map(({ id }) => id),
  )
  return readers.filter(
    ({ id }) =>
      !assignments.some(({ reader }) => reader === id) &&
      !isOwnOrganisation({ id, organisations: places.get(id) ?? [] }, nominator),
  )
}

/** Everything the desk shows of one nomination. */
export async function assessmentView(
  c: PeopleContext,
  sent: Sent,
  back: Partial<Pick<AssessmentView, 'form' | 'errors' | 'typed'>> = {},
): Promise<AssessmentView> {
  const { db, now } = c.var
  const { nomination, submission } = sent
  const today = dutchDay(now)
  // One after the other: a form that came back is drawn inside its transaction, on one connection.
  const criteria = await criteriaOf(db, nomination.call.criteria)
  const checks = await firstChecksOf(db, nomination.id)
  const assignments = await assignmentsOf(db, nomination.id)
  const decision = await decisionOf(db, nomination.id)
  const disagreement = await disagreementOf(db, nomination.id)
  const practice = await practiceOf(db, nomination.id)
  const submitted = await submittedOf(c, sent)
  const names = await nameOf(
    db,
    assignments.map(({ reader }) => reader),
  )
  const called = ({ reader }: Assignment) => names.get(reader) ?? 'Iemand die er niet meer is'
  const readers = assignments.map(
    (one): DeskReader => ({ ...one, name: called(one), late: one.closedAt === null && one.dueOn < today }),
  )
  const checkState = firstCheckState(checks, submission.id)
  return {
    nomination,
    submission,
    submitted,
    attached: await attachedOf(c, sent),
    criteria,
    checks,
    checkState,
    readers,
    candidates: await candidatesFor(c, nomination, assignments),
    sides: await sidesOf(c, { assignments, criteria, called }),
    decision,
    disagreement,
    practice: practice && practiceDeskUrl(practice),
    obstacle: decisionObstacle(checkState, assignments),
    today,
    form: back.form,
    errors: back.errors ?? [],
    typed: back.typed ?? {},
  }
}
