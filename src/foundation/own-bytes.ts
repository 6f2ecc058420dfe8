/**
 * The same bytes in memory of their own, for what is kept: short ones are cut from a pool of 8 KB and packed ones from a
 * chunk of 16, and the smallest piece keeps all of it.
 */
export function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}
