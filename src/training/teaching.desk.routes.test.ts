import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { root } from '../../test/architecture/source.ts'
import { type Caller, type House, openHouse, testMoment } from '../../test/house.ts'
import { readPost } from '../foundation/mail/index.ts'
import { currentStandards, loadStandards } from '../standards/index.ts'
import { askAboutStandards } from './nudge.store.ts'

let house: House
let provider: Caller
let visitor: Caller
before(async () => {
  house = await openHouse()
  ;[provider, visitor] = await Promise.all([house.as('provider'), house.as('visitor')])
})
after(() => house.close())

const HELD = 'eigen-kracht-versterken'
const ENDED = 'op-de-vraag-af'
/** Taught by it both, and confirmed. */
const course = 'de-kunst-van-het-wachten'

/** Two kenmerken get another plain line: a new revision of each. */
async function rewritten(): Promise<void> {
  const contentDir = mkdtempSync(join(tmpdir(), 'verankerd-content-'))
  cpSync(join(root, 'content'), contentDir, { recursive: true })
  const file = join(contentDir, 'frameworks/kwaliteitskenmerken.json')
  const list = JSON.parse(readFileSync(file, 'utf8'))
  for (const standard of list.editions[0].standards)
    if ([HELD, ENDED].includes(standard.slug)) standard.plainLine = `Anders gezegd: ${standard.slug}.`
  writeFileSync(file, JSON.stringify(list))
  assert.deepEqual(await loadStandards(house.database.db, { contentDir, now: testMoment }), { published: 2 })
}

const html = async (caller: Caller, path: string) => {
  const answer = await caller.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
/** Which revision of which kenmerk the course is tied to. */
async function tied(): Promise<Map<string, string>> {
  const { rows } = await house.database.pool.query<{ item: string; revision: string }>(
    `select link.to_item as item, link.to_revision as revision from thread.link
     join training.course on course.item = link.from_item
     where course.slug = $1 and link.kind = 'teaches' and link.ended_at = 'infinity'`,
    [course],
  )
  return new Map(rows.map(({ item, revision }) => [item, revision]))
}

test('a kenmerk gets a new text: its provider is asked, and one press moves the link or ends it', async () => {
  const { db, pool } = house.database
  const old = new Map((await currentStandards(db)).map((one) => [one.slug, one]))
  const asked = async () => askAboutStandards(db, house.config, testMoment, house.logger)
  const mails = async () =>
    (await readPost(db, house.config.secretKey, 200)).filter(({ text }) =>
      text?.includes('Het is één klik per kenmerk'),
    )
  assert.equal(await asked(), 0, 'nothing changed yet')
  await rewritten()
  const now = new Map((await currentStandards(db)).map((one) => [one.slug, one]))
  const idOf = (slug: string) => old.get(slug)?.item ?? ''
  assert.notEqual(now.get(HELD)?.revision, old.get(HELD)?.revision)
  assert.ok((await asked()) >= 2)
  assert.equal(await asked(), 0, 'once per text')
  const [mail] = await mails()
  assert.equal(mail?.subject, 'Klopt het nog wat je training leert?')
  assert.match(mail?.text ?? '', /- De kunst van het wachten\n/)
  assert.equal((await tied()).get(idOf(HELD)), old.get(HELD)?.revision, 'asking moves nothing')

  const { rows } = await pool.query<{ id: string }>('select id from training.course where slug = $1', [course])
  const page = `/scholing/aanbieder/trainingen/${rows[0]?.id}/kenmerken`
  const questions = await html(provider, page)
  assert.equal(questions.match(/Klopt dit nog\?/g)?.length, 2)
  const action = (name: string, end: string) =>
    new RegExp(`kenmerken/${name}"[\\s\\S]*?action="([^"]*/${end})"`).exec(questions)?.[1] ?? ''
  const [holds, ends] = [action(HELD, 'klopt'), action(ENDED, 'einde')]
  assert.equal((await provider.send('POST', holds, {})).status, 303)
  assert.equal((await provider.send('POST', ends, {})).status, 303)

  assert.deepEqual(await tied(), new Map([[idOf(HELD), now.get(HELD)?.revision ?? '']]))
  const shown = await html(visitor, `/scholing/${course}`)
  assert.match(shown, /Eigen kracht versterken/)
  assert.doesNotMatch(shown, /Op de vraag af/)
  assert.doesNotMatch(await html(provider, page), /Klopt dit nog\?/)
  assert.equal((await provider.send('POST', holds, {})).status, 404, 'a question is answered once')
  assert.equal(await asked(), 0)
})
