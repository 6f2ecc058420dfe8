import { inGroupsOfThree } from './sign-in.ts'

/** To the new address: only whoever reads it can make it theirs. */
export function newAddressMail(link: string, code: string): { subject: string; text: string } {
  return {
    subject: 'Je nieuwe mailadres bij Verankerd',
    text: `Hallo,

Je wilt dit mailadres gebruiken bij Verankerd. Open deze link en druk op de knop:

${link}

Of vul deze code in op de pagina waar je dit vroeg:

${inGroupsOfThree(code)}

Beide werken een kwartier.

Heb jij dit niet gevraagd? Dan hoef je niets te doen. Geef de code aan niemand, ook niet aan ons.

Verankerd`,
  }
}

/** To an address that belongs to another account: only its reader learns that. */
export const takenAddressMail = {
  subject: 'Je nieuwe mailadres bij Verankerd',
  text: `Hallo,

Iemand wil dit mailadres gebruiken bij Verankerd. Maar er is al een account met dit adres, dus dat kan niet.

Was jij dat? Log dan met dit adres in. Wil je die twee accounts niet allebei? Wis er dan een bij Van jou.

Was jij dat niet? Dan hoef je niets te doen.

Verankerd`,
}

/** To the old address, right after: if it was not its owner, they must know. */
export const movedMail = {
  subject: 'Je mailadres bij Verankerd is veranderd',
  text: `Hallo,

Bij je account hoort vanaf nu een ander mailadres. Met dit adres log je niet meer in. Was jij dat? Dan hoef je niets te doen.

Was jij dat niet? Laat het ons dan meteen weten.

Verankerd`,
}
