import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { closeParts, type TestParts, testParts } from '../../test/parts.ts'
import { docx } from '../../test/uploads/office.ts'
import { pdf } from '../../test/uploads/pdf.ts'
import { phonePicture } from '../../test/uploads/picture.ts'
import { people, settleWorld } from '../../test/world.ts'
import { fileRoutes, SENTENCE, stopInspecting } from '../foundation/files/index.ts'
import { type HouseEnv, house, page, sessionCookieName } from '../foundation/http/index.ts'
import { deriveKey, keyedHash, randomToken, sha256 } from '../foundation/seal.ts'
import { Form } from '../foundation/ui/index.ts'
import { type PeopleEnv, whoIsHere } from '../people/index.ts'
import { mayReadFile, settleAttachments } from './attachment.entry.ts'
import { AttachmentField, AttachmentList } from './attachment.part.tsx'
import { attachmentsOf, detachAll } from './attachment.store.ts'
import { openNomination } from './nomination.entry.ts'
import { PICTURES, uploadIn } from './upload.entry.ts'

let parts: TestParts
let app: Hono<HouseEnv>
const dataDir = mkdtempSync(join(tmpdir(), 'verankerd-attachments-'))
const BASE = 'http://localhost:3000'
const call = '00000000-0000-4000-8000-00000000c001'
const nomination = '00000000-0000-4000-8000-00000000a001'
const practice = '00000000-0000-4000-8000-00000000b001'
const reader = people.noor.id

before(async () => {
  parts = await testParts({ DATA_DIR: dataDir })
  const { db, pool } = parts.database
  await settleWorld(db, { now: parts.clock() })
  await pool.query(
    `insert into practices.criteria_edition (slug, title, year, source, ours) values ('c', '', 2026, '', '')`,
  )
  await pool.query(
    `insert into practices.call (id, slug, year, title, intro, contact, opens_on, closes_on, criteria, vocabulary, source, fictional)
     values ($1, 'o', 2026, '', '', '', '2026-01-01', '2026-12-31', 'c', 'v', '', true)`,
    [call],
  )
  await pool.query(`insert into practices.nomination (id, call, code_hash, started_at) values ($1, $2, $3, now())`, [
    nomination,
    call,
    sha256('code'),
  ])
  await pool.query(`insert into practices.nomination_colleague values ($1, $2, now())`, [nomination, people.ingrid.id])
  await pool.query(
    `insert into practices.practice (id, slug, nomination, call, title, line, organisation, organisation_kind, gemeente,
       started_on, fictional, created_at) values ($1, 'p', $2, $3, '', '', '', '', '', '2020-01-01', true, now())`,
    [practice, nomination, call],
  )
  const rooms = new Hono<PeopleEnv>()
    .use(whoIsHere)
    .get('/aanmelding/:id', async (c) => {
      const { id } = await openNomination(c, c.req.param('id'))
      const attachments = await attachmentsOf(c.var.db, id)
      return page(
        c,
        { title: 'Documenten' },
        <Form action="" enctype="multipart/form-data">
          <AttachmentList attachments={attachments} removable />
          <AttachmentField />
        </Form>,
      )
    })
    .post('/aanmelding/:id', async (c) => {
      const { id } = await openNomination(c, c.req.param('id'))
      const { errors } = await settleAttachments(c, id)
      const title = String(c.var.body?.bestandstitel ?? '')
      if (errors.length > 0)
        return page(
          c,
          { title: 'Documenten', errors: errors.length },
          <AttachmentField errors={errors} title={title} />,
        )
      return c.redirect(`/aanmelding/${id}`, 303)
    })
    .post('/foto', async (c) => {
      const upload = await uploadIn(c, 'foto', { account: practice, kinds: PICTURES, as: 'jpeg' })
      return upload.is === 'received' ? c.text(upload.file.id) : c.text(JSON.stringify(upload), 400)
    })
    .route('/', fileRoutes(mayReadFile))
  app = house(parts).route('/', rooms)
})
after(async () => {
  stopInspecting()
  await closeParts(parts)
})

const onDisk = () =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter(
    (one) => one.isFile() && /^[0-9a-f]{32}/.test(one.name),
  )

/** Signed in as someone of the cast, with the second factor. */
async function as(person: { id: string }) {
  const token = randomToken()
  const { rows } = await parts.database.pool.query<{ id: string }>(
    `insert into house.session (token_hash, subject, label, started_at, seen_at, second_factor_at)
     values ($1, $2, '', $3, $3, $3) returning id`,
    [sha256(token), person.id, parts.clock()],
  )
  const cookie = `${sessionCookieName(false)}=${token}`
  const get = async (path: string) => app.fetch(new Request(`${BASE}${path}`, { headers: { cookie } }))
  const own = keyedHash(deriveKey(parts.config.secretKey, 'form token'), rows[0]?.id ?? '')
  const post = async (path: string, fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ _token: own, ...fields })) body.set(name, value)
    const headers = { cookie, origin: BASE, 'sec-fetch-site': 'same-origin' }
    return app.fetch(new Request(`${BASE}${path}`, { method: 'POST', body, headers }))
  }
  return { get, post }
}

