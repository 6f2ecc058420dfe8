import { headLine, type LogHead } from './log.ts'

/** How far the logs came, to be kept away from the server. */
export function headsMail(signed: { title: string; head: LogHead }[]): { subject: string; text: string } {
  const lines = signed.map(({ title, head }) => `${title}\n${headLine(head)}`)
  return {
    subject: 'Logboek van de Olympiades: bewaar deze mail',
    text: `Hallo,

Hieronder staat hoe ver het logboek van elke Olympiade vannacht was. Bewaar deze mail. Wie later wil weten of er iets is veranderd, plakt de regel op de pagina Logboek van die Olympiade.

${lines.join('\n\n')}

Verankerd`,
  }
}
