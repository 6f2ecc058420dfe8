/** Word that a nomination came in. It says nothing of what was sent. */
export function receiptMail(receipt: string, statusLink: string): { subject: string; text: string } {
  return {
    subject: 'Je aanmelding is binnen',
    text: `Hallo,

Je aanmelding is binnen. Dit is het nummer van je ontvangstbewijs:

${receipt}

Hier zie je wat er nu gebeurt, wie het heeft en wanneer je iets hoort:

${statusLink}

Op een ander apparaat vragen we om je bewaarcode. Of log in, als de aanmelding bij je account staat.

Verankerd`,
  }
}

/** Word that a nomination was taken back. */
export function withdrawalMail(): { subject: string; text: string } {
  return {
    subject: 'Je aanmelding is ingetrokken',
    text: `Hallo,

Je aanmelding is ingetrokken. Niemand kijkt er nog naar.

Was jij of een collega dat niet? Laat het ons dan meteen weten.

Verankerd`,
  }
}
