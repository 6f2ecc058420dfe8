import type { ProviderDomain } from './domain.ts'

/** Tells a provider that an editor saw that a site is theirs. */
export function confirmedMail({ domain }: Pick<ProviderDomain, 'domain'>, link: string) {
  return {
    subject: 'Jullie site is bevestigd',
    text: `Hallo,

De redactie keek het na: ${domain} is van jullie. Zeg nu op welk adres jullie aanbod staat. Dan lezen wij het daar, als je wilt elke nacht:

${link}

Verankerd`,
  }
}

/** Tells a provider that an editor could not say so, why, and which ways there still are. */
export function declinedMail({ domain }: Pick<ProviderDomain, 'domain'>, words: string, link: string) {
  return {
    subject: 'We konden jullie site nog niet bevestigen',
    text: `Hallo,

Jullie noemden ${domain} als jullie site. De redactie kon dat niet bevestigen. Ze schrijft erbij:

${words}

Is de site wel van jullie? Dan laat je het zelf zien, met een code op de site. Daarna is het meteen in orde. Zo doe je dat:

${link}

Een bestand aanleveren kan altijd, ook zonder eigen site.

Verankerd`,
  }
}
