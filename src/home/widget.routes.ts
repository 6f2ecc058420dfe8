import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Hono } from 'hono'
import { answerProblem, found, framedPolicy, publicPage, readQuery } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { embeddings } from './embedding.store.ts'
import { embeddingAt } from './embedding.ts'
import { oembedOf, readOembed } from './oembed.ts'
import { widgetQueryForm } from './widget.form.ts'
import { widgetDocument } from './widget.page.tsx'
import { widgetFound } from './widget.reading.ts'
import type { Widget } from './widget.ts'

/** The widget an address means, and what is typed in it. */
export function readWidget(queries: Record<string, string>): { widget: Widget; text: string } {
  const { wat, kenmerk, gemeente, site, voorbeelden, q } = widgetQueryForm.parse(queries)
  return { widget: { kind: wat, kenmerk, gemeente, site, fictional: voorbeelden === 'ja' }, text: q }
}

/** The search for the page of another. Only our own pages and the site it was made for may put it in a frame. */
async function showWidget(c: PeopleContext): Promise<Response> {
  const { db, memo } = c.var
  const { widget, text } = readWidget(c.req.query())
  const all = await memo('home.embeddings', () => embeddings(db))
  const origin = embeddingAt(all, widget.site)?.origin ?? ''
  const result = await widgetFound(c, widget, text)
  c.header('Content-Security-Policy', framedPolicy(origin === '' ? [] : [origin]))
  c.header('Content-Type', 'text/html; charset=utf-8')
  // On our own page it is shown as well, to whoever makes the lines for theirs.
  const around = widget.site === '' ? c.var.config.baseUrl : origin
  return c.body(widgetDocument(c.var.draw(c), { widget, origin: around, text, result }))
}

/** The line that makes a frame as high as what is in it. Its address stands in pages of others, so it never changes. */
function sendHeight(built: string) {
  let script: Buffer | undefined
  return (c: PeopleContext): Response => {
    const path = found(c.var.draw(c).assets.scripts['frame-height'])
    script ??= readFileSync(join(built, basename(path)))
    c.header('Content-Type', 'text/javascript; charset=utf-8')
    return c.body(new Uint8Array(script))
  }
}

/** What a site that knows oEmbed needs to show the widget of an address of ours. */
function sendOembed(c: PeopleContext): Response {
  const form = readQuery(c, readOembed(c.var.config.baseUrl))
  if (!form.ok) {
    const errors = form.errors.map(({ field, message }) => ({ veld: field, melding: message }))
    return answerProblem(c, { status: 400, sentence: errors[0]?.melding ?? '', errors })
  }
  const { url, format, maxwidth, maxheight } = form.value
  if (format !== 'json')
    return answerProblem(c, { status: 501, sentence: 'Wij antwoorden alleen in JSON: format=json.' })
  const { widget } = readWidget(Object.fromEntries(url.searchParams))
  return c.json(oembedOf(widget, { baseUrl: c.var.config.baseUrl, maxwidth, maxheight }))
}

/** What stands in pages of others. `built` holds the browser modules. */
export function widgetRoutes({ built }: { built: string }): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/insluiten/zoeken', publicPage, showWidget)
    .get('/insluiten/hoogte.js', publicPage, sendHeight(built))
    .get('/insluiten/oembed', sendOembed)
}
