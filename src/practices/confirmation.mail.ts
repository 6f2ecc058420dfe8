/** The yearly question to the people of a practice, and its reminders. It says nothing of anyone. */
export function confirmationMail(
  practice: { title: string },
  link: string,
  reminder: 0 | 1 | 2,
): { subject: string; text: string } {
  const again = reminder > 0 ? ' We vroegen het al eerder, misschien zag je de mail niet.' : ''
  const last =
    reminder === 2
      ? '\n\nHoren we niets? Dan zetten we bij de praktijk dat we niet weten of ze nog loopt. Hij blijft wel te lezen.'
      : ''
  return {
    subject: reminder === 0 ? 'Loopt jullie praktijk nog?' : 'Herinnering: loopt jullie praktijk nog?',
    text: `Hallo,

“${practice.title}” staat op Verankerd. Eens per jaar vragen we of het nog klopt.${again} Open deze link en kies een van de drie knoppen:

${link}

Het kost je een halve minuut. Je hoeft niet in te loggen.${last}

Verankerd`,
  }
}
