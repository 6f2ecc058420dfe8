/** SQLSTATE classes and codes that say that nobody can do anything with the database now. */
const AWAY_CLASSES = /^(08|53|57P0[1-5])/
const AWAY = new Set([
  '25006', // the server became read-only: a standby that is taking over
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** The database is there, and did not do this one transaction now. What it did of it, it undid. */
const NOT_THIS = new Set([
  '40001', // two transactions could not be put one after the other
  '40P01', // deadlock: this one was given up so that the other could go on
  '55P03', // lock not available within lock_timeout
  '57014', // cancelled by statement_timeout
  '25P03', // idle in transaction for too long
])

/** What node-postgres says without a code. */
const WORDS =
  /^(Connection terminated|timeout (exceeded|expired)|Query read timeout|Client (has encountered a connection error|was closed)|Cannot use a pool after calling end)/

interface Failure {
  code?: string
  message: string
  syscall?: string
  constraint?: string
  table?: string
  schema?: string
}

/** The error PostgreSQL or the driver gave, under the wrappings of drizzle. */
function innermost(error: unknown): Failure | undefined {
  let inner: unknown = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  return inner instanceof Error ? inner : undefined
}

/** True when the database can't answer now: the answer is 503 with Retry-After, and trying again makes sense. */
export function isUnavailable(error: unknown): boolean {
  return isAway(error) || NOT_THIS.has(innermost(error)?.code ?? '')
}

/**
 * True when the database itself is away: whatever is asked of it now fails in the same way, and of what it had not yet
 * answered nobody knows whether it was done. A deadlock or a lock that did not come concerns one transaction only.
 */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway)
  const failure = innermost(error)
  if (failure === undefined) return false
  if (failure instanceof AggregateError) return failure.errors.some(isAway)
  const { code, message, syscall } = failure
  if (code === 'ENOENT') return syscall === 'connect'
  if (code !== undefined) return AWAY.has(code) || AWAY_CLASSES.test(code)
  return WORDS.test(message)
}

/** The name of the unique or other constraint that refused a row, or undefined for any other error. */
export function violated(error: unknown): string | undefined {
  const failure = innermost(error)
  return failure?.code?.startsWith('23') ? failure.constraint : undefined
}

/**
 * What a log may say about a database error. Never log its message: drizzle puts every typed value in it, and
 * PostgreSQL quotes the value it refused.
 */
export function failureFacts(error: unknown): { code?: string; constraint?: string; table?: string } | undefined {
  const failure = innermost(error)
  if (failure?.code === undefined) return undefined
  const { code, constraint, schema, table } = failure
  return {
    code,
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table: `${schema}.${table}` }),
  }
}