const file = (name: string, bytes: Buffer) => new File([new Uint8Array(bytes)], name)
const at = `/aanmelding/${nomination}`

test('documents are added one at a time, shown, taken along by whoever may, and taken away for good', async () => {
  const ingrid = await as(people.ingrid)
  assert.equal(
    (await ingrid.post(at, { bestand: file('plan.pdf', pdf()), bestandstitel: 'Plan van aanpak' })).status,
    303,
  )
  assert.equal((await ingrid.post(at, { bestand: file('evaluatie-2025.docx', docx()), bestandstitel: '' })).status, 303)
  const shown = await (await ingrid.get(at)).text()
  assert.match(shown, /Plan van aanpak<\/a>/)
  assert.match(shown, /evaluatie 2025<\/a>/)
  assert.match(shown, /\(pdf, 1 kB\)/)
  const [one, two] = await attachmentsOf(parts.database.db, nomination)
  assert.ok(one && two)
  const path = `/bestanden/${one.file.id}`
  assert.equal((await ingrid.get(path)).status, 200)
  assert.equal((await (await as(people.yusuf)).get(path)).status, 200)
  const noor = await as(people.noor)
  assert.equal((await noor.get(path)).status, 404)
  assert.equal((await app.fetch(new Request(`${BASE}${path}`))).status, 404)
  assert.equal((await noor.post(at, { verwijder: one.id })).status, 404)
  assert.equal((await ingrid.post(at, { verwijder: one.id })).status, 303)
  assert.equal((await ingrid.get(path)).status, 404)
  assert.deepEqual(
    (await attachmentsOf(parts.database.db, nomination)).map(({ id }) => id),
    [two.id],
  )
  const { rows } = await parts.database.pool.query(`select from pgboss.job where name = 'file-removal'`)
  assert.equal(rows.length, 1)
})

test('a reader who declared no interest may take it along, a conflicted one may not', async () => {
  const { pool, db } = parts.database
  const [document] = await attachmentsOf(db, nomination)
  const path = `/bestanden/${document?.file.id}`
  const { rows } = await pool.query<{ id: string }>(
    `insert into practices.assignment (nomination, reader, due_on, assigned_by, assigned_at) values ($1, $2, '2026-12-01', $2, now()) returning id`,
    [nomination, reader],
  )
  await pool.query(`insert into people.role_grant (person, role, granted_at) values ($1, 'reader', now())`, [reader])
  const noor = await as(people.noor)
  assert.equal((await noor.get(path)).status, 404)
  await pool.query(`insert into practices.interest values ($1, false, '', now())`, [rows[0]?.id])
  assert.equal((await noor.get(path)).status, 200)
  await pool.query('update practices.interest set conflicted = true')
  assert.equal((await noor.get(path)).status, 404)
})

test('what is refused keeps the words that were typed and leaves no file', async () => {
  const ingrid = await as(people.ingrid)
  const before = onDisk().length
  const answer = await ingrid.post(at, { bestand: file('plan.docx', pdf()), bestandstitel: 'Ons plan' })
  assert.equal(answer.status, 400)
  const text = await answer.text()
  assert.match(text, /De naam zegt dat dit een Word-bestand is/)
  assert.match(text, /value="Ons plan"/)
  assert.match(
    await (await ingrid.post(at, { bestandstitel: 'Zonder bestand' })).text(),
    /Kies bij deze naam nog een bestand/,
  )
  const large = await ingrid.post(at, { bestand: file('plan.pdf', Buffer.alloc(26 * 1024 * 1024)) })
  assert.ok((await large.text()).includes(SENTENCE.large))
  assert.equal(onDisk().length, before)
})

test('a picture and what may be taken along: for everyone once published, and not before', async () => {
  const { pool, db } = parts.database
  const yusuf = await as(people.yusuf)
  assert.equal((await yusuf.post('/foto', { foto: file('plan.pdf', pdf()) })).status, 400)
  const id = await (await yusuf.post('/foto', { foto: file('foto.png', await phonePicture('png')) })).text()
  const path = `/bestanden/${id}`
  const visitor = async () => (await app.fetch(new Request(`${BASE}${path}`))).status
  assert.equal((await yusuf.get(path)).status, 404)
  await pool.query(`insert into practices.flyer_picture (practice, file, alt) values ($1, $2, 'x')`, [practice, id])
  const shown = await yusuf.get(path)
  assert.deepEqual([shown.status, shown.headers.get('content-type')], [200, 'image/jpeg'])
  assert.equal(await visitor(), 404)
  await pool.query(
    `insert into practices.flyer_publication (practice, item, revision, body, published_at)
     values ($1, gen_random_uuid(), gen_random_uuid(), $2, now())`,
    [practice, { picture: { file: id, alt: 'x' } }],
  )
  assert.equal(await visitor(), 200)
  await detachAll(db, nomination)
  assert.deepEqual(await attachmentsOf(db, nomination), [])
})
