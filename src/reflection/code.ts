import { deriveKey } from '../foundation/seal.ts'

/** Crockford's base32: no I, L, O or U, so that nobody has to ask "is that an o or a zero". */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Twenty characters of five bits: a hundred bits, too many to guess or to try out against a stolen database. */
export const CODE_LENGTH = 20

/**
 * The bewaarcode number `count` of a sheet, without spaces. Made from the sheet's secret, so that pressing twice, or an
 * answer that got lost on the way, gives the same code again; it does not lead back to the secret.
 */
export function codeOf(secret: Buffer, count: number): string {
  return [...deriveKey(secret, `reflection code ${count}`).subarray(0, CODE_LENGTH)]
    .map((byte) => ALPHABET[byte % 32])
    .join('')
}

/** A code as people read and copy it: in groups of four. */
export function inGroups(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join(' ')
}

/** What someone typed as a code, or undefined when it can't be one. Small letters, dashes and lookalikes are fine. */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s.\-–—_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return plain.length === CODE_LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : undefined
}

/** What a code opens: the hash it is found by, and the key that unwraps the secret of its sheet. Neither leads back to the code. */
export function keysOfCode(code: string): { lookup: Buffer; key: Buffer } {
  return { lookup: deriveKey(code, 'reflection code lookup'), key: deriveKey(code, 'reflection code wrap') }
}
