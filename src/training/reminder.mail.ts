/** A week before. It names no course in its subject: a mailbox is read over shoulders. */
export function reminderMail(course: { title: string }, when: string, where: string, page: string, stop: string) {
  return {
    subject: 'Over een week begint je training',
    text: `Hallo,

Je vroeg ons om je te herinneren aan “${course.title}”.

Wanneer: ${when}
Waar: ${where}
Meer: ${page}

Na afloop sturen we je één vraag. Wil je dat niet? Dan halen we je adres hier meteen weg:

${stop}

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
