import { dutchDay } from '../foundation/clock.ts'
import { dayInDutch, daysLater } from '../foundation/day.ts'
import type { Call } from './call.ts'
import { type CheckSeen, type Nomination, nominationUrl } from './nomination.ts'

/** The steps of a nomination after it was sent, as people read them. */
export const STATUS_STEPS = [
  'verstuurd',
  'eerste toets',
  'twee meelezers',
  'besluit',
  'gesprekken',
  'beschrijving',
  'gepubliceerd',
] as const

/** How many days we take for what is ours. Promised on the page before someone begins. */
export const DAYS = { check: 14, read: 28, decide: 14, invite: 21, describe: 56 } as const

/** What happened since, as far as the organisation may know it: never who, never what was judged. */
export interface Events {
  checks: readonly (CheckSeen & { checkedAt: Date; question: string })[]
  /** The day the last of the two is due; null while nobody was asked. */
  readDueOn: string | null
  /** Every reader who was asked is done. */
  allRead: boolean
  decision: { outcome: 'chosen' | 'not chosen'; decidedAt: Date } | null
  disagreement: { saidAt: Date; answeredAt: Date | null } | null
  practice: {
    slug: string
    published: boolean
    /** The first conversation that was planned and not cancelled. */
    talkAt: Date | null
    /** A description lies with the organisation to read. */
    offered: boolean
  } | null
}

/** What happens next, who has it, and when to expect word. */
export interface Standing {
  /** Number of the step it is in, from 1; 0 while it was not sent. */
  step: number
  title: string
  /** What happens now. */
  next: string
  who: string
  when: string
  /** Where the organisation can do or read something. */
  action: { href: string; label: string } | null
}

const ADVISER = 'Een adviseur van Verankerd'
const YOU = 'Jullie zelf'

/** A day that has passed is no promise: then it says so and who to ask. */
function uiterlijk(day: string, today: string, contact: string): string {
  return day >= today
    ? `Je hoort van ons uiterlijk ${dayInDutch(day)}.`
    : `Je zou voor ${dayInDutch(day)} iets horen. Het duurt langer, en dat spijt ons. Vraag gerust hoe het staat: ${contact}`
}

type Sent = Pick<Nomination, 'id' | 'call' | 'submissions' | 'withdrawnAt'>

function notSent({ id, call }: { id: string; call: Call }, today: string): Standing {
  const open = today <= call.closesOn
  return {
    step: 0,
    title: open ? 'Nog niet verstuurd' : 'De oproep is gesloten',
    next: open
      ? 'Jullie schrijven verder. Alles wat er staat, is bewaard.'
      : 'Deze aanmelding is niet verstuurd. Je kunt hem nog lezen. Een jaar na de sluiting wissen we hem.',
    who: YOU,
    when: open ? `Versturen kan tot en met ${dayInDutch(call.closesOn)}.` : '',
    action: open
      ? { href: nominationUrl(id), label: 'Ga verder' }
      : { href: nominationUrl(id), label: 'Bekijk wat je schreef' },
  }
}

