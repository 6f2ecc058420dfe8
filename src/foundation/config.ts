import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Everything that may differ between two installations. Read once, at the start, from the environment alone. */
export interface Config {
  host: string
  port: number
  /** Address under which visitors reach us; no trailing slash. Decides cookies, links in mail and the Origin check. */
  baseUrl: string
  /** True where baseUrl is https: cookies then carry Secure and the `__Host-` prefix. */
  secure: boolean
  /** Absolute folder for the embedded database and the secret key of a trial installation. */
  dataDir: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  /** Who keeps the signed heads of logs, away from this machine. */
  auditEmail: string | undefined
  /** 32 bytes. Wraps the keys of persons and seals what the database may not read. Never stored in the database. */
  secretKey: Buffer
  demo: boolean
  /** How many proxies of our own stand in front; the network address of a visitor is counted back over that many. */
  proxies: number
  logLevel: string
  contact: { name: string; email: string; phone: string | undefined; address: string | undefined }
  openId: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
  /** Where uploads are kept (`s3` absent: on disk, below dataDir) and who looks for viruses in them. */
  files: { s3: ObjectStore | undefined; scanner: { host: string; port: number } | undefined }
}

/** An S3-compatible store: address, bucket, and the pair of keys that opens it. */
export interface ObjectStore {
  endpoint: string
  bucket: string
  key: string
  secret: string
  region: string
}

