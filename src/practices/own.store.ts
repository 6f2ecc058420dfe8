import { dutchDay, inDutch } from '../foundation/clock.ts'
import { dayInDutch } from '../foundation/day.ts'
import type { Db } from '../foundation/db/index.ts'
import { waitingAssessments } from './assessment.store.ts'
import { WAITING, type Waiting, waitingFor } from './assessment.ts'
import { readingsOf } from './assignment.store.ts'
import { readingState } from './assignment.ts'
import { changedPractices, practicesOfPerson } from './confirmation.store.ts'
import { readingUrl } from './judgement.page.tsx'
import { ownStandingUrl, standingWords } from './listing.ts'
import { nominationsOf, type OwnNomination } from './nomination.store.ts'
import { nominationUrl } from './nomination.ts'
import { readPracticeById } from './practice.store.ts'
import { speakersOfPerson } from './speaker.store.ts'
import { READ_BACK } from './speaker.ts'

/** One line of a list of one's own, or of the desk. */
export interface OwnRow {
  href: string
  title: string
  text: string
}

function standing({ withdrawnAt, submittedAt, closesOn, call }: OwnNomination): string {
  if (withdrawnAt) return 'Ingetrokken.'
  if (submittedAt) return `Verstuurd op ${inDutch(submittedAt)}. Kijk hoe het ermee staat.`
  return `Nog niet verstuurd. ${call} sluit op ${dayInDutch(closesOn)}.`
}

/** What someone is sending in. */
export async function ownNominations(db: Db, person: string): Promise<OwnRow[]> {
  return (await nominationsOf(db, person)).map((one) => ({
    href: nominationUrl(one.id, one.submittedAt ? 'status' : ''),
    title: one.title || 'Een aanmelding zonder naam',
    text: standing(one),
  }))
}

/** The published practices someone speaks for: where they say how it is doing. */
export async function ownPractices(db: Db, person: string): Promise<OwnRow[]> {
  return (await practicesOfPerson(db, person)).map((one) => ({
    href: ownStandingUrl(one),
    title: one.title,
    text: `Op de site staat: ${standingWords[one.standing]}. Klopt dat nog?`,
  }))
}

/** The talks someone had with us: where they read back and take back. One page for all of them. */
export async function ownTalks(db: Db, person: string): Promise<OwnRow[]> {
  const speaking = await speakersOfPerson(db, person)
  const titles: string[] = []
  for (const { practice } of speaking) titles.push((await readPracticeById(db, practice))?.title ?? '')
  if (speaking.length === 0) return []
  return [
    {
      href: READ_BACK,
      title: 'Wat je ons vertelde',
      text: `Lees terug wat je zei over ${titles.filter(Boolean).join(', ')}.`,
    },
  ]
}

/** Groups an adviser can do something about now. */
const MINE: readonly Waiting[] = ['answer', 'check', 'readers', 'decision', 'late']

/** What waits for an adviser about nominations and about practices that changed; the caller checks the role. */
export async function assessmentTasks(db: Db, now: Date): Promise<OwnRow[]> {
  const today = dutchDay(now)
  const word = (waiting: Waiting) => WAITING.find((group) => group.waiting === waiting)?.title ?? ''
  const changed = (await changedPractices(db)).map(({ slug, title, answeredAt }) => ({
    href: `/redactie/praktijken/${slug}/stand`,
    title,
    text: `De mensen zeiden op ${inDutch(answeredAt)} dat er iets veranderd is. Bel ze en werk de tekst bij.`,
  }))
  const nominations = (await waitingAssessments(db)).flatMap((line) => {
    const waiting = waitingFor(line, today)
    if (!MINE.includes(waiting)) return []
    return [{ href: `/redactie/aanmeldingen/${line.id}`, title: line.title, text: `${word(waiting)} · ${line.call}` }]
  })
  return [...nominations, ...changed]
}

/** What waits for a reader: asked, not yet judged, and the day has not passed; the caller checks the role. */
export async function readingTasks(db: Db, reader: string, now: Date): Promise<OwnRow[]> {
  const today = dutchDay(now)
  return (await readingsOf(db, reader)).flatMap((line) => {
    const state = readingState(line, { own: false, today })
    if (line.decided || (state !== 'declare' && state !== 'judge')) return []
    return [
      {
        href: readingUrl(line.id),
        title: `Meelezen: ${line.title}`,
        text: `${line.organisation}. Klaar uiterlijk op ${dayInDutch(line.dueOn)}.`,
      },
    ]
  })
}
