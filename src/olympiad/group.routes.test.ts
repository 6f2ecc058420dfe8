import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Caller, type House, openHouse } from '../../test/house.ts'
import { formsOf, unescaped } from '../../test/html.ts'
import { people } from '../../test/world.ts'
import { readGroup } from './group.store.ts'
import { GROUP_TABLES } from './group.tables.ts'
import { eraseGroupWork, exportGroupWork } from './group.takeout.store.ts'
import { GROUP_TRACES } from './group.trace.ts'
import { statementsIn, statementsOf, textOf } from './statement.store.ts'

const GROUP = '/werkgroepen/aan-de-deur-en-aan-tafel-2026'
let house: House
let editor: Caller
let noor: Caller
let gloria: Caller

before(async () => {
  house = await openHouse()
  editor = await house.as('editor')
  noor = await house.as('professional')
  gloria = await house.as('panellist')
})
after(() => house.close())

const text = async (answer: Promise<Response>) => unescaped(await (await answer).text())
const idOf = async (sql: string, ...values: unknown[]): Promise<string> =>
  (await house.database.pool.query<{ id: string }>(sql, values)).rows[0]?.id ?? ''
const statementId = (plain: string) =>
  idOf(
    `select s.id from olympiad.statement s join olympiad.statement_text t on t.statement = s.id where t.plain = $1
      and not exists (select from olympiad.ending e where e.subject = s.id)`,
    plain,
  )
const markOf = (words: string) => idOf('select id from olympiad.mark where words = $1', words)

test('an editor makes a group, adds a member by a few letters, and the member leaves again', async () => {
  const year = await text(editor.get('/werkgroepen/nieuw'))
  const practice = /name="praktijk\[\]" value="([0-9a-f-]+)"/.exec(year)?.[1] ?? ''
  const words = { jaar: '2026', naam: 'Samen koken', opdracht: 'Lees hoe mensen samen eten.', versie: '0' }
  const bad = await editor.send('POST', '/werkgroepen', { ...words, jaar: 'twee', naam: 'x' })
  assert.equal(bad.status, 400)
  const back = unescaped(await bad.text())
  assert.match(back, /Vul het jaar in vier cijfers in/)
  assert.match(back, /Lees hoe mensen samen eten/)
  const made = await editor.send('POST', '/werkgroepen', { ...words, 'praktijk[]': practice, 'thema[]': 'eenzaamheid' })
  assert.equal(made.headers.get('location'), '/werkgroepen/samen-koken-2026/leden')
  // This house is a trial: what is made in it is made up.
  assert.equal((await readGroup(house.database.db, 'samen-koken-2026'))?.fictional, true)
  assert.doesNotMatch(await text(editor.get('/werkgroepen/samen-koken-2026/leden?naam=no')), /Noor Benali/)
  const found = await text(editor.get('/werkgroepen/samen-koken-2026/leden?naam=ben'))
  assert.match(found, /Noor Benali<\/strong>, Welzijn De Vlier/)
  assert.equal((await noor.get('/werkgroepen/samen-koken-2026/zinnen')).status, 404)
  await editor.send('POST', '/werkgroepen/samen-koken-2026/leden', { persoon: people.noor.id })
  assert.equal((await noor.get('/werkgroepen/samen-koken-2026/zinnen')).status, 200)
  assert.match(await text(noor.get('/werkgroepen')), /Jij doet mee/)
  assert.equal((await noor.send('POST', '/werkgroepen/samen-koken-2026/vertrek', {})).status, 303)
  assert.equal((await noor.get('/werkgroepen/samen-koken-2026/zinnen')).status, 404)
})

test('two editors at once: the second sees what the first wrote, and nothing typed is lost', async () => {
  const at = '/werkgroepen/samen-koken-2026/gegevens'
  const words = { jaar: '2026', naam: 'Samen koken', versie: '1' }
  assert.equal((await editor.send('POST', at, { ...words, opdracht: 'De eerste schreef dit.' })).status, 303)
  const second = await editor.send('POST', at, { ...words, opdracht: 'De tweede schreef dat.' })
  assert.equal(second.status, 409)
  const both = unescaped(await second.text())
  assert.match(both, /De eerste schreef dit/)
  assert.match(both, /De tweede schreef dat/)
})

