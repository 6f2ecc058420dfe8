import type { ClientBase } from 'pg'

/** The superuser of the embedded cluster, who owns every table and runs the migrations. */
export const OWNER = 'verankerd_owner'
/** The application: it owns nothing. */
export const APP = 'verankerd_app'
/** Who alone may read the private tables of the reflection. */
export const REFLECTOR = 'verankerd_reflector'

/** Made or found, or not to be had: then the owner does all the work and the warning says what to do about it. */
export type Roles = { separate: true } | { separate: false; warning: string }

const WARNING =
  `The roles ${APP} and ${REFLECTOR} do not exist and this database user may not make them: the application runs as ` +
  'the owner of its tables. Run the statements under "Roles" in docs/operations.md once, before the first start.'

/** Another process that makes the same roles at the same moment; roles belong to the whole server. */
const BESIDE_US = new Set(['42710', '23505', 'XX000'])

/** Makes the two roles where they are missing, and lets the owner step into them. */
export async function ensureRoles(owner: ClientBase, { login }: { login: boolean }): Promise<Roles> {
  for (let round = 0; ; round++) {
    try {
      await makeRoles(owner, login)
      return { separate: true }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code === '42501') return (await usable(owner)) ? { separate: true } : { separate: false, warning: WARNING }
      if (!BESIDE_US.has(code) || round === 9) throw error
    }
  }
}

async function makeRoles(owner: ClientBase, login: boolean): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select rolname as name from pg_roles where rolname = any($1)', [
    [APP, REFLECTOR],
  ])
  const missing = [REFLECTOR, APP].filter((name) => !rows.some((row) => row.name === name))
  for (const name of missing) {
    await owner.query(`create role ${name} noinherit ${login && name === APP ? 'login' : 'nologin'}`)
  }
  if (!(await member(owner, APP, REFLECTOR))) await owner.query(`grant ${REFLECTOR} to ${APP}`)
  // "set role" looks at who signed in. A superuser is a member of everything already.
  for (const name of [APP, REFLECTOR]) {
    if (!(await member(owner, 'current_user', name))) await owner.query(`grant ${name} to current_user`)
  }
}

/** Made by hand: both are there and the owner may step into them. */
async function usable(owner: ClientBase): Promise<boolean> {
  const { rows } = await owner.query('select from pg_roles where rolname = any($1)', [[APP, REFLECTOR]])
  return (
    rows.length === 2 && (await member(owner, 'current_user', APP)) && (await member(owner, 'current_user', REFLECTOR))
  )
}

async function member(owner: ClientBase, who: string, role: string): Promise<boolean> {
  const subject = who === 'current_user' ? 'current_user' : `'${who}'`
  const { rows } = await owner.query<{ yes: boolean }>(
    `select case when current_setting('server_version_num')::int >= 160000
       then pg_has_role(${subject}, '${role}', 'SET') else pg_has_role(${subject}, '${role}', 'MEMBER') end as yes`,
  )
  return rows[0]?.yes === true
}

/** A migration names the roles; where they do not exist, the owner stands in for them. */
export function withoutRoles(text: string): string {
  return text.replaceAll(new RegExp(`\\b(${APP}|${REFLECTOR})\\b`, 'g'), 'current_user')
}
