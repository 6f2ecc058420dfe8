import { capital } from '../foundation/capital.ts'
import { aheadWords } from './reminder.ts'

/** What a mail says of a date. */
export interface ReminderFacts {
  title: string
  startsOn: string
  when: string
  where: string
  /** The page of the course. */
  page: string
}

/** A week before, or as soon as it was asked. It names no course in its subject: a mailbox is read over shoulders. */
export function reminderMail(date: ReminderFacts, today: string, stop: string, isAsked: boolean) {
  const later = isAsked ? 'Na afloop sturen we je één vraag.' : 'Na afloop is je adres hier weg.'
  return {
    subject: `${capital(aheadWords(date.startsOn, today))} begint je training`,
    text: `Hallo,

Je vroeg ons om je te herinneren aan “${date.title}”.

Wanneer: ${date.when}
Waar: ${date.where}
Meer: ${date.page}

${later} Wil je dat niet? Dan halen we je adres hier meteen weg:

${stop}

Verankerd`,
  }
}

/** The date was called off: the last mail, whatever we sent before. */
export function calledOffMail({ title, when, where, page }: ReminderFacts) {
  return {
    subject: 'Je training gaat niet door',
    text: `Hallo,

Je vroeg ons om je te herinneren aan “${title}”. De opleider meldt dat deze keer niet doorgaat:

Wanneer: ${when}
Waar: ${where}

Had je je aangemeld? Vraag de opleider hoe het verder gaat. Kijk hier of er een andere datum is:

${page}

Je mailadres is na deze mail weg.

Verankerd`,
  }
}

/** After the last day: one question, once. */
export function ratingMail(course: { title: string }, link: string) {
  return {
    subject: 'Hielp je training?',
    text: `Hallo,

Je volgde “${course.title}”. We hebben één vraag: had je er iets aan in je werk?

${link}

Je antwoord staat los van jou. Je mailadres is na deze mail weg.

Verankerd`,
  }
}
