import { drawBytes, sha256 } from './seal.ts'

/** Crockford's base32: no I, L, O or U, so that nobody has to ask "is that an o or a zero". */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Twenty characters of five bits: a hundred bits, too many to guess or to try out against a stolen database. */
export const CODE_LENGTH = 20

/** The code that these bytes spell, without spaces: one letter for each of the first twenty. */
export const codeOfBytes = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % 32]).join('')

/** A new code out of chance, without spaces. */
export const newCode = (): string => codeOfBytes(drawBytes(CODE_LENGTH))

/** A code as people read and copy it: in groups of four. */
export const inGroups = (code: string): string => (code.match(/.{1,4}/g) ?? []).join(' ')

/** What someone typed as a code, or undefined when it can't be one. Small letters, dashes and lookalikes are fine. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s.\-–—_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return plain.length === CODE_LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : undefined
}

/** What is kept of a code: it has enough randomness of its own for a plain hash. `purpose` keeps uses apart. */
export const hashOfCode = (purpose: string, code: string): string => sha256(`${purpose}\n${code}`)
