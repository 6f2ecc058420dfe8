import type { Olympiad } from './olympiad.ts'

/** The mail with someone's own link. It carries the key, so it is wiped as soon as it is taken. */
export const invitationMail = (olympiad: Pick<Olympiad, 'question' | 'help' | 'mode'>, link: string) => ({
  subject: 'Je bent gevraagd om mee te praten',
  text: [
    'Hallo,',
    '',
    `We vragen je mee te praten over deze vraag: ${olympiad.question}`,
    '',
    'Open deze link en druk op de knop. Een account is niet nodig.',
    link,
    '',
    'Bewaar deze mail: je hebt dezelfde link nodig voor een volgende ronde. De link is alleen van jou, stuur hem niet door.',
    olympiad.mode === 'open'
      ? 'In deze Olympiade is de stemming open: wie meedoet, ziet na de sluiting van een ronde wie wat koos, met de naam die je zelf opgeeft.'
      : 'De voorzitter ziet niet wat je antwoordt, en ook niet of je hebt geantwoord.',
    ...(olympiad.help === '' ? [] : ['', `Hulp nodig? ${olympiad.help}`]),
  ].join('\n'),
  carriesKey: true,
})

/** A new link, to the address that was invited. Until it is opened the old one works, so whoever did not ask need do nothing. */
export const newLinkMail = (olympiad: Pick<Olympiad, 'question' | 'help'>, link: string) => ({
  subject: 'Je nieuwe link om mee te praten',
  text: [
    'Hallo,',
    '',
    `Iemand vroeg een nieuwe link voor het gesprek over deze vraag: ${olympiad.question}`,
    '',
    'Was jij dat? Open hem dan binnen een dag en druk op de knop. Vanaf dan werkt je oude link niet meer.',
    link,
    '',
    'Was jij dat niet? Dan hoef je niets te doen: je oude link blijft werken.',
    'De link is alleen van jou, stuur hem niet door.',
    ...(olympiad.help === '' ? [] : ['', `Hulp nodig? ${olympiad.help}`]),
  ].join('\n'),
  carriesKey: true,
})

/** A reminder: that there is a round, and nothing about anyone. */
export const reminderMail = (address: string) => ({
  subject: 'Er is een ronde open waarin je mee kunt praten',
  text: [
    'Hallo,',
    '',
    'Er is een ronde open waarin je mee kunt praten. Gebruik de link uit onze eerdere mail (“Je bent gevraagd om mee te praten”).',
    `Kun je die niet vinden? Kijk dan op ${address}`,
    '',
    'Deze herinnering stuurt het systeem zelf. Niemand ziet wie hem krijgt.',
  ].join('\n'),
})
