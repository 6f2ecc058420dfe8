import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Random bytes are drawn this many at a time: a call for twelve of them costs nearly as much. */
const DRAWN = 4096
let pool = Buffer.alloc(0)

/** Random bytes of the system's generator, each given out once. */
export function drawBytes(count: number): Buffer {
  if (count > DRAWN) return randomBytes(count)
  if (pool.length < count) pool = randomBytes(DRAWN)
  const drawn = Buffer.from(pool.subarray(0, count))
  pool.fill(0, 0, count)
  pool = pool.subarray(count)
  return drawn
}

/** A key of 32 bytes for one purpose, so that no two uses of one secret can be confused (HKDF-SHA256, RFC 5869). */
export function deriveKey(secret: Buffer | string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}

/** Encrypts with AES-256-GCM. Shape: 12 bytes nonce, 16 bytes tag, then the cipher text. `bound` ties it to its place. */
export function seal(key: Buffer, plain: Buffer | string, bound = ''): Buffer {
  const nonce = drawBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound))
  const text = Buffer.concat([cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Opens what `seal` closed. @throws when the key, the place or a single bit differs. */
export function unseal(key: Buffer, sealed: Buffer, bound = ''): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

/** SHA-256 as hex: for what has enough randomness of its own to be looked up by its hash. */
export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

/** HMAC-SHA256 as hex: for what is guessable (a mail address, six digits) and may not be found by hashing all guesses. */
export function keyedHash(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** 256 random bits as text that fits in a URL or cookie. */
export function randomToken(bytes = 32): string {
  return drawBytes(bytes).toString('base64url')
}
