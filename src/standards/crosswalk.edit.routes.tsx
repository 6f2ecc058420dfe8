import { allow, found, page, readForm, refuse } from '../foundation/http/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { CrosswalkEditPage } from './crosswalk.edit.page.tsx'
import { crosswalkForm, proposalForm, rowsOf } from './crosswalk.form.ts'
import { type Crosswalk, crosswalksAt } from './crosswalk.store.ts'
import { type CrosswalkRow, crosswalkFaults, untrueRows } from './crosswalk.ts'
import { editionAt, headOf, heldDraft, type Returned } from './draft.context.ts'
import { draftUrl } from './draft.page.tsx'
import { changedStandards, proposeCrosswalk } from './draft.store.ts'
import type { Edition } from './edition.store.ts'
import { mayEdit } from './edition.ts'
import { type Standard, standardsOf } from './standard.store.ts'
import { addVersion } from './text.store.ts'

/** The crosswalk of a draft with the names on both sides. */
async function wayAt(c: PeopleContext, edition: Edition) {
  const { db } = c.var
  const way = found((await crosswalksAt(db, edition.id)).find(({ to }) => to === edition.id))
  return {
    way,
    old: await standardsOf(db, way.from),
    renewed: await standardsOf(db, edition.id),
  }
}

interface Way {
  way: Crosswalk
  old: Standard[]
  renewed: Standard[]
}

const slugsOf = (standards: Standard[]) => standards.map(({ slug }) => slug)
const namesOf = (standards: Standard[]) => standards.map(({ slug, text }) => ({ value: slug, label: text.name }))

function editWay(
  c: PeopleContext,
  edition: Edition,
  { way, old, renewed }: Way,
  rows: CrosswalkRow[],
  back: Returned & { ours?: string; theirs?: CrosswalkRow[] },
) {
  const changed = slugsOf(changedStandards(renewed, old))
  const names = new Map([...old, ...renewed].map(({ slug, text }) => [slug, text.name]))
  const nameOf = (slug: string) => names.get(slug) ?? slug
  return page(
    c,
    headOf(edition, 'Overgang van oud naar nieuw', back),
    <CrosswalkEditPage
      edition={edition}
      version={way.version}
      ours={back.ours ?? way.text.ours}
      rows={rows}
      old={namesOf(old)}
      renewed={namesOf(renewed)}
      faults={[...crosswalkFaults(rows, slugsOf(old), slugsOf(renewed), nameOf), ...untrueRows(rows, changed, nameOf)]}
      errors={back.errors ?? []}
      theirs={back.theirs}
      saved={c.req.query('bewaard') === 'ja'}
      mayEdit={mayEdit(c.var.person, edition.status)}
    />,
  )
}

export async function showCrosswalk(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const edition = await editionAt(c)
  const here = await wayAt(c, edition)
  return editWay(c, edition, here, here.way.text.rows, {})
}

export async function saveCrosswalk(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const here = await wayAt(c, edition)
  const form = readForm(c, crosswalkForm)
  const rows = rowsOf(form.typed)
  const ours = typeof form.typed.verantwoording === 'string' ? form.typed.verantwoording : ''
  if (!form.ok) return editWay(c, edition, here, rows, { errors: form.errors, ours })
  const { way } = here
  const saved =
    form.value.versie === way.version &&
    (await addVersion(
      c.var.db,
      { subject: way.id, version: way.version + 1, body: { ours, rows } },
      { by: editor.id, at: c.var.now },
    ))
  if (!saved) return editWay(c, edition, here, rows, { status: 409, ours, theirs: way.text.rows })
  return c.redirect(`${draftUrl(edition.id)}/overgang?bewaard=ja`, 303)
}

export async function proposeWay(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const here = await wayAt(c, edition)
  const { way } = here
  const form = readForm(c, proposalForm)
  if (!form.ok) return editWay(c, edition, here, way.text.rows, { errors: form.errors })
  if (form.value.versie !== way.version)
    refuse(409, 'Iemand anders veranderde de overgang net. Ga terug, laad de pagina opnieuw en kijk wat er nu staat.')
  await proposeCrosswalk(c.var.db, way, { by: editor.id, at: c.var.now })
  return c.redirect(`${draftUrl(edition.id)}/overgang`, 303)
}
