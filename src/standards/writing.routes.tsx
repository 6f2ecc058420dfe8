import { allow, type FieldError, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { competences } from './competence.store.ts'
import { CrosswalkEditPage } from './crosswalk.edit.page.tsx'
import { crosswalkForm, proposalForm, rowsOf } from './crosswalk.form.ts'
import { type Crosswalk, crosswalksAt } from './crosswalk.store.ts'
import { type CrosswalkRow, crosswalkFaults, untrueRows } from './crosswalk.ts'
import { editionAt, heldDraft } from './draft.context.ts'
import { draftUrl } from './draft.page.tsx'
import {
  addStandard,
  changedStandards,
  isTaken,
  omitStandard,
  omittedFrom,
  proposeCrosswalk,
  restoreStandard,
} from './draft.store.ts'
import { EditionEditPage } from './edition.edit.page.tsx'
import { editionForm, editionTextOf, editionTypedOf } from './edition.form.ts'
import type { Edition } from './edition.store.ts'
import { mayEdit } from './edition.ts'
import { type Conflict, StandardEditPage } from './standard.edit.page.tsx'
import { changedFields } from './standard.fields.ts'
import { slugOf, standardForm, textOf, typedOf } from './standard.form.ts'
import { type Standard, standardsOf } from './standard.store.ts'
import { addVersion } from './text.store.ts'
import { vocabularies } from './vocabulary.store.ts'

interface Returned {
  errors?: FieldError[]
  typed?: Typed
  status?: number
}

const headOf = (edition: Edition, title: string, { errors = [], status }: Returned) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: [
    { label: 'Redactie', href: '/redactie' },
    { label: 'Kenmerken', href: '/redactie/kenmerken' },
    { label: String(edition.text.year), href: draftUrl(edition.id) },
    { label: title },
  ],
  errors: errors.length,
  ...(status ? { status } : errors.length > 0 ? { status: 400 } : {}),
})

/** The standard of this address, inside the draft of this address. */
async function standardAt(c: PeopleContext, edition: Edition): Promise<Standard> {
  return found((await standardsOf(c.var.db, edition.id)).find(({ id }) => id === c.req.param('tekst')))
}

async function editStandard(
  c: PeopleContext,
  edition: Edition,
  standard: Standard | undefined,
  back: Returned & { conflict?: Conflict },
) {
  // One after the other: a form that came back is drawn inside its transaction, on one connection.
  const allCompetences = await competences(c.var.db)
  const allVocabularies = await vocabularies(c.var.db)
  const typed = back.typed ?? (standard ? typedOf(standard.text) : {})
  return page(
    c,
    headOf(edition, standard?.text.name ?? 'Nieuw kenmerk', back),
    <StandardEditPage
      edition={edition}
      id={standard?.id}
      version={standard?.version ?? 0}
      typed={typed}
      errors={back.errors ?? []}
      conflict={back.conflict}
      competences={allCompetences}
      vocabularies={allVocabularies}
      mayEdit={mayEdit(c.var.person, edition.status)}
    />,
  )
}

export async function showText(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const edition = await editionAt(c)
  return editStandard(c, edition, await standardAt(c, edition), {})
}

export async function showNewText(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await editionAt(c)
  allow(mayEdit(editor, edition.status))
  return editStandard(c, edition, undefined, {})
}

/** Terms and competences that are named but not there. */
async function pointerFaults(
  c: PeopleContext,
  text: {
    connects: { vocabulary: string; term: string }[]
    competences: string[]
  },
): Promise<FieldError[]> {
  const allVocabularies = await vocabularies(c.var.db)
  const allCompetences = await competences(c.var.db)
  const known = new Set(allVocabularies.flatMap(({ slug, terms }) => terms.map((term) => `${slug}/${term.slug}`)))
  const strange = text.connects.map(({ vocabulary, term }) => `${vocabulary}/${term}`).find((name) => !known.has(name))
  const unknown = text.competences.some((slug) => !allCompetences.some((one) => one.slug === slug))
  return [
    ...(strange
      ? [
          {
            field: 'aansluiting',
            message: `Wij kennen “${strange}” niet. Kies een begrip uit de lijst onder het formulier.`,
          },
        ]
      : []),
    ...(unknown
      ? [
          {
            field: 'competenties[]',
            message: 'Kies competenties uit de lijst.',
          },
        ]
      : []),
  ]
}

