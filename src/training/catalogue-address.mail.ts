import { storable } from './import.json.ts'

/** Tells a provider what a nightly reading could not take along. */
export function refusedMail(rows: { place: string; words: string[] }[], link: string) {
  return {
    subject:
      rows.length === 1
        ? 'Eén regel van jullie aanbod konden we niet lezen'
        : `${rows.length} regels van jullie aanbod konden we niet lezen`,
    text: `Hallo,

Vannacht lazen we jullie aanbod. De rest is bijgewerkt; dit konden we niet lezen:

${rows.map(({ place, words }) => storable(`- ${place}: ${words.join(' ')}`.slice(0, 300))).join('\n')}

Het hele verslag:

${link}

Verankerd`,
  }
}

/** Tells a provider that an address could not be read for some nights. */
export function failedMail(url: string, times: number, fault: string, link: string) {
  return {
    subject: 'We kunnen jullie aanbod niet meer lezen',
    text: `Hallo,

Al ${times} nachten kunnen we jullie aanbod niet lezen van dit adres:

${url}

${fault}

Wat er al staat, blijft staan. We proberen het elke nacht opnieuw. Hier kun je het adres veranderen:

${link}

Verankerd`,
  }
}
