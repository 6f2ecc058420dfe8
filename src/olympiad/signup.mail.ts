import type { Olympiad } from './olympiad.ts'
import { spanWords } from './programme.ts'

type Day = Pick<Olympiad, 'title' | 'startsOn' | 'endsOn' | 'place'>
interface Words {
  subject: string
  text: string
}

const whereAndWhen = (day: Day): string =>
  `“${day.title}”, ${spanWords(day)}${day.place === '' ? '' : `, ${day.place}`}.`

/** Tells someone that they come. Which role or support they chose stays out: a mail is read over shoulders. */
export const signedUpMail = (olympiad: Day, link: string): Words => ({
  subject: 'Je bent aangemeld',
  text: `Hallo,

Fijn dat je komt. ${whereAndWhen(olympiad)}

Iets veranderen, afzeggen of de dag in je agenda zetten? Dat kan hier:

${link}

Je naam en mailadres bewaren we tot vier weken na de dag. Daarna zijn ze weg.

Verankerd`,
})

/** To an address that was signed up already: nothing changed, here is the link again. */
export const knownMail = (olympiad: Day, link: string): Words => ({
  subject: 'Je was al aangemeld',
  text: `Hallo,

Iemand vulde dit mailadres in om je aan te melden, maar je stond al op de lijst. Er is niets veranderd. ${whereAndWhen(olympiad)}

Jouw aanmelding zie je hier:

${link}

Verankerd`,
})

/** After a change by the person themselves. */
export const changedMail = (olympiad: Day, link: string): Words => ({
  subject: 'Je aanmelding is veranderd',
  text: `Hallo,

Je veranderde je aanmelding. ${whereAndWhen(olympiad)}

Hoe hij er nu uitziet:

${link}

Verankerd`,
})

/** After someone cancelled. */
export const cancelledSignupMail = (olympiad: Day): Words => ({
  subject: 'Je bent afgemeld',
  text: `Hallo,

Je bent afgemeld. ${whereAndWhen(olympiad)} Je naam en mailadres hebben we gewist.

Kom je toch? Meld je dan opnieuw aan.

Verankerd`,
})

/** From the day to the rounds: an invitation to take part. */
export const roundsMail = (olympiad: Day, link: string): Words => ({
  subject: 'Praat je ook mee in de rondes?',
  text: `Hallo,

Je meldde je aan voor een Olympiade. Je kunt daar ook meebeslissen over de zinnen. ${whereAndWhen(olympiad)}

Dit is jouw eigen link. Niemand anders ziet wat je daar kiest, ook de voorzitter niet:

${link}

Wil je niet? Dan hoef je niets te doen.

Verankerd`,
})
