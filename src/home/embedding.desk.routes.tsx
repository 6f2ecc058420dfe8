import { Hono } from 'hono'
import { type FieldError, found, page, readForm, type Typed } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { EmbeddingsPage } from './embedding.desk.page.tsx'
import { allowEmbedding, embeddings, endEmbedding } from './embedding.store.ts'
import { embeddingForm } from './widget.form.ts'

async function showEmbeddings(c: PeopleContext, errors: FieldError[] = [], typed: Typed = {}): Promise<Response> {
  return page(
    c,
    {
      title: 'Sites met ons zoekveld',
      robots: 'noindex',
      breadcrumb: [{ label: 'Redactie', href: '/redactie' }, { label: 'Sites met ons zoekveld' }],
      ...(errors.length > 0 ? { errors: errors.length } : {}),
    },
    <EmbeddingsPage all={await embeddings(c.var.db)} errors={errors} typed={typed} />,
  )
}

async function allow(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const form = readForm(c, embeddingForm)
  if (!form.ok) return showEmbeddings(c, form.errors, form.typed)
  const { site, organisatie } = form.value
  const hand = { by: editor.id, at: now }
  if (await allowEmbedding(db, { origin: site, organisation: organisatie }, hand))
    return c.redirect('/redactie/insluiten', 303)
  return showEmbeddings(c, [{ field: 'site', message: 'Deze site staat al op de lijst, hieronder.' }], form.typed)
}

async function end(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const id = c.req.param('id') ?? ''
  const isEnded = isId(id) && (await endEmbedding(db, id, { by: editor.id, at: now }))
  found(isEnded || undefined)
  return c.redirect('/redactie/insluiten', 303)
}

/** Where editors say which sites may show our search. */
export function embeddingDeskRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/redactie/insluiten', (c) => {
      withRole(c, 'editor')
      return showEmbeddings(c)
    })
    .post('/redactie/insluiten', allow)
    .post('/redactie/insluiten/:id/einde', end)
}
