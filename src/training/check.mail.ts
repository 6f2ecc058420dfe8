import { offeredWords } from './offered.ts'
import type { Offered, RequestOutcome } from './publication.ts'

/** Tells a provider what an editor decided; it says nothing of anyone. */
export function checkedMail(kind: Offered, title: string, outcome: RequestOutcome, link: string) {
  const { name, the, The, it } = offeredWords[kind]
  return outcome === 'good'
    ? {
        subject: `Je ${name} staat op de site`,
        text: `Hallo,

De redactie bekeek “${title}”. ${The} staat op de site:

${link}

Wat je vanaf nu verandert, staat er meteen.

Verankerd`,
      }
    : {
        subject: `Een vraag over je ${name}`,
        text: `Hallo,

De redactie heeft een vraag over “${title}”. Je leest hem hier:

${link}

Pas ${the} aan en zet ${it} daarna opnieuw op de site.

Verankerd`,
      }
}

/** Asks for new dates, or to put courses away. */
export function datesMail(titles: string[], link: string) {
  return {
    subject: titles.length === 1 ? 'Een training zonder datum' : `${titles.length} trainingen zonder datum`,
    text: `Hallo,

Van deze trainingen is de laatste startdatum voorbij:

${titles.map((title) => `- ${title}`).join('\n')}

Zet er een datum bij, of leg de training in het archief:

${link}

Verankerd`,
  }
}

/** Asks whether courses still teach standards that got a new text. */
export function recheckMail(titles: string[], link: string) {
  return {
    subject: 'Klopt het nog wat je training leert?',
    text: `Hallo,

Een kenmerk kreeg een nieuwe tekst. Kijk of dit nog klopt bij:

${titles.map((title) => `- ${title}`).join('\n')}

Het is één klik per kenmerk:

${link}

Verankerd`,
  }
}
