import { wallClock } from '../foundation/clock.ts'
import { ConfigFault, readConfig } from '../foundation/config.ts'
import { type Db, joinDatabase } from '../foundation/db/index.ts'
import { clearSecondFactor, makeAdmin } from './admin.store.ts'
import { Email } from './sign-in.form.ts'

// npm run admin -- EMAIL: the first admin cannot be appointed by another one.
// npm run admin -- EMAIL --clear-second-factor: for someone who lost app, passkeys and recovery codes.
const [given, option] = process.argv.slice(2)
const email = Email.safeParse(given)
if (!email.success || (option !== undefined && option !== '--clear-second-factor')) {
  process.stderr.write('Use: npm run admin -- name@example.org [--clear-second-factor]\n')
  process.exit(2)
}

async function outcome(db: Db, address: string, baseUrl: string): Promise<string> {
  if (option !== undefined)
    return (await clearSecondFactor(db, address))
      ? `${address} has no second step and is signed out everywhere.`
      : `Nobody signed in with ${address} yet.`
  return (await makeAdmin(db, address, wallClock()))
    ? `${address} is an admin now. Sign in at ${baseUrl}/inloggen and set up the second step.`
    : `${address} was an admin already.`
}

try {
  const config = readConfig(process.env)
  const database = await joinDatabase(config)
  try {
    process.stdout.write(`${await outcome(database.db, email.data, config.baseUrl)}\n`)
  } finally {
    await database.close()
  }
} catch (fault) {
  const sentences =
    fault instanceof ConfigFault ? fault.faults : [fault instanceof Error ? fault.message : String(fault)]
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
