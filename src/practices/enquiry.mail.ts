/** A question from a reader, to the people of a practice. Their answer goes to the reader, not to us. */
export function enquiryMail(
  practice: { title: string },
  asked: { naam: string; mail: string; vraag: string },
): { subject: string; text: string; carriesKey: true } {
  return {
    // We promise not to keep the question: the text goes as soon as the mail went.
    carriesKey: true,
    subject: 'Er is een vraag over jullie praktijk',
    text: `Hallo,

Iemand las over “${practice.title}” op Verankerd en heeft een vraag. Antwoord op deze mail gaat naar de vraagsteller:

${asked.naam}, ${asked.mail}

De vraag:

${asked.vraag}

Wij bewaren deze vraag niet, en de vraagsteller ziet jullie mailadres pas als je antwoordt. Wil je niet antwoorden? Dan hoef je niets te doen.

Verankerd`,
  }
}
