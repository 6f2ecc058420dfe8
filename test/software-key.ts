/** A passkey made of software: does what a phone does, so that the server's side can be tested without one. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

export interface SoftwareKey {
  id: string
  /** The answer to "make a passkey". */
  register(challenge: string, as?: { origin?: string; host?: string }): object
  /** The answer to "use a passkey"; counts up by itself. */
  use(challenge: string, as?: { origin?: string; host?: string; verified?: boolean; counter?: number }): object
}

const ORIGIN = 'http://localhost:3000'
const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

export function softwareKey(): SoftwareKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const rawId = randomBytes(16)
  const id = rawId.toString('base64url')
  let counter = 0
  const coordinate = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'))
  const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, coordinate(jwk.x)],
    [-3, coordinate(jwk.y)],
  ])
  const head = (host: string, flags: number, count: number) => {
    const bytes = Buffer.alloc(5)
    bytes.writeUInt8(flags)
    bytes.writeUInt32BE(count, 1)
    return Buffer.concat([createHash('sha256').update(host).digest(), bytes])
  }
  const client = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  return {
    id,
    register(challenge, { origin = ORIGIN, host = 'localhost' } = {}) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(rawId.length)
      const key = Buffer.from(isoCBOR.encode(cose))
      const authData = Buffer.concat([
        head(host, PRESENT | VERIFIED | ATTESTED, 0),
        Buffer.alloc(16),
        length,
        rawId,
        key,
      ])
      const attestation = new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        ...common,
        response: {
          clientDataJSON: client('webauthn.create', challenge, origin).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    use(challenge, { origin = ORIGIN, host = 'localhost', verified = true, counter: given } = {}) {
      counter = given ?? counter + 1
      const data = client('webauthn.get', challenge, origin)
      const authenticator = head(host, verified ? PRESENT | VERIFIED : PRESENT, counter)
      const signed = Buffer.concat([authenticator, createHash('sha256').update(data).digest()])
      return {
        ...common,
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authenticator.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      }
    },
  }
}