function decided(nomination: Sent, events: Events, today: string): Standing {
  const { id, call } = nomination
  const { decision, practice } = events
  const besluit = { href: nominationUrl(id, 'besluit'), label: 'Lees het besluit' }
  if (decision?.outcome !== 'chosen') {
    const waits = events.disagreement !== null && events.disagreement.answeredAt === null
    return {
      step: 4,
      title: 'Er is een besluit',
      next: waits ? 'We lezen je reactie en geven antwoord.' : 'Je leest per criterium waarom, en een advies.',
      who: waits ? ADVISER : YOU,
      when:
        waits && events.disagreement
          ? uiterlijk(daysLater(dutchDay(events.disagreement.saidAt), DAYS.decide), today, call.contact)
          : '',
      action: besluit,
    }
  }
  if (practice?.published && !practice.offered)
    return {
      step: 7,
      title: 'Jullie praktijk staat online',
      next: 'Een keer per jaar vragen we of het nog klopt.',
      who: YOU,
      when: '',
      action: { href: `/praktijken/${practice.slug}`, label: 'Bekijk jullie praktijk' },
    }
  if (practice?.offered)
    return {
      step: 6,
      title: practice.published ? 'Er ligt een nieuwe versie bij jullie' : 'De beschrijving ligt bij jullie',
      next: 'Lees hem, zeg wat er niet klopt, en geef akkoord als het goed is. Daarna zetten we hem online.',
      who: YOU,
      when: '',
      action: { href: nominationUrl(id, 'beschrijving'), label: 'Lees de beschrijving' },
    }
  const talked = practice?.talkAt != null && dutchDay(practice.talkAt) < today
  if (practice?.talkAt && talked)
    return {
      step: 6,
      title: 'We schrijven de beschrijving',
      next: 'Iedereen met wie we praatten, leest eerst de eigen woorden terug. Daarna krijgen jullie de hele tekst.',
      who: ADVISER,
      when: uiterlijk(daysLater(dutchDay(practice.talkAt), DAYS.describe), today, call.contact),
      action: besluit,
    }
  return {
    step: 5,
    title: 'Jullie praktijk is gekozen',
    next: practice?.talkAt
      ? `We komen praten. Het eerste gesprek is op ${dayInDutch(dutchDay(practice.talkAt))}.`
      : 'We maken een afspraak voor de gesprekken.',
    who: ADVISER,
    when: practice?.talkAt ? '' : uiterlijk(daysLater(dutchDay(decision.decidedAt), DAYS.invite), today, call.contact),
    action: besluit,
  }
}

/** Where a nomination stands for the organisation that sent it. */
export function nominationStanding(nomination: Sent, events: Events, today: string): Standing {
  const { id, call, submissions, withdrawnAt } = nomination
  if (withdrawnAt !== null)
    return {
      step: 0,
      title: 'Ingetrokken',
      next: 'Jullie hebben deze aanmelding ingetrokken. Niemand kijkt er nog naar.',
      who: '',
      when: '',
      action: null,
    }
  const last = submissions.at(-1)
  if (last === undefined) return notSent(nomination, today)
  if (events.decision) return decided(nomination, events, today)
  const check = events.checks.filter(({ submission }) => submission === last.id).at(-1)
  if (check?.outcome === 'asked')
    return {
      step: 2,
      title: 'We hebben een vraag',
      next: 'Vul aan wat we vragen en verstuur opnieuw. Daarna gaan we verder.',
      who: YOU,
      when: '',
      action: { href: nominationUrl(id), label: 'Vul aan' },
    }
  // Whatever was sent after a passed check only adds to it.
  const passed = events.checks.filter(({ outcome }) => outcome === 'passed').at(-1)
  if (!passed)
    return {
      step: 2,
      title: 'Je aanmelding is binnen',
      next: 'Een adviseur kijkt of alles er is, en of het aan de twee eerste eisen voldoet.',
      who: ADVISER,
      when: uiterlijk(daysLater(dutchDay(last.submittedAt), DAYS.check), today, call.contact),
      action: null,
    }
  if (events.allRead && events.readDueOn !== null)
    return {
      step: 4,
      title: 'De adviseur neemt een besluit',
      next: 'De meelezers zijn klaar. De adviseur weegt wat zij zeiden.',
      who: ADVISER,
      when: uiterlijk(daysLater(events.readDueOn, DAYS.decide), today, call.contact),
      action: null,
    }
  const due = events.readDueOn ?? daysLater(dutchDay(passed.checkedAt), DAYS.read)
  return {
    step: 3,
    title: 'Twee meelezers lezen jullie aanmelding',
    next: 'Ze lezen apart van elkaar, en werken niet bij jullie organisatie. Daarna neemt de adviseur een besluit.',
    who: 'Twee meelezers',
    when: uiterlijk(daysLater(due, DAYS.decide), today, call.contact),
    action: null,
  }
}
