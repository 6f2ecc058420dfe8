import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { deriveKey, sha256 } from '../foundation/seal.ts'
import { canonical, type Json } from '../thread/index.ts'

/** What can be decided in an Olympiade. No vote is ever in the log: only what was decided, and the hash of what was counted. */
export type LogAction =
  | 'announced'
  | 'charter locked'
  | 'round opened'
  | 'round extended'
  | 'round closed'
  | 'moderated'
  | 'change answered'
  | 'change deferred'
  | 'ballots removed'
  | 'paper counted'
  | 'live started'
  | 'live ended'

export const actionWords: Record<LogAction, string> = {
  announced: 'De Olympiade is aangekondigd',
  'charter locked': 'De spelregels zijn vastgelegd',
  'round opened': 'Een ronde ging open',
  'round extended': 'Een ronde kreeg meer tijd',
  'round closed': 'Een ronde is gesloten en geteld',
  moderated: 'De voorzitter liet iets toe of niet',
  'change answered': 'De voorzitter antwoordde op een voorstel om een kenmerk te veranderen',
  'change deferred': 'Een voorstel om een kenmerk te veranderen is doorgeschoven',
  'ballots removed': 'Stemmen zijn uit de telling gehaald',
  'paper counted': 'Papieren formulieren zijn meegeteld',
  'live started': 'Een ronde in de zaal begon',
  'live ended': 'Een ronde in de zaal is afgelopen',
}

/** One link of the chain of an Olympiade. `prev` is the hash of the one before, empty for the first. */
export interface LogEntry {
  olympiad: string
  /** 1, 2, 3 … without a gap. */
  seq: number
  action: LogAction
  /** What it is about, in a few words or as an id; never a person's words. */
  object: string
  actor: string | null
  body: Json
  at: Date
  prev: string
  hash: string
}

/** The hash of an entry over everything in it and the hash before it: nothing can change, move or vanish unseen. */
export function entryHash({ olympiad, seq, action, object, actor, body, at, prev }: Omit<LogEntry, 'hash'>): string {
  return sha256(canonical({ olympiad, seq, action, object, actor, body, at: at.toISOString(), prev }))
}

/** How far the chain came: whoever keeps a signed one elsewhere sees a chain that was cut short or written anew. */
export interface LogHead {
  olympiad: string
  seq: number
  hash: string
  signedAt: Date
  /** Ed25519 over the spelling of the rest, in base64url. */
  signature: string
}

/** What is wrong with a chain. `seq` is the place, or where the missing part begins. */
export interface LogFault {
  seq: number
  fault: 'number' | 'link' | 'hash' | 'cut' | 'rewritten' | 'signature'
}

/**
 * Everything wrong with a chain, given heads that were kept elsewhere. Seven attacks are seen: an entry that was changed,
 * deleted, inserted or moved, a tail that was cut, a whole chain written anew, an old copy put back. Source: reliability G2.
 */
export function logFaults(entries: readonly LogEntry[], heads: readonly LogHead[], key: KeyObject): LogFault[] {
  const faults: LogFault[] = []
  let prev = ''
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1
    if (entry.seq !== seq) faults.push({ seq, fault: 'number' })
    if (entry.prev !== prev) faults.push({ seq, fault: 'link' })
    if (entryHash(entry) !== entry.hash) faults.push({ seq, fault: 'hash' })
    prev = entry.hash
  }
  for (const head of heads) {
    const entry = entries[head.seq - 1]
    if (!isSigned(head, key)) faults.push({ seq: head.seq, fault: 'signature' })
    else if (entry === undefined) faults.push({ seq: entries.length + 1, fault: 'cut' })
    else if (entry.hash !== head.hash) faults.push({ seq: head.seq, fault: 'rewritten' })
  }
  return faults
}

export const faultWords: Record<LogFault['fault'], string> = {
  number: 'hier klopt de volgorde niet',
  link: 'deze regel sluit niet aan op die ervoor',
  hash: 'deze regel is veranderd',
  cut: 'vanaf hier ontbreken regels die er eerder wel waren',
  rewritten: 'hier staat iets anders dan er eerder stond',
  signature: 'deze handtekening is niet van ons',
}

const spelled = ({ olympiad, seq, hash, signedAt }: Omit<LogHead, 'signature'>): Buffer =>
  Buffer.from(canonical({ olympiad, seq, hash, at: signedAt.toISOString() }))

/** The fixed beginning of an Ed25519 private key in PKCS#8 (RFC 8410); the 32 bytes of the key itself follow. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key heads are signed with: out of the secret key, which never stands in the database. */
export const signingKey = (secretKey: Buffer): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([ED25519, deriveKey(secretKey, 'olympiad log')]),
    format: 'der',
    type: 'pkcs8',
  })

/** The key to check a signature with: everyone may have it. */
export const publicKey = (secretKey: Buffer): KeyObject => createPublicKey(signingKey(secretKey))

/** Signs how far a chain came. */
export function signHead(head: Omit<LogHead, 'signature'>, key: KeyObject): LogHead {
  return { ...head, signature: sign(null, spelled(head), key).toString('base64url') }
}

const isSigned = (head: LogHead, key: KeyObject): boolean =>
  verify(null, spelled(head), key, Buffer.from(head.signature, 'base64url'))

/** A head as one line that fits in a mail and can be pasted back. */
export const headLine = ({ olympiad, seq, hash, signedAt, signature }: LogHead): string =>
  ['verankerd-logboek', olympiad, seq, hash, signedAt.toISOString(), signature].join(' ')

const LINE =
  /^verankerd-logboek ([0-9a-f-]{36}) (\d{1,9}) ([0-9a-f]{64}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([\w-]{86})$/

/** The head that such a line says; undefined when it is none. */
export function readHeadLine(line: string): LogHead | undefined {
  const [, olympiad, seq, hash, at, signature] = LINE.exec(line.trim().replaceAll(/\s+/g, ' ')) ?? []
  if (!olympiad || !seq || !hash || !at || !signature || Number.isNaN(Date.parse(at))) return undefined
  return { olympiad, seq: Number(seq), hash, signedAt: new Date(at), signature }
}
