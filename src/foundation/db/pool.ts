import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg, { type ClientConfig, type Pool, type PoolClient, type PoolConfig } from 'pg'

/** The database as the code sees it: drizzle for queries, `$client` for raw statements. */
export type Db = NodePgDatabase & { $client: Pool | PoolClient }

export interface PoolSettings {
  url: string
  /** Sessions start in this role; resetting the role comes back to it. */
  role?: string
  max?: number
  /** Called with every error of an idle or checked-out connection; the pool heals by itself. */
  log?: (error: Error) => void
  /** Lets the process end while connections are idle: for tests and one-off commands. */
  exitOnIdle?: boolean
}

const SECOND = 1000

/** No answer within these: a hung database becomes an error within five seconds, never a hung page. */
export const PATIENCE = {
  connect: 1.5 * SECOND,
  /** For a connection that others use: a hall that answers in the same second is served in turn. */
  turn: 3 * SECOND,
  query: 3 * SECOND,
  statement: 4 * SECOND,
  lock: 2.5 * SECOND,
} as const

/** Gives up a new connection sooner than the pool gives up a turn; pg-pool knows one figure for both. */
class ImpatientClient extends pg.Client {
  constructor(config?: string | ClientConfig) {
    super({
      ...(typeof config === 'string' ? { connectionString: config } : config),
      connectionTimeoutMillis: PATIENCE.connect,
    })
  }
}

/**
 * An address with what every session starts with: Dutch time, for a moment that becomes a day is a day here, and a role.
 * In the address and not beside it: options in an address, such as those of `inRole`, take the place of others.
 */
function withOptions(url: string, role: string | undefined): string {
  const address = new URL(url)
  const own = ['-c timezone=Europe/Amsterdam', ...(role === undefined ? [] : [`-c role=${role}`])]
  address.searchParams.set('options', [address.searchParams.get('options') ?? '', ...own].join(' ').trim())
  return address.href
}

/** A pool that outlives its database. */
export function openPool({ url, role, max = 20, log = () => {}, exitOnIdle = false }: PoolSettings): Pool {
  const config: PoolConfig = {
    connectionString: withOptions(url, role),
    application_name: 'verankerd',
    max,
    Client: ImpatientClient,
    connectionTimeoutMillis: PATIENCE.turn,
    query_timeout: PATIENCE.query,
    statement_timeout: PATIENCE.statement,
    lock_timeout: PATIENCE.lock,
    idle_in_transaction_session_timeout: 30 * SECOND,
    idleTimeoutMillis: 30 * SECOND,
    keepAlive: true,
    allowExitOnIdle: exitOnIdle,
  }
  const pool = new pg.Pool(config)
  pool.on('error', log)
  // Without this a client that is checked out takes the whole process with it when the database drops it.
  pool.on('connect', (client) => client.on('error', log))
  return pool
}

const known = new WeakMap<Pool | PoolClient, Db>()

/** Drizzle over a pool or over one of its connections; made once for each, for making it costs more than a query. */
export function dbOn(client: Pool | PoolClient): Db {
  const earlier = known.get(client)
  if (earlier !== undefined) return earlier
  const db: Db = drizzle<Record<string, never>, Pool | PoolClient>({ client })
  known.set(client, db)
  return db
}

/** The connection of a running transaction, or undefined where every query takes its own. */
export function connectionOf(db: Db): PoolClient | undefined {
  return 'release' in db.$client ? db.$client : undefined
}

/** The pool behind a database that is not inside a transaction. */
export function poolOf(db: Db): Pool {
  if ('release' in db.$client) throw new Error('This database handle is one transaction; it has no pool.')
  return db.$client
}