/** A code stands for one standard of an edition: two with the same one can't be told apart in an agreement. */
async function bearerOf(
  c: PeopleContext,
  edition: Edition,
  code: string,
  self?: string,
): Promise<Standard | undefined> {
  return (await standardsOf(c.var.db, edition.id)).find(
    ({ id, text }) => id !== self && text.code.toLowerCase() === code.toLowerCase(),
  )
}

async function codeFaults(c: PeopleContext, edition: Edition, code: string, self?: string): Promise<FieldError[]> {
  const other = await bearerOf(c, edition, code, self)
  return other
    ? [{ field: 'code', message: `Code ${other.text.code} is al van ‘${other.text.name}’. Kies een andere code.` }]
    : []
}

export async function saveText(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const standard = await standardAt(c, edition)
  const form = readForm(c, standardForm)
  if (!form.ok) return editStandard(c, edition, standard, form)
  // What was voted on stays tied to the standard, whoever words it otherwise.
  const { validatedBy } = standard.text
  const text = { ...textOf(form.value, standard.slug), ...(validatedBy ? { validatedBy } : {}) }
  const errors = [...(await pointerFaults(c, text)), ...(await codeFaults(c, edition, text.code, standard.id))]
  if (errors.length > 0) return editStandard(c, edition, standard, { errors, typed: form.typed })
  const { db, now } = c.var
  const saved =
    form.value.versie === standard.version &&
    (await addVersion(
      db,
      { subject: standard.id, version: standard.version + 1, body: text },
      { by: editor.id, at: now },
    ))
  if (!saved) {
    const theirs = typedOf(standard.text)
    return editStandard(c, edition, standard, {
      typed: form.typed,
      status: 409,
      conflict: { theirs, fields: changedFields(theirs, typedOf(text)) },
    })
  }
  return c.redirect(`${draftUrl(edition.id)}?bewaard=ja`, 303)
}

export async function addText(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const form = readForm(c, standardForm)
  if (!form.ok) return editStandard(c, edition, undefined, form)
  const slug = slugOf(form.value.naam)
  const text = textOf(form.value, slug)
  const errors = [...(await pointerFaults(c, text)), ...(await codeFaults(c, edition, text.code))]
  if (slug === '' || (await isTaken(c.var.db, slug)))
    errors.push({
      field: 'naam',
      message: 'Er is al een kenmerk met deze naam. Kies een andere naam.',
    })
  if (errors.length > 0) return editStandard(c, edition, undefined, { errors, typed: form.typed })
  await addStandard(c.var.db, edition, text, { by: editor.id, at: c.var.now })
  return c.redirect(`${draftUrl(edition.id)}?bewaard=ja`, 303)
}

export async function omitText(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const standard = await standardAt(c, edition)
  await omitStandard(c.var.db, standard.id, { by: editor.id, at: c.var.now })
  return c.redirect(draftUrl(edition.id), 303)
}

export async function restoreText(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const edition = await heldDraft(c)
  allow(mayEdit(editor, edition.status))
  const { db } = c.var
  const id = c.req.param('tekst') ?? ''
  const omitted = (await omittedFrom(db, edition.id)).find((one) => one.id === id)
  const other = omitted && (await bearerOf(c, edition, omitted.code))
  if (other)
    refuse(
      409,
      `‘${omitted.name}’ kan niet terug, want code ${omitted.code} is nu van ‘${other.text.name}’. Geef die eerst een andere code.`,
    )
  await restoreStandard(db, { edition: edition.id, id })
  return c.redirect(draftUrl(edition.id), 303)
}

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
