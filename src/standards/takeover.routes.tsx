import { z } from 'zod'
import { allow, type FieldError, found, page, readForm, type Typed } from '../foundation/http/index.ts'
import { acceptedStatements } from '../olympiad/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { editionAt, heldDraft } from './draft.context.ts'
import { draftUrl } from './draft.page.tsx'
import type { Edition } from './edition.store.ts'
import { mayEdit } from './edition.ts'
import { standardsOf } from './standard.store.ts'
import { choiceField, TakeOverPage } from './takeover.page.tsx'
import { takeOverStatements } from './takeover.store.ts'
import { destinationOf } from './takeover.ts'

/** The statements of the Olympiade of this address, and what stands in the draft now. */
async function offered(c: PeopleContext, edition: Edition) {
  const { db } = c.var
  const slug = c.req.param('olympiade') ?? ''
  const statements = (await acceptedStatements(db)).filter(({ olympiad }) => olympiad === slug)
  const { title } = found(statements[0])
  return { olympiad: { slug, title }, statements, standards: await standardsOf(db, edition.id) }
}

interface Returned {
  errors?: FieldError[]
  typed?: Typed
}

export async function showStatements(c: PeopleContext, back: Returned = {}): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await editionAt(c)
  allow(mayEdit(editor, edition.status))
  const { errors = [], typed = {} } = back
  return page(
    c,
    {
      title: 'Gedragen zinnen overnemen',
      robots: 'noindex',
      breadcrumb: [
        { label: 'Redactie', href: '/redactie' },
        { label: 'Kenmerken', href: '/redactie/kenmerken' },
        { label: String(edition.text.year), href: draftUrl(edition.id) },
        { label: 'Gedragen zinnen' },
      ],
      errors: errors.length,
      ...(errors.length > 0 ? { status: 400 } : {}),
    },
    <TakeOverPage edition={edition} {...(await offered(c, edition))} typed={typed} errors={errors} />,
  )
}

export async function takeOver(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const { statements, standards } = await offered(c, edition)
  const form = readForm(
    c,
    z.object(Object.fromEntries(statements.map((one) => [choiceField(one), z.string().max(100).default('')]))),
  )
  if (!form.ok) return showStatements(c, form)
  const ids = standards.map(({ id }) => id)
  const choices = statements.map((one) => ({
    statement: one,
    to: destinationOf(form.value[choiceField(one)] ?? '', ids),
  }))
  const errors: FieldError[] = choices.flatMap(({ statement, to }) =>
    to ? [] : [{ field: choiceField(statement), message: 'Dit kenmerk staat niet meer in het concept. Kies opnieuw.' }],
  )
  const chosen = choices.flatMap(({ statement, to }) => (to && to.is !== 'none' ? [{ statement, to }] : []))
  if (chosen.length === 0 && errors.length === 0)
    errors.push({ field: '', message: 'Kies bij minstens één zin waar hij komt.' })
  if (errors.length > 0) return showStatements(c, { errors, typed: form.typed })
  await takeOverStatements(c.var.db, edition, chosen, { by: editor.id, at: c.var.now })
  return c.redirect(`${draftUrl(edition.id)}?bewaard=ja`, 303)
}
