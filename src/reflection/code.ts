import { codeOfBytes } from '../foundation/save-code.ts'
import { deriveKey } from '../foundation/seal.ts'

/**
 * The bewaarcode number `count` of a sheet, without spaces. Made from the sheet's secret, so that pressing twice, or an
 * answer that got lost on the way, gives the same code again; it does not lead back to the secret.
 */
export function codeOf(secret: Buffer, count: number): string {
  return codeOfBytes(deriveKey(secret, `reflection code ${count}`))
}

/** What a code opens: the hash it is found by, and the key that unwraps the secret of its sheet. Neither leads back to the code. */
export function keysOfCode(code: string): { lookup: Buffer; key: Buffer } {
  return { lookup: deriveKey(code, 'reflection code lookup'), key: deriveKey(code, 'reflection code wrap') }
}
