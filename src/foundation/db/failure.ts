/** SQLSTATE classes and codes that say "not now" instead of "not so". */
const CLASSES = /^(08|53|57P0[1-5])/
const CODES = new Set([
  '40001', // two transactions could not be put one after the other
  '40P01', // deadlock: this one was given up so that the other could go on
  '55P03', // lock not available within lock_timeout
  '57014', // cancelled by statement_timeout
  '25P03', // idle in transaction for too long
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
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  const failure = innermost(error)
  if (failure === undefined) return false
  if (failure instanceof AggregateError) return failure.errors.some(isUnavailable)
  const { code, message, syscall } = failure
  if (code === 'ENOENT') return syscall === 'connect'
  if (code !== undefined) return CODES.has(code) || CLASSES.test(code)
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
