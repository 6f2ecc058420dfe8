/** Every setting that can be wrong, and the sentence that says so. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigFault, readConfig } from '../../src/foundation/config.ts'

const KEY = 'k'.repeat(40)
const REAL = { DEMO: 'off', SECRET_KEY: KEY }

const cases: { name: string; env: Record<string, string>; says: RegExp[] }[] = [
  { name: 'the trial open to others by accident', env: { HOST: '0.0.0.0' }, says: [/^HOST 0\.0\.0\.0 .*DEMO=on/] },
  { name: 'no SECRET_KEY for real use', env: { DEMO: 'off' }, says: [/^SECRET_KEY is missing/] },
  {
    name: 'no SECRET_KEY beside DATABASE_URL',
    env: { DATABASE_URL: 'postgres://x/y' },
    says: [/^SECRET_KEY is missing/],
  },
  { name: 'a short SECRET_KEY', env: { DEMO: 'off', SECRET_KEY: 'kort' }, says: [/^SECRET_KEY must have at least 32/] },
  { name: 'a PORT that is none', env: { PORT: 'abc' }, says: [/^PORT must be a number/] },
  { name: 'a PORT too high', env: { PORT: '70000' }, says: [/^PORT must be a number/] },
  { name: 'a PORT with a fraction', env: { PORT: '80.5' }, says: [/^PORT must be a whole number/] },
  { name: 'a HOST that is none', env: { HOST: 'hier' }, says: [/^HOST must be an IP address/] },
  {
    name: 'PROXIES that is no number',
    env: { PROXIES: 'nginx' },
    says: [/^PROXIES must be a whole number from 0 to 9/],
  },
  { name: 'PROXIES below nothing', env: { PROXIES: '-1' }, says: [/^PROXIES must be a whole number from 0 to 9/] },
  { name: 'half a proxy', env: { PROXIES: '1.5' }, says: [/^PROXIES must be a whole number from 0 to 9/] },
  { name: 'DEMO misspelled', env: { DEMO: 'ja' }, says: [/^DEMO must be on or off/] },
  {
    name: 'BASE_URL without a protocol',
    env: { BASE_URL: 'verankerd.example' },
    says: [/^BASE_URL must be an address/],
  },
  {
    name: 'another database',
    env: { DATABASE_URL: 'mysql://x/y', ...REAL },
    says: [/^DATABASE_URL must be an address/],
  },
  { name: 'a mail server that is none', env: { SMTP_URL: 'ftp://x' }, says: [/^SMTP_URL must be an address/] },
  { name: 'a sender that is none', env: { MAIL_FROM: 'wij' }, says: [/^MAIL_FROM must be a mail address/] },
  { name: 'a contact that is none', env: { CONTACT_EMAIL: 'wij' }, says: [/^CONTACT_EMAIL must be a mail address/] },
  { name: 'real use for others without an address', env: { ...REAL, HOST: '0.0.0.0' }, says: [/^BASE_URL is missing/] },
  {
    name: 'half of a sign-in provider',
    env: { ...REAL, OIDC_ISSUER: 'https://a.example' },
    says: [/^OIDC_ISSUER needs/],
  },
  {
    name: 'half of a store for uploads',
    env: { FILES_S3_ENDPOINT: 'https://a.example' },
    says: [/^FILES_S3_ENDPOINT, FILES_S3_BUCKET, .* go together/],
  },
  { name: 'a bucket that is none', env: { FILES_S3_BUCKET: 'Mijn Map' }, says: [/^FILES_S3_BUCKET must be the name/] },
  { name: 'a scanner that is none', env: { FILES_SCANNER: 'localhost' }, says: [/^FILES_SCANNER must look like/] },
  { name: 'several at once', env: { PORT: 'x', DEMO: 'x', SMTP_URL: 'x' }, says: [/^PORT /, /^SMTP_URL /, /^DEMO /] },
]

for (const { name, env, says } of cases) {
  test(`refused with a sentence: ${name}`, () => {
    assert.throws(
      () => readConfig(env),
      (fault) => {
        assert.ok(fault instanceof ConfigFault)
        assert.equal(fault.faults.length, says.length, fault.message)
        for (const sentence of says)
          assert.ok(
            fault.faults.some((line) => sentence.test(line)),
            fault.message,
          )
        assert.doesNotMatch(fault.message, /kort|k{40}/, 'a sentence never repeats a secret')
        return true
      },
    )
  })
}

test('an empty setting means the same as none', () => {
  const config = readConfig({ ...REAL, HOST: '', PORT: ' ', SMTP_URL: '' })
  assert.deepEqual([config.host, config.port, config.smtpUrl], ['127.0.0.1', 3000, undefined])
})
