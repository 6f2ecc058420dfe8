import { asRole, type Db, REFLECTOR, statement } from '../foundation/db/index.ts'
import { seal, unseal } from '../foundation/seal.ts'
import { codeOf, keysOfCode } from './code.ts'
import { lookupOf } from './sheet.ts'

const retire = statement('reflection.code.retire', 'delete from reflection.code where sheet = $1 and lookup <> $2')
const insert = statement(
  'reflection.code.insert',
  'insert into reflection.code (lookup, sheet, wrapped) values ($1, $2, $3) on conflict (lookup) do nothing',
)
const read = statement<{ wrapped: Buffer }>(
  'reflection.code.read',
  'select wrapped from reflection.code where lookup = $1',
)

const bound = 'reflection code'

/** Makes code number `count` of a sheet work, and no other. Returns it, to be shown once. */
export async function makeCode(db: Db, secret: Buffer, count: number): Promise<string> {
  const code = codeOf(secret, count)
  const { lookup, key } = keysOfCode(code)
  const sheet = lookupOf(secret)
  const settings = { 'app.sheet': sheet.toString('hex'), 'app.code': lookup.toString('hex') }
  await asRole(db, REFLECTOR, settings, async (tx) => {
    await retire(tx, sheet, lookup)
    await insert(tx, lookup, sheet, seal(key, secret, bound))
  })
  return code
}

/** The secret behind a code; the sheet itself may have expired since. */
export async function secretOfCode(db: Db, code: string): Promise<Buffer | undefined> {
  const { lookup, key } = keysOfCode(code)
  const [row] = await asRole(db, REFLECTOR, { 'app.code': lookup.toString('hex') }, (tx) => read(tx, lookup))
  return row && unseal(key, row.wrapped, bound)
}
