import { inDutchWithTime } from '../foundation/clock.ts'
import type { Mail } from '../foundation/mail/index.ts'
import type { Interview } from './interview.ts'

/** A mail without its address. All of them carry a private link, so their text is wiped once sent. */
type Words = Omit<Mail, 'to'>

const HOLD =
  'Deze link is alleen van jou. Geef hem aan niemand, en bewaar deze mail: een half jaar na publicatie wissen we je mailadres, en de link blijft werken.'

const when = (interview: Interview) =>
  `${inDutchWithTime(interview.startsAt)}, ongeveer ${interview.minutes} minuten\n${interview.place}`

/** An appointment is made. */
export function plannedMail(link: string, interview: Interview): Words {
  return {
    subject: 'Een afspraak voor een gesprek',
    carriesKey: true,
    text: `Hallo,

Fijn dat we met je mogen praten over jullie praktijk. Dit is de afspraak:

${when(interview)}

Op je eigen pagina zet je het gesprek in je agenda. Daar lees je later ook terug wat we van je willen gebruiken:

${link}

Er komt niets van jou online zonder dat jij ja zei.

${HOLD}

Verankerd`,
  }
}

/** The appointment changed. */
export function movedMail(link: string, interview: Interview): Words {
  return {
    subject: 'De afspraak voor ons gesprek is veranderd',
    carriesKey: true,
    text: `Hallo,

De afspraak voor ons gesprek is veranderd. Zo is het nu:

${when(interview)}

Stond het in je agenda? Op je eigen pagina haal je de nieuwe afspraak op:

${link}

Verankerd`,
  }
}

/** The appointment is off. */
export function cancelledMail(link: string, interview: Interview): Words {
  return {
    subject: 'Ons gesprek gaat niet door',
    carriesKey: true,
    text: `Hallo,

Ons gesprek van ${inDutchWithTime(interview.startsAt)} gaat niet door. Je hoort van ons of er een nieuwe afspraak komt.

Je eigen pagina blijft bestaan:

${link}

Verankerd`,
  }
}

/** There is something to read back. */
export function readBackMail(link: string): Words {
  return {
    subject: 'Lees terug wat je zei',
    carriesKey: true,
    text: `Hallo,

Dank voor het gesprek. Er staan citaten van jou klaar. Lees ze terug, verbeter wat niet klopt, en zeg per citaat of wij het mogen gebruiken:

${link}

Zeg je niets? Dan gebruiken we het niet.

${HOLD}

Verankerd`,
  }
}

/** The link was replaced, because somebody else may have seen it. */
export function renewedLinkMail(link: string): Words {
  return {
    subject: 'Je nieuwe link om terug te lezen',
    carriesKey: true,
    text: `Hallo,

We gaven je eigen pagina een nieuwe link. De oude opent niets meer:

${link}

${HOLD}

Verankerd`,
  }
}

/** Whoever lost the link asked for it. */
export function lostLinkMail(links: string[]): Words {
  return {
    subject: 'Je link om terug te lezen',
    carriesKey: true,
    text: `Hallo,

Je vroeg om de link naar je eigen pagina. Hier is hij:

${links.join('\n\n')}

Vroeg je dit niet? Dan hoef je niets te doen.

Verankerd`,
  }
}
