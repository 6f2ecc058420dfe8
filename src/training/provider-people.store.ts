import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import { sendMail } from '../foundation/mail/index.ts'
import { addressesOf } from '../people/index.ts'
import { providersById } from './provider.store.ts'

/** Sends a mail to everyone who manages a provider. Returns how many. */
export async function mailProvider(
  tx: Db,
  config: Pick<Config, 'secretKey' | 'baseUrl'>,
  provider: string,
  mail: { subject: string; text: string },
  now: Date,
): Promise<number> {
  const of = (await providersById(tx, [provider])).get(provider)
  const addresses = of ? await addressesOf(tx, 'provider', of.organisation) : []
  for (const to of addresses) await sendMail(tx, config, { to, ...mail }, now)
  return addresses.length
}
