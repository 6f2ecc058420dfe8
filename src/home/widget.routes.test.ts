import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { type House, openHouse } from '../../test/house.ts'
import { unescaped } from '../../test/html.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.close())

async function got(path: string, status = 200): Promise<{ text: string; headers: Headers }> {
  const answer = await (await house.as('visitor')).get(path)
  assert.equal(answer.status, status, path)
  return { text: await answer.text(), headers: answer.headers }
}

const framesIn = ({ headers }: { headers: Headers }) =>
  /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1]

async function allow(site: string, organisatie = 'Gemeente Dorpstad'): Promise<Response> {
  return (await house.as('editor')).send('POST', '/redactie/insluiten', { site, organisatie })
}

test('an editor puts a site on the list; the widget made for it may stand there, and nowhere else', async () => {
  assert.equal(framesIn(await got('/insluiten/zoeken?site=www.dorpstad.example')), "'self'")
  assert.equal((await allow('www.dorpstad.example')).status, 303)
  const listed = await got('/insluiten/zoeken?site=www.dorpstad.example')
  assert.equal(framesIn(listed), "'self' https://www.dorpstad.example")
  assert.match(listed.text, /data-origin="https:\/\/www\.dorpstad\.example"/)
  assert.equal(listed.headers.get('x-frame-options'), null)
  for (const other of ['', '?site=dorpstad.example', '?site=ander.example', '?site=www.dorpstad.example.ander.example'])
    assert.equal(framesIn(await got(`/insluiten/zoeken${other}`)), "'self'", other)
  assert.equal(framesIn(await got('/scholing')), "'none'")
})

test('the same site twice, a site that is none, and taking it off the list', async () => {
  assert.equal((await allow('buurt.example')).status, 303)
  const twice = await allow('https://buurt.example/contact')
  assert.equal(twice.status, 400)
  assert.match(await twice.text(), /staat al op de lijst/)
  const none = await allow('geen site', '')
  const page = unescaped(await none.text())
  assert.match(page, /Typ het adres van de site/)
  assert.match(page, /Typ van wie de site is/)
  assert.match(page, /value="geen site"/)
  const editor = await house.as('editor')
  const list = await (await editor.get('/redactie/insluiten')).text()
  const [, id] = /buurt\.example[\s\S]*?\/redactie\/insluiten\/([0-9a-f-]{36})\/einde/.exec(list) ?? []
  assert.equal((await editor.send('POST', `/redactie/insluiten/${id}/einde`, {})).status, 303)
  assert.equal((await editor.send('POST', `/redactie/insluiten/${id}/einde`, {})).status, 404)
  assert.equal(framesIn(await got('/insluiten/zoeken?site=buurt.example')), "'self'")
  assert.match(await (await editor.get('/mijn/gegevens')).text(), /Sites die je ons zoekveld liet tonen/)
})

test('nothing of it sets a cookie, also for whoever is signed in; nothing of a person stands in it', async () => {
  const editor = await house.as('editor')
  for (const path of ['/insluiten/zoeken', '/insluiten/zoeken?wat=scholing&q=luisteren', '/insluiten/hoogte.js'])
    for (const caller of [await house.as('visitor'), editor]) {
      const answer = await caller.get(path)
      assert.deepEqual(answer.headers.getSetCookie(), [], path)
      assert.doesNotMatch(await answer.text(), /_token|Uitloggen/, path)
    }
})

const links = (html: string) =>
  [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes = '']) => ({
    href: unescaped(/href="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    isNewTab: attributes.includes('target="_blank"') && attributes.includes('rel="noopener"'),
  }))

test('every link opens a new tab on our site, and leads somewhere', async () => {
  for (const query of ['wat=scholing', 'wat=praktijken', 'wat=kenmerken&q=kracht', 'wat=alles&q=eenzaam']) {
    const { text } = await got(`/insluiten/zoeken?${query}&voorbeelden=ja`)
    const all = links(text)
    assert.ok(all.length > 1, query)
    for (const { href, isNewTab } of all) {
      assert.ok(isNewTab && href.startsWith('/'), `${query}: ${href}`)
      await got(href)
    }
  }
})

