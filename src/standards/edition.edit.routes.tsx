import { allow, page, readForm, type Typed } from '../foundation/http/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { editionAt, headOf, heldDraft, type Returned } from './draft.context.ts'
import { draftUrl } from './draft.page.tsx'
import { EditionEditPage } from './edition.edit.page.tsx'
import { editionForm, editionTextOf, editionTypedOf } from './edition.form.ts'
import type { Edition } from './edition.store.ts'
import { mayEdit } from './edition.ts'
import { addVersion } from './text.store.ts'

async function editIntroduction(
  c: PeopleContext,
  edition: Edition,
  back: Returned & { theirs?: Typed },
): Promise<Response> {
  return page(
    c,
    headOf(edition, 'Inleiding, leeswijzer en gebruik', back),
    <EditionEditPage
      edition={edition}
      version={edition.version}
      typed={back.typed ?? editionTypedOf(edition.text)}
      errors={back.errors ?? []}
      theirs={back.theirs}
      mayEdit={mayEdit(c.var.person, edition.status)}
    />,
  )
}

export async function showIntroduction(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  return editIntroduction(c, await editionAt(c), {})
}

export async function saveIntroduction(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const form = readForm(c, editionForm)
  if (!form.ok) return editIntroduction(c, edition, form)
  const body = editionTextOf(form.value, edition.text)
  const saved =
    form.value.versie === edition.version &&
    (await addVersion(
      c.var.db,
      { subject: edition.id, version: edition.version + 1, body },
      { by: editor.id, at: c.var.now },
    ))
  if (!saved)
    return editIntroduction(c, edition, {
      typed: form.typed,
      status: 409,
      theirs: editionTypedOf(edition.text),
    })
  return c.redirect(`${draftUrl(edition.id)}?bewaard=ja`, 303)
}
