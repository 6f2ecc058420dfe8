import { createHmac, randomBytes } from 'node:crypto'
import type { Json } from './fingerprint.ts'

/** Words that belong to a person: a quote, a name, a reason, a comment. */
export interface Utterance {
  id: string
  /** Null once withdrawn. */
  text: string | null
  hash: string
  withdrawn: boolean
}

/** How a revision's body points at someone's words: `{ "utterance": …, "hash": … }`, anywhere in it. */
export interface UtteranceReference {
  utterance: string
  hash: string
}

/** A salt of 256 bits. It is a key: without it the hash says nothing about any text. */
export const newSalt = (): Buffer => randomBytes(32)

/** The salted hash that a revision keeps. Once the salt is gone, no guess can be tried against it any more. */
export function utteranceHash(salt: Buffer, text: string): string {
  return createHmac('sha256', salt).update(text).digest('hex')
}

/** Every reference to someone's words in a body, once each. */
export function referencesIn(body: Json): UtteranceReference[] {
  const found = new Map<string, UtteranceReference>()
  collect(body, found)
  return [...found.values()]
}

function collect(value: Json, found: Map<string, UtteranceReference>): void {
  if (value === null || typeof value !== 'object') return
  const { utterance, hash } = value as { utterance?: Json; hash?: Json }
  if (typeof utterance === 'string' && typeof hash === 'string') found.set(utterance, { utterance, hash })
  for (const member of Object.values(value)) if (member !== undefined) collect(member, found)
}

/** Shorter words than this ("ja") stand in any text by chance. */
const TELLING = 8

/** Whether someone's words stand written out where only a reference may stand. */
export function holdsWords(written: string, words: string[]): boolean {
  const folded = written.toLowerCase()
  return words.some((text) => text.trim().length >= TELLING && folded.includes(text.trim().toLowerCase()))
}
