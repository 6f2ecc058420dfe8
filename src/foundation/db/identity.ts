import { spawn } from 'node:child_process'
import { chownSync } from 'node:fs'

/** Who runs PostgreSQL, which refuses to run as root. */
export interface Identity {
  name: string
  /** What stands before the program on the command line. */
  prefix: string[]
  /** Set where the files belong to somebody other than this process. */
  owner?: { uid: number; gid: number }
  /** True where node itself changes to the owner, without a program to help. */
  drop?: boolean
}

export interface Ownership {
  uid: number
  gid: number
}

const self: Identity = { name: 'this user', prefix: [] }
/** A user namespace in which root is nobody; outside it the files simply stay root's. */
const unshared: Identity = { name: 'root, unshared', prefix: ['unshare', '-U'] }
/** macOS and Linux do not agree on the number of nobody. */
const nobody = process.platform === 'darwin' ? 4294967294 : 65534

/** Keeps the right to pass folders that only root may enter. */
function privileged({ uid, gid }: Ownership): Identity {
  const change = ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups']
  const pass = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override']
  return { name: `uid ${uid}, may pass every folder`, prefix: ['setpriv', ...change, ...pass], owner: { uid, gid } }
}

const plain = (owner: Ownership): Identity => ({ name: `uid ${owner.uid}`, prefix: [], owner, drop: true })
const both = (owner: Ownership): Identity[] => [privileged(owner), plain(owner)]

/** The ways to run an existing cluster: always as its owner, for nothing is ever chowned. Best first. */
export function identitiesFor(owner: Ownership, me: number): Identity[] {
  if (me !== 0) return owner.uid === me ? [self] : []
  return owner.uid === 0 ? [unshared] : both(owner)
}

/** The ways to make a new cluster, best first; root follows the owner of the folder around it. */
export function identitiesForNew(around: Ownership, me: number): Identity[] {
  // A user without a name (docker run -u 1234) can't make a cluster, but nobody in a namespace of its own can.
  if (me !== 0) return [self, unshared]
  const fallback = [unshared, ...both({ uid: nobody, gid: nobody })]
  return around.uid === 0 ? fallback : [...both(around), ...fallback]
}

/** Gives a folder that was just made to whoever will run PostgreSQL in it. */
export function giveTo(identity: Identity, folder: string): void {
  if (identity.owner !== undefined) chownSync(folder, identity.owner.uid, identity.owner.gid)
}

export interface Run {
  program: string
  args: string[]
  env: Record<string, string>
}

function command(identity: Identity, { program, args, env }: Run) {
  const [first = program, ...rest] = [...identity.prefix, program, ...args]
  const { PATH = '/usr/bin:/bin:/usr/sbin:/sbin', TMPDIR } = process.env
  return {
    first,
    rest,
    options: {
      // Nothing of our own environment: it holds SECRET_KEY.
      env: { PATH, LC_ALL: 'C', TZ: 'UTC', ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env },
      ...(identity.drop ? identity.owner : {}),
    },
  }
}

/** Runs a program to its end, out of reach of a Ctrl-C; answers why it failed, or undefined when it went well. */
export async function runAs(identity: Identity, run: Run): Promise<string | undefined> {
  const { first, rest, options } = command(identity, run)
  const child = spawn(first, rest, { ...options, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    words += text
  })
  return new Promise((resolve) => {
    const end = () => child.kill()
    process.once('exit', end)
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => {
      process.off('exit', end)
      resolve(code === 0 ? undefined : words.trim() || `it ended with ${code}`)
    })
  })
}

/** Starts a program in its own process group: a Ctrl-C in the terminal is for node, which then stops it in order. */
export function startAs(identity: Identity, run: Run, errors: number) {
  const { first, rest, options } = command(identity, run)
  return spawn(first, rest, { ...options, cwd: '/', detached: true, stdio: ['ignore', errors, errors] })
}