test('it looks near the gemeente it was made for; where there is nothing it says so and looks further', async () => {
  const near = (await got('/insluiten/zoeken?wat=scholing&gemeente=Assen&voorbeelden=ja')).text
  assert.match(near, /Zoek een training in de buurt van Assen/)
  assert.match(unescaped(near), /bij=Assen|Eén gevonden|\d+ gevonden/)
  assert.doesNotMatch(near, /Maastricht/)
  const practices = (await got('/insluiten/zoeken?wat=praktijken&gemeente=Terschelling&voorbeelden=ja')).text
  assert.match(practices, /staat nog niets/)
  const kept = (await got('/insluiten/zoeken?wat=scholing&gemeente=GM0106&kenmerk=integraal-werken&q=x&voorbeelden=ja'))
    .text
  for (const field of [
    'name="gemeente" value="GM0106"',
    'name="kenmerk" value="integraal-werken"',
    'name="wat" value="scholing"',
  ])
    assert.ok(kept.includes(field), field)
})

test('what is made up stays out unless it is asked for, and then says so', async () => {
  for (const kind of ['praktijken', 'scholing']) {
    assert.match((await got(`/insluiten/zoeken?wat=${kind}`)).text, /Hier staat nu nog niets/)
    const shown = (await got(`/insluiten/zoeken?wat=${kind}&voorbeelden=ja`)).text
    assert.equal(shown.match(/Verzonnen voorbeeld/gi)?.length, 6, kind)
  }
  const standards = (await got('/insluiten/zoeken?wat=kenmerken&q=kracht')).text
  assert.match(standards, /Eigen kracht versterken[\s\S]*Geen verplicht kader\./)
  assert.doesNotMatch((await got('/insluiten/zoeken?wat=praktijken&voorbeelden=ja')).text, /Geen verplicht kader/)
})

test('in all that is published each result says what it is, in a short line of whole words', async () => {
  for (const query of ['wat=alles', 'wat=alles&q=eenzaam', 'wat=kenmerken&q=kracht']) {
    const { text } = await got(`/insluiten/zoeken?${query}&voorbeelden=ja`)
    const lines = [...text.matchAll(/<span class="widget__text">(.*?)<\/span>/gs)].map(([, line = '']) =>
      unescaped(line),
    )
    assert.ok(lines.length > 1, query)
    for (const line of lines) {
      const [, said = ''] = /^<strong>[\p{L} ]+\.<\/strong> (.+)$/su.exec(line.trim()) ?? []
      assert.ok(said.length > 20 && said.length <= 141, line)
      assert.match(said, /[\p{L}\p{N}.!?’”)…]$/u, line)
    }
  }
})

test('nothing found near here leads to all there is, and with nothing narrowed there is nowhere to lead', async () => {
  const near = (await got('/insluiten/zoeken?wat=scholing&gemeente=GM0106&q=xyzzyx&voorbeelden=ja')).text
  assert.match(near, /Niets gevonden[\s\S]*href="\/zoeken\?q=xyzzyx"[^>]*>Zoek dit in heel Verankerd/)
  assert.doesNotMatch((await got('/insluiten/zoeken?wat=alles&q=xyzzyx')).text, /in heel Verankerd/)
})

test('odd questions are answered too', async () => {
  for (const query of [
    'wat=iets',
    'gemeente=nergens',
    `q=${'x'.repeat(5_000)}`,
    'q=%22%3E%3Cscript%3E',
    'site=%22%3E',
    'q=&q=',
  ]) {
    const { text, headers } = await got(`/insluiten/zoeken?${query}`)
    assert.doesNotMatch(text, /<script>/)
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /[<>"]/)
  }
})

test('the widget is valid HTML', async () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({
      root: true,
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: { 'void-style': 'off', 'doctype-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off' },
    }),
  )
  for (const query of ['wat=scholing&voorbeelden=ja', 'q=bestaatniet', 'site=nergens.example']) {
    const { results } = await validator.validateString((await got(`/insluiten/zoeken?${query}`)).text)
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ message }) => message)),
      [],
      query,
    )
  }
})