/** One or more settings are wrong; `faults` has one sentence per fault, ready to print. */
export class ConfigFault extends Error {
  faults: string[]
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const url = (protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address that starts with ${protocols.map((name) => `${name}//`).join(' or ')}`,
    )

const Environment = z.object({
  HOST: z
    .string()
    .refine((text) => isIP(text) > 0 || text === 'localhost', 'must be an IP address, for example 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a number between 1 and 65535')
    .int('must be a whole number')
    .min(1, 'must be a number between 1 and 65535')
    .max(65535, 'must be a number between 1 and 65535')
    .default(3000),
  BASE_URL: url(['http:', 'https:']).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.email('must be a mail address').optional(),
  AUDIT_EMAIL: z.email('must be a mail address').optional(),
  SECRET_KEY: z
    .string()
    .min(32, 'must have at least 32 characters, for example the output of: openssl rand -base64 32')
    .optional(),
  DEMO: z.enum(['on', 'off'], 'must be on or off').optional(),
  PROXIES: z.coerce
    .number('must be a whole number from 0 to 9: how many proxies of your own stand in front')
    .int('must be a whole number from 0 to 9')
    .min(0, 'must be a whole number from 0 to 9')
    .max(9, 'must be a whole number from 0 to 9')
    .default(0),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
    .default('info'),
  CONTACT_NAME: z.string().min(1).default('Redactie Verankerd (proefopstelling)'),
  CONTACT_EMAIL: z.email('must be a mail address').default('redactie@verankerd.example'),
  CONTACT_PHONE: z.string().optional(),
  CONTACT_ADDRESS: z.string().optional(),
  OIDC_ISSUER: url(['http:', 'https:']).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('je organisatie'),
  FILES_S3_ENDPOINT: url(['http:', 'https:']).optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'must be the name of a bucket: small letters, digits, dots and hyphens',
    )
    .optional(),
  FILES_S3_KEY: z.string().optional(),
  FILES_S3_SECRET: z.string().optional(),
  FILES_S3_REGION: z.string().default('us-east-1'),
  FILES_SCANNER: z
    .string()
    .regex(/^clamd:\/\/(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/, 'must look like clamd://127.0.0.1:3310')
    .optional(),
})

/** An empty variable means the same as an absent one: `PORT= npm start` is a habit of shells, not a wish. */
function present(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())))
}

/**
 * Reads and checks the settings.
 * @throws ConfigFault with one clear sentence per fault, all faults at once.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(present(env))
  if (!parsed.success)
    throw new ConfigFault(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`))
  const set = parsed.data
  const demo = set.DEMO ? set.DEMO === 'on' : set.DATABASE_URL === undefined
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(set.HOST)
  const faults: string[] = []
  if (demo && !loopback && set.DEMO !== 'on')
    faults.push(
      `HOST ${set.HOST} would show the trial installation, where anyone may become anyone, to other machines. Set DEMO=off (and SECRET_KEY) for real use, or DEMO=on if you mean it.`,
    )
  if (!demo && !set.SECRET_KEY)
    faults.push(
      'SECRET_KEY is missing. Outside the trial installation it is needed: keep the output of `openssl rand -base64 32` in a safe place and set it.',
    )
  if (!demo && !set.BASE_URL && !loopback)
    faults.push('BASE_URL is missing: the address visitors type, for example https://verankerd.example.')
  if (set.BASE_URL && !/^\/*$/.test(new URL(set.BASE_URL).pathname))
    faults.push('BASE_URL has a path, and every address here begins at the root: give the site a host name of its own.')
  if (set.OIDC_ISSUER && !(set.OIDC_CLIENT_ID && set.OIDC_CLIENT_SECRET))
    faults.push('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it.')
  const store = [set.FILES_S3_ENDPOINT, set.FILES_S3_BUCKET, set.FILES_S3_KEY, set.FILES_S3_SECRET]
  if (store.some((one) => one) && !store.every((one) => one))
    faults.push(
      'FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY and FILES_S3_SECRET go together: set all four or none.',
    )
  if (faults.length > 0) throw new ConfigFault(faults)

  const dataDir = resolve(set.DATA_DIR)
  const baseUrl = (set.BASE_URL ?? `http://${visitedAs(set.HOST)}:${set.PORT}`).replace(/\/+$/, '')
  return {
    host: set.HOST,
    port: set.PORT,
    baseUrl,
    secure: baseUrl.startsWith('https:'),
    dataDir,
    databaseUrl: set.DATABASE_URL,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM ?? set.CONTACT_EMAIL,
    auditEmail: set.AUDIT_EMAIL,
    secretKey: set.SECRET_KEY ? createHash('sha256').update(set.SECRET_KEY).digest() : trialKey(dataDir),
    demo,
    proxies: set.PROXIES,
    logLevel: set.LOG_LEVEL,
    contact: {
      name: set.CONTACT_NAME,
      email: set.CONTACT_EMAIL,
      phone: set.CONTACT_PHONE,
      address: set.CONTACT_ADDRESS,
    },
    openId:
      set.OIDC_ISSUER && set.OIDC_CLIENT_ID && set.OIDC_CLIENT_SECRET
        ? {
            issuer: set.OIDC_ISSUER,
            clientId: set.OIDC_CLIENT_ID,
            clientSecret: set.OIDC_CLIENT_SECRET,
            name: set.OIDC_NAME,
          }
        : undefined,
    files: filesOf(set),
  }
}

function filesOf(set: z.output<typeof Environment>): Config['files'] {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_KEY: key, FILES_S3_SECRET: secret } = set
  const scanner = set.FILES_SCANNER ? new URL(set.FILES_SCANNER) : undefined
  return {
    s3:
      endpoint && bucket && key && secret
        ? { endpoint: endpoint.replace(/\/+$/, ''), bucket, key, secret, region: set.FILES_S3_REGION }
        : undefined,
    scanner: scanner && { host: scanner.hostname.replace(/^\[|\]$/g, ''), port: Number(scanner.port) },
  }
}

/** What visitors on this machine type for a listening address; "all addresses" is none a browser can send back to us. */
function visitedAs(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return 'localhost'
  return isIP(host) === 6 ? `[${host}]` : host
}

/** A trial installation without SECRET_KEY keeps a key of its own beside (never inside) the database folder. */
function trialKey(dataDir: string): Buffer {
  const file = join(dataDir, 'secret.key')
  if (existsSync(file)) {
    const kept = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
    if (kept.length === 32) return kept
    throw new ConfigFault([
      `${file} holds no key. Put the right one back, or remove it: what was sealed with it can then never be opened.`,
    ])
  }
  mkdirSync(dataDir, { recursive: true })
  const key = randomBytes(32)
  // Written whole or not at all: half a key after a full disk would be taken for a key.
  writeFileSync(`${file}.new`, `${key.toString('base64')}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return key
}
