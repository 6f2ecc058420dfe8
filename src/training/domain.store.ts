import { type Db, statement } from '../foundation/db/index.ts'
import { randomToken } from '../foundation/seal.ts'
import type { ProviderDomain } from './domain.ts'
import type { Hand } from './hand.ts'

const COLUMNS = `provider_domain.id, provider_domain.provider, provider_domain.domain, code, asked_at as "askedAt",
  verified_at as "verifiedAt", looked_at as "lookedAt", refused, declined.refused_at as "declinedAt",
  coalesce(declined.words, '') as declined`
const FROM = `training.provider_domain
  left join training.domain_refusal as declined on declined.domain = provider_domain.id`

type Row = ProviderDomain & Record<string, unknown>

const ofProvider = statement<Row>(
  'training.domainsOf',
  `select ${COLUMNS} from ${FROM} where provider = $1 order by provider_domain.domain limit 50`,
)
const byId = statement<Row>('training.domain', `select ${COLUMNS} from ${FROM} where id = $1`)
const hold = statement('training.holdDomain', 'select from training.provider_domain where id = $1 for update')
const insert = statement(
  'training.nameDomain',
  `insert into training.provider_domain (provider, domain, code, asked_at, asked_by) values ($1, $2, $3, $4, $5)
   on conflict (provider, domain) do nothing`,
)
const verify = statement(
  'training.verifyDomain',
  `update training.provider_domain set verified_at = $2, verified_by = $3, looked_at = $2, refused = ''
   where id = $1 and verified_at is null`,
)
const refuse = statement(
  'training.refuseDomain',
  'update training.provider_domain set looked_at = $2, refused = $3 where id = $1 and verified_at is null',
)
const remove = statement('training.removeDomain', 'delete from training.provider_domain where id = $1')
const decline = statement(
  'training.declineDomain',
  `insert into training.domain_refusal (domain, refused_at, refused_by, words) values ($1, $2, $3, $4)
   on conflict do nothing`,
)
const waiting = statement<WaitingDomain & Record<string, unknown>>(
  'training.domainsWaiting',
  `select ${COLUMNS}, provider.name
   from ${FROM} join training.provider on provider.id = provider_domain.provider
   where verified_at is null and declined.domain is null order by asked_at limit 200`,
)

/** The domains a provider named. */
export const domainsOf: (db: Db, provider: string) => Promise<ProviderDomain[]> = ofProvider

/** One of them. */
export const readDomain = async (db: Db, id: string): Promise<ProviderDomain | undefined> => (await byId(db, id))[0]

/** The same, held until the end of the transaction: what two editors decide about it follows each other. */
export async function holdDomain(tx: Db, id: string): Promise<ProviderDomain | undefined> {
  await hold(tx, id)
  return readDomain(tx, id)
}

/** Notes that a provider says a domain is theirs, with a code of its own to show it by. Naming it twice changes nothing. */
export async function nameDomain(tx: Db, provider: string, domain: string, { by, at }: Hand): Promise<void> {
  await insert(tx, provider, domain, `verankerd-${randomToken(16)}`, at, by)
}

/** It was seen, or an editor said it: the domain is theirs. */
export const verifyDomain = async (tx: Db, id: string, { by, at }: Hand): Promise<void> =>
  void (await verify(tx, id, at, by))

/** An editor could not confirm it, and says why. It can still be shown. */
export const declineDomain = async (tx: Db, id: string, words: string, { by, at }: Hand): Promise<void> =>
  void (await decline(tx, id, at, by, words))

/** It was not seen, and why. */
export const refuseDomain = async (tx: Db, id: string, why: string, at: Date): Promise<void> =>
  void (await refuse(tx, id, at, why))

/** Lets a domain go: nothing is read from it any more. */
export const removeDomain = async (tx: Db, id: string): Promise<void> => void (await remove(tx, id))

/** A domain, with the name of who says it is theirs. */
export type WaitingDomain = ProviderDomain & { name: string }

/** Domains nobody saw yet and no editor decided about: an editor may know better than a name server. */
export const domainsWaiting: (db: Db) => Promise<WaitingDomain[]> = waiting