test('oEmbed: the page leads to it, it answers with the frame, and it knows no other addresses', async () => {
  const { baseUrl } = house.config
  const page = unescaped((await got('/insluiten/zoeken?wat=scholing')).text)
  const [, href = ''] = /type="application\/json\+oembed"[^>]*href="([^"]*)"/.exec(page) ?? []
  const told = JSON.parse((await got(href.slice(baseUrl.length))).text)
  assert.deepEqual([told.version, told.type, told.provider_name], ['1.0', 'rich', 'Verankerd'])
  assert.ok(unescaped(told.html).includes(`src="${baseUrl}/insluiten/zoeken?wat=scholing"`))
  const own = encodeURIComponent(`${baseUrl}/insluiten/zoeken?wat=praktijken`)
  const small = JSON.parse((await got(`/insluiten/oembed?url=${own}&maxwidth=300&maxheight=400`)).text)
  assert.deepEqual([small.width, small.height], [300, 400])
  for (const url of ['', 'https://ander.example/insluiten/zoeken', `${baseUrl}/mijn`, 'geen adres'])
    await got(`/insluiten/oembed?url=${encodeURIComponent(url)}`, 400)
  const xml = await got(`/insluiten/oembed?url=${own}&format=xml`, 501)
  assert.equal(xml.headers.get('content-type'), 'application/problem+json')
  assert.match(JSON.parse(xml.text).detail, /alleen in JSON/)
})

test('the page that makes the lines: what is chosen stands in them, and mistakes are said with everything typed kept', async () => {
  await allow('www.maker.example')
  const made = unescaped(
    (await got('/insluiten?wat=scholing&gemeente=Assen&kenmerk=integraal-werken&site=www.maker.example')).text,
  )
  assert.ok(
    unescaped(made).includes(
      '/insluiten/zoeken?wat=scholing&kenmerk=integraal-werken&gemeente=GM0106&site=www.maker.example',
    ),
  )
  assert.match(made, /www\.maker\.example staat op de lijst/)
  assert.match(made, /<form action="[^"]*\/scholing" method="get" target="_blank">/)
  assert.match(made, /<iframe[^>]*src="\/insluiten\/zoeken\?wat=scholing/)
  // What is made up is there to look how it becomes, and never in the lines one takes along.
  const tried = unescaped((await got('/insluiten?wat=scholing&voorbeelden=ja&site=www.maker.example')).text)
  assert.match(tried, /<iframe[^>]*src="\/insluiten\/zoeken\?wat=scholing&voorbeelden=ja"/)
  assert.match(tried, /De verzonnen voorbeelden zie je alleen hier/)
  assert.doesNotMatch(tried.slice(tried.indexOf('Zet dit in jullie pagina')), /voorbeelden=ja/)
  assert.doesNotMatch(made, /verzonnen voorbeelden zie je alleen hier/)
  const unknown = unescaped((await got('/insluiten?wat=alles&site=www.ander.example')).text)
  assert.match(unknown, /www\.ander\.example staat nog niet op de lijst/)
  assert.match(unknown, /href="mailto:/)
  const wrong = unescaped((await got('/insluiten?wat=alles&gemeente=Nergenshuizen&site=geen+site', 400)).text)
  assert.match(wrong, /“Nergenshuizen” kennen we niet als gemeente/)
  assert.match(wrong, /Typ het adres van jullie site/)
  assert.match(wrong, /value="Nergenshuizen"/)
  assert.doesNotMatch(wrong, /<iframe/)
})

test('the line for the height may be fetched from anywhere and listens to our site only', async () => {
  const { text, headers } = await got('/insluiten/hoogte.js')
  assert.match(headers.get('content-type') ?? '', /^text\/javascript/)
  assert.equal(headers.get('access-control-allow-origin'), '*')
  assert.match(text, /import\.meta\.url/)
})
