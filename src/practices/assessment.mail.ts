import { dayInDutch } from '../foundation/day.ts'
import type { Mail } from '../foundation/mail/index.ts'

/** A mail without its address. None of them says what was judged or who is meant: it may be read over a shoulder. */
type Words = Omit<Mail, 'to'>

/** To the organisation, whenever there is something to read: a question, the decision, an answer. */
export function wordIsThereMail(link: string): Words {
  return {
    subject: 'Er staat bericht klaar over je aanmelding',
    text: `Hallo,

Er staat bericht klaar over de praktijk die jullie aanmeldden. Je leest het hier:

${link}

Log in, of vul de bewaarcode in die je bij het aanmelden kreeg.

Verankerd`,
  }
}

/** To someone who is asked to read. */
export function readerAskedMail(link: string, dueOn: string): Words {
  return {
    subject: 'Wil je een praktijk meelezen?',
    text: `Hallo,

Er ligt een aangemelde praktijk voor je klaar. We vragen je om haar te lezen en te beoordelen, uiterlijk op ${dayInDutch(dueOn)}:

${link}

Heb je een belang bij deze praktijk? Zeg het daar, dan vragen we iemand anders.

Verankerd`,
  }
}

/** To a reader whose day has moved. */
export function dayMovedMail(link: string, dueOn: string): Words {
  return {
    subject: 'Een nieuwe dag voor het meelezen',
    text: `Hallo,

Je hebt nu tot en met ${dayInDutch(dueOn)} om de praktijk te beoordelen die voor je klaarligt:

${link}

Verankerd`,
  }
}

/** To both readers, once both have closed and differ on something. */
export function bothReadyMail(link: string): Words {
  return {
    subject: 'Jullie oordelen liggen naast elkaar',
    text: `Hallo,

De andere meelezer is ook klaar. Jullie oordelen liggen nu naast elkaar. Waar jullie verschillen, kun je nog iets zeggen:

${link}

Verankerd`,
  }
}
