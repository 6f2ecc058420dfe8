import { type Db, statement } from '../foundation/db/index.ts'

const keys = statement('olympiad.forget.keys', 'delete from olympiad.pseudonym where olympiad = $1')
const reasons = statement(
  'olympiad.forget.reasons',
  `update olympiad.reason set pseudonym = null
   where pseudonym is not null and round in (select id from olympiad.round where olympiad = $1)`,
)
const proposals = statement(
  'olympiad.forget.proposals',
  `update olympiad.proposal set pseudonym = null
   where pseudonym is not null and round in (select id from olympiad.round where olympiad = $1)`,
)

const flagged = statement(
  'olympiad.forget.flags',
  `update olympiad.flag set pseudonyms = '{}' where round in (select id from olympiad.round where olympiad = $1)`,
)

/**
 * At the final closing: from here on no key leads to any ballot. What still lies together under a pseudonym gets another
 * one right after, when it is mixed.
 */
export async function forgetKeys(tx: Db, olympiad: string): Promise<void> {
  await keys(tx, olympiad)
  await reasons(tx, olympiad)
  await proposals(tx, olympiad)
  await flagged(tx, olympiad)
}
