import { allow, type FieldError, found, page, readForm, refuse } from '../foundation/http/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { competences } from './competence.store.ts'
import { editionAt, headOf, heldDraft, type Returned } from './draft.context.ts'
import { draftUrl } from './draft.page.tsx'
import { addStandard, isTaken, omitStandard, omittedFrom, restoreStandard } from './draft.store.ts'
import type { Edition } from './edition.store.ts'
import { mayEdit } from './edition.ts'
import { type Conflict, StandardEditPage } from './standard.edit.page.tsx'
import { changedFields } from './standard.fields.ts'
import { slugOf, standardForm, textOf, typedOf } from './standard.form.ts'
import { type Standard, standardsOf } from './standard.store.ts'
import { addVersion } from './text.store.ts'
import { vocabularies } from './vocabulary.store.ts'

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
