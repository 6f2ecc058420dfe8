import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { nominationUrl } from './nomination.ts'

/** Says that there is something to read, and nothing of what it says: a mail is read by more eyes. */
export async function mailOffer(
  db: Db,
  config: Config,
  { to, nomination }: { to: string; nomination: string },
  now: Date,
): Promise<void> {
  const text = `Hallo,

Er staat een tekst over jullie praktijk klaar om te lezen:
${config.baseUrl}${nominationUrl(nomination, 'beschrijving')}

Lees hem rustig door. Je kunt per onderdeel zeggen wat je anders wilt, of dat jullie het goed vinden. Er komt niets op
de site voordat jullie ja hebben gezegd.

Vraagt de pagina om een code? Dat is de bewaarcode van jullie aanmelding. Een collega met een account kan ook inloggen.

Groet,
de redactie van Verankerd`
  await sendMail(db, config, { to, subject: 'Er staat een tekst voor jullie klaar', text }, now)
}
