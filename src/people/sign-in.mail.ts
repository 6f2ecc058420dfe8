import { inGroupsOfThree } from './sign-in.ts'

/** The one mail to sign in: a button that only works once pressed, and six digits for another device. */
export function signInMail(link: string, code: string): { subject: string; text: string } {
  return {
    subject: 'Inloggen bij Verankerd',
    text: `Hallo,

Je wilt inloggen bij Verankerd. Open deze link en druk op de knop:

${link}

Of vul deze code in op de pagina waar je de mail aanvroeg:

${inGroupsOfThree(code)}

Beide werken een kwartier en één keer.

Heb jij dit niet aangevraagd? Dan hoef je niets te doen. Geef de code aan niemand, ook niet aan ons.

Verankerd`,
  }
}

/** Word that a recovery code was used: if it was not the owner, they must know. */
export const recoveryMail = {
  subject: 'Er is een herstelcode gebruikt',
  text: `Hallo,

Iemand logde net in op jouw account met een van je herstelcodes. Was jij dat? Dan hoef je niets te doen.

Was jij dat niet? Log in, ga naar Mijn account en log overal uit. Laat het ons daarna weten.

Verankerd`,
}

/** What changed in the ways somebody proves who they are. */
export type WayChange =
  | 'passkey made'
  | 'passkey removed'
  | 'app linked'
  | 'app removed'
  | 'organisation linked'
  | 'organisation removed'

const CHANGED: Record<WayChange, string> = {
  'passkey made': 'een passkey bijgekomen. Daarmee kun je inloggen',
  'passkey removed': 'een passkey weggehaald. Daarmee log je niet meer in',
  'app linked': 'een app met codes gekoppeld, voor de tweede stap',
  'app removed': 'de app met codes weggehaald. De codes daaruit werken niet meer',
  'organisation linked': 'een account van een organisatie gekoppeld. Daarmee kun je inloggen',
  'organisation removed': 'de koppeling met je organisatie weggehaald. Daarmee log je niet meer in',
}

/** Word that a way to prove who they are came or went: if it was not the owner, they must know. */
export function wayMail(change: WayChange): { subject: string; text: string } {
  return {
    subject: 'Hoe je inlogt bij Verankerd is veranderd',
    text: `Hallo,

Bij jouw account is ${CHANGED[change]}. Was jij dat? Dan hoef je niets te doen.

Was jij dat niet? Log in, ga naar Mijn account, haal weg wat je niet kent en log overal uit. Laat het ons daarna weten.

Verankerd`,
  }
}

/** Word that someone may do more from now on. */
export function roleMail(role: string, organisation: string | undefined): { subject: string; text: string } {
  return {
    subject: 'Je hebt een nieuwe rol bij Verankerd',
    text: `Hallo,

Je bent vanaf nu ${role}${organisation ? ` bij ${organisation}` : ''} op Verankerd. Klopt dat niet? Laat het ons dan weten.

Verankerd`,
  }
}