test('everyone reads what stands on the thread, and nothing of the rooms', async () => {
  const visitor = await house.as('visitor')
  const seen = await text(visitor.get(GROUP))
  assert.match(seen, /De werker vraagt eerst wat iemand kan\./)
  assert.match(seen, /Waar komt dit vandaan\?/)
  assert.match(seen, /anders verder|losgelaten/)
  for (const hidden of ['dag en nacht bereikbaar', 'mijn adres had', 'Gloria', 'Noor', 'geen hulp durven'])
    assert.ok(!seen.includes(hidden), hidden)
  assert.equal((await visitor.get(`${GROUP}/lezen`)).status, 303)
  const chair = await house.as('chair')
  assert.equal((await chair.get(`${GROUP}/lezen`)).status, 404)
})

test('reading side by side: each passage can be marked, a withdrawn quote is a gap', async () => {
  const page = await text(noor.get(`${GROUP}/lezen?links=de-soeptafel&rechts=de-eerste-envelop`))
  assert.match(page, /De soeptafel/)
  assert.match(page, /Dit citaat is ingetrokken/)
  assert.doesNotMatch(page, /Mijn baas weet het niet/)
  const address = /href="([^"]+\/markeren\?[^"]+)"/.exec(page)?.[1] ?? ''
  assert.equal((await noor.get(address)).status, 200)
  const query = new URL(address, 'http://x').searchParams
  const form = Object.fromEntries(
    ['item', 'revisie', 'passage', 'links', 'rechts', 'plek'].map((name) => [name, query.get(name) ?? '']),
  )
  const bad = await noor.send('POST', `${GROUP}/markeringen`, { ...form, woorden: 'Eén regel.' })
  assert.equal(bad.status, 400)
  assert.match(unescaped(await bad.text()), /Kies wat dit laat zien/)
  const kept = await noor.send('POST', `${GROUP}/markeringen`, {
    ...form,
    toont: 'goal',
    woorden: 'Nieuwe regel van mij.',
  })
  assert.equal(kept.status, 303)
  assert.match(kept.headers.get('location') ?? '', /lezen\?links=de-soeptafel&rechts=de-eerste-envelop#l-/)
  assert.match(await text(noor.get(`${GROUP}/lezen`)), /Nieuwe regel van mij\./)
  const elsewhere: Record<string, string>[] = [
    { item: people.noor.id },
    { revisie: people.noor.id },
    { passage: 'bestaat-niet' },
  ]
  for (const strange of elsewhere)
    assert.equal(
      (await noor.send('POST', `${GROUP}/markeringen`, { ...form, toont: 'goal', woorden: 'Een regel.', ...strange }))
        .status,
      404,
    )
})

test('whoever writes out what someone said is asked for their own words', async () => {
  const { rows } = await house.database.pool.query<{ item: string; revision: string }>(
    `select item, revision from olympiad.mark where words = 'Een vraag naar zijn eenzaamheid had alles gestopt.'`,
  )
  const place = { item: rows[0]?.item ?? '', revisie: rows[0]?.revision ?? '', passage: '', toont: 'goal' }
  const said = 'Zij vroeg of ik erwtensoep kon maken: ze vroeg of ik erwtensoep kon maken voor twintig man'
  const answer = await noor.send('POST', `${GROUP}/markeringen`, { ...place, woorden: said })
  assert.equal(answer.status, 400)
  assert.match(unescaped(await answer.text()), /Zeg het in je eigen woorden/)
})

test('marks become a factor, a factor a statement, and a statement of more than one thought is refused', async () => {
  const marks = [
    await markOf('Ze zeggen ook wat misging.'),
    await markOf('Het ligt op een weg die mensen toch al gaan.'),
  ]
  const fields: [string, string][] = [
    ...marks.map((id): [string, string] => ['markering[]', id]),
    ['naam', 'Eerlijk over wat niet lukt'],
    ['uitleg', 'Wie zegt wat misging, wordt geloofd.'],
  ]
  const made = await noor.send('POST', `${GROUP}/succesfactoren`, fields)
  const at = made.headers.get('location') ?? ''
  assert.match(at, /succesfactoren\/[0-9a-f-]{36}$/)
  const factor = at.split('/').at(-1) ?? ''
  const words = {
    'factor[]': factor,
    voorbeeld: 'De soeptafel schreef op dat het een clubje werd.',
    bij: marks[0] ?? '',
    vaktaal: 'De professional rapporteert ook mislukkingen.',
    reden: 'Twee praktijken doen dit.',
  }
  const long = `De werker vertelt ${'heel '.repeat(20)}eerlijk wat er misging.`
  for (const [zin, expected] of [
    [long, /Deze zin heeft 27 woorden\. Het mogen er 20 zijn/],
    ['De werker vertelt wat misging. Hij zegt ook waarom.', /Hier staan 2 zinnen/],
  ] as const) {
    const refused = await noor.send('POST', `${GROUP}/zinnen`, { ...words, zin })
    assert.equal(refused.status, 400)
    const page = unescaped(await refused.text())
    assert.match(page, expected)
    assert.ok(page.includes(zin) && page.includes(words.voorbeeld), 'what was typed is kept')
  }
  const stated = await noor.send('POST', `${GROUP}/zinnen`, { ...words, zin: 'De werker vertelt ook wat misging.' })
  assert.equal(stated.status, 303)
  const visitor = await house.as('visitor')
  assert.doesNotMatch(await text(visitor.get(GROUP)), /vertelt ook wat misging/)
  const own = stated.headers.get('location') ?? ''
  assert.equal((await noor.send('POST', `${own}/draad`, {})).status, 303)
  const seen = await text(visitor.get(GROUP))
  assert.match(seen, /vertelt ook wat misging/)
  assert.match(seen, /Eerlijk over wat niet lukt/)
  const item = await idOf('select item as id from olympiad.statement where id = $1', own.split('/').at(-1))
  const origin = await text(visitor.get(`/herkomst/${item}`))
  assert.match(origin, /Eerlijk over wat niet lukt/)
  assert.match(origin, /De soeptafel/)
})

test('words that were put to the vote never change: a reword is a new version, and there is no merging meanwhile', async () => {
  const { db } = house.database
  const group = await readGroup(db, GROUP.split('/')[2] ?? '')
  const [statement] = await statementsOf(db, group?.id ?? '')
  if (!statement) throw new Error('There is no statement.')
  const { id, text: voted } = statement
  const olympiad = await idOf(
    `insert into olympiad.olympiad (slug, year, title, question, intro, starts_on, ends_on, mode, rule, minimum, removal_rule, made_at)
     values ('proef', 2026, 'Proef', 'Wat?', 'Proef', '2026-11-01', '2026-12-01', 'confidential', '{}', 5, '', now()) returning id`,
  )
  const round = await idOf(
    `insert into olympiad.round (olympiad, number, kind, mode, opens_at, closes_at, planned_at)
     values ($1, 1, 'weighing', 'confidential', now(), now() + interval '1 day', now()) returning id`,
    olympiad,
  )
  const run = (sql: string, ...values: unknown[]) => house.database.pool.query(sql, values)
  await run('insert into olympiad.round_statement values ($1, $2, $3, 1)', round, id, voted.version)
  await run(`insert into olympiad.round_opening values ($1, 'r', 's', null, now())`, round)
  const at = `${GROUP}/zinnen/${id}`
  assert.match(await text(noor.get(at)), new RegExp(`Over versie ${voted.version} wordt nu gestemd`))
  assert.equal((await noor.send('POST', `${at}/einde`, { reden: 'Zomaar weg.' })).status, 409)
  const form = formsOf(await (await noor.get(`${at}/tekst`)).text()).find(({ action }) => action === `${at}/tekst`)
  const bij = form?.fields.find(({ name }) => name === 'bij')?.value ?? ''
  const words = {
    zin: 'De werker vraagt het eerst.',
    voorbeeld: voted.example,
    bij,
    vaktaal: voted.professional,
    reden: 'Korter.',
  }
  assert.equal((await noor.send('POST', `${at}/tekst`, { ...words, versie: String(voted.version) })).status, 303)
  assert.equal((await textOf(db, id, voted.version))?.plain, voted.plain)
  assert.equal((await textOf(db, id, voted.version + 1))?.plain, words.zin)
  await assert.rejects(
    run('update olympiad.statement_text set plain = $2 where statement = $1', id, 'x'),
    /permission denied/,
  )
  const late = await gloria.send('POST', `${at}/tekst`, {
    ...words,
    zin: 'Gloria schreef dit.',
    versie: String(voted.version),
  })
  assert.equal(late.status, 409)
  const both = unescaped(await late.text())
  assert.ok(both.includes('Gloria schreef dit.') && both.includes('eerst.'), 'the loser sees both')
})

test('an amendment stands beside the words it is about, also when those changed; deciding happens once', async () => {
  const id = await statementId('De werker gaat naar mensen toe die zelf niet om hulp vragen.')
  const at = `${GROUP}/zinnen/${id}`
  const page = await text(noor.get(at))
  assert.match(page, /<del>niet om<\/del>|<del>[^<]*niet[^<]*<\/del>/)
  assert.match(page, /<ins>[^<]*durven[^<]*<\/ins>/)
  const tekst = formsOf(await (await noor.get(`${at}/tekst`)).text()).find(({ action }) => action === `${at}/tekst`)
  const bij = tekst?.fields.find(({ name }) => name === 'bij')?.value ?? ''
  const words = {
    zin: 'De werker zoekt mensen op die geen hulp vragen.',
    voorbeeld: 'Het Geldpunt belt aan.',
    bij,
    vaktaal: 'Outreachend werken.',
  }
  assert.equal((await noor.send('POST', `${at}/tekst`, { ...words, reden: 'Korter.', versie: '1' })).status, 303)
  const changed = await text(gloria.get(at))
  assert.match(changed, /Geschreven bij versie 1/)
  const action = formsOf(changed).find((one) => one.action.endsWith('/besluit'))?.action ?? ''
  assert.equal(
    (await gloria.send('POST', action, { besluit: 'accepted', reden: 'Dit is beter.', versie: '1' })).status,
    409,
  )
  assert.equal(
    (await gloria.send('POST', action, { besluit: 'accepted', reden: 'Dit is beter.', versie: '2' })).status,
    303,
  )
  assert.equal(
    (await gloria.send('POST', action, { besluit: 'rejected', reden: 'Toch niet.', versie: '3' })).status,
    409,
  )
  assert.match(await text(noor.get(at)), /durven vragen/)
})

test('merging and splitting what is public keeps everything to be read, with reasons and replaced by', async () => {
  const [one, two] = [
    await statementId('De werker begint met één stap die vandaag lukt.'),
    await statementId('De werker voert het eerste gesprek zonder formulier.'),
  ]
  const bij = await markOf('Eén envelop is genoeg voor de eerste keer.')
  const words = { voorbeeld: 'Eén envelop, en niets om in te vullen.', bij, vaktaal: 'De professional begint klein.' }
  const merged = await noor.send('POST', `${GROUP}/zinnen/${one}/samenvoeging`, {
    ...{ ...words, met: two, zin: 'De werker houdt de eerste keer klein.', reden: 'Ze gaan over hetzelfde bezoek.' },
  })
  assert.equal(merged.status, 303)
  assert.equal((await noor.send('POST', `${GROUP}/zinnen/${one}/einde`, { reden: 'Nog eens.' })).status, 409)
  const own = merged.headers.get('location') ?? ''
  const room = await text(noor.get(own))
  assert.match(room, /De werker voert het eerste gesprek zonder formulier/)
  const id = own.split('/').at(-1) ?? ''
  const { rows } = await house.database.pool.query(
    `select l.kind from thread.link l join olympiad.statement s on s.item = l.from_item where s.id = $1 and l.kind = 'replaces'`,
    [id],
  )
  assert.equal(rows.length, 2)
  const halves = { zin: 'De werker doet één ding.', voorbeeld: words.voorbeeld, bij, vaktaal: words.vaktaal }
  const second = {
    zin2: 'De werker neemt geen papier mee.',
    voorbeeld2: words.voorbeeld,
    bij2: bij,
    vaktaal2: words.vaktaal,
  }
  const split = await noor.send('POST', `${own}/splitsing`, { ...halves, ...second, reden: 'Toch twee gedachten.' })
  assert.equal(split.status, 303)
  const group = await readGroup(house.database.db, GROUP.split('/')[2] ?? '')
  const all = await statementsIn(house.database.db, group?.id ?? '')
  assert.equal(all.find((statement) => statement.id === id)?.ending?.kind, 'split')
  assert.ok(
    all.filter(({ text: { plain } }) => [halves.zin, second.zin2].includes(plain)).every(({ item }) => item !== null),
  )
})

test('factors are merged and split with their marks, and statements stay on what they went up in', async () => {
  const factorId = (name: string) =>
    idOf(
      'select id from olympiad.factor f where name = $1 and not exists (select from olympiad.ending where subject = f.id)',
      name,
    )
  const [one, two] = [await factorId('Weggaan als het loopt'), await factorId('Mensen hebben elkaar')]
  const words = {
    naam: 'Het wordt van henzelf',
    uitleg: 'Mensen dragen het samen en de helper gaat.',
    reden: 'Eén beweging.',
  }
  const merged = await noor.send('POST', `${GROUP}/succesfactoren/${one}/samenvoeging`, { ...words, met: two })
  assert.equal(merged.status, 303)
  const at = merged.headers.get('location') ?? ''
  const page = await text(noor.get(at))
  assert.match(page, /De werker doet een stap terug/)
  assert.match(page, /De werker brengt mensen bij elkaar/)
  assert.equal((await noor.send('POST', `${GROUP}/succesfactoren/${one}/naam`, { ...words, versie: '1' })).status, 409)
  const none = await noor.send('POST', `${at}/splitsing`, {
    ...words,
    naam2: 'Tweede helft',
    uitleg2: 'De andere helft ervan.',
  })
  assert.equal(none.status, 400)
  const mark = await markOf('Weggaan in stappen, terugkomen als het stilvalt.')
  const parts = { ...words, naam2: 'Op tijd weg', uitleg2: 'De helper gaat in stappen weg.', 'markering[]': mark }
  assert.equal((await noor.send('POST', `${at}/splitsing`, parts)).status, 303)
  assert.match(await text(noor.get(`${GROUP}/succesfactoren/${await factorId('Op tijd weg')}`)), /Weggaan in stappen/)
  const loose = await factorId('Klein beginnen')
  const moved = await noor.send('POST', `${GROUP}/markeringen/${mark}/plek`, { naar: loose, gezien: people.noor.id })
  assert.equal(moved.status, 409)
  const seen = await factorId('Op tijd weg')
  assert.equal(
    (await noor.send('POST', `${GROUP}/markeringen/${mark}/plek`, { naar: loose, gezien: seen })).status,
    303,
  )
})

test('what someone said under a statement can be taken back, and leaves a gap', async () => {
  const id = await statementId('De werker praat alleen met andere helpers als iemand er zelf bij is.')
  const at = `${GROUP}/zinnen/${id}`
  await gloria.send('POST', `${at}/opmerkingen`, { opmerking: 'Hier wil ik op terugkomen.' })
  assert.match(await text(noor.get(at)), /Hier wil ik op terugkomen/)
  const words = await text(gloria.get('/mijn/woorden'))
  const form = formsOf(words).find(({ action }) => action.includes('/intrekking'))
  const own = await idOf(`select id from thread.utterance where text = 'Hier wil ik op terugkomen.'`)
  assert.ok(form)
  await gloria.send('POST', `/mijn/woorden/${own}/intrekking`, {})
  const after = await text(noor.get(at))
  assert.doesNotMatch(after, /Hier wil ik op terugkomen/)
  assert.match(after, /Die is ingetrokken/)
})

test('every column of the working groups that names a person is told and emptied', async () => {
  const { db } = house.database
  const { rows } = await db.$client.query<{ place: string }>(
    `select table_name || '.' || column_name as place from information_schema.columns
      where table_schema = 'olympiad' and table_name = any ($1)
        and column_name ~ '(^|_)(by|person|owner|reader|mail|author)$'`,
    [GROUP_TABLES],
  )
  const told = GROUP_TRACES.map(({ table, column }) => `${table}.${column}`)
  assert.deepEqual(rows.map(({ place }) => place).sort(), told.sort())
  const before = (await exportGroupWork(db, people.tess.id))[0]?.rows ?? []
  assert.ok(before.some(({ tekst }) => tekst === 'Een stapel weegt meer dan één verhaal.'))
  for (let times = 0; times < 2; times += 1) await eraseGroupWork(db, people.tess.id)
  const left = (await exportGroupWork(db, people.tess.id))[0]?.rows ?? []
  assert.deepEqual([...new Set(left.map(({ wat }) => wat))], [])
  const tess = await house.as('workplace coordinator')
  assert.equal((await tess.get(`${GROUP}/zinnen`)).status, 404)
  const factor = await idOf('select id from olympiad.factor where name = $1', 'Wat vaker voorkomt, komt op tafel')
  assert.match(await text(noor.get(`${GROUP}/succesfactoren/${factor}`)), /iemand die er niet meer bij is/)
})
