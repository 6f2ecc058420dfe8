import type { Db } from '../foundation/db/index.ts'
import { statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { itemId, type LinkTo, readItem } from '../thread/index.ts'
import { waiveConsultation } from './consultation.store.ts'
import { rowsTo } from './crosswalk.ts'
import type { Draft } from './draft.store.ts'
import type { Edition } from './edition.store.ts'
import { besideUrl } from './framework.ts'
import { crosswalkFront, editionFront, standardFront } from './front.ts'
import { type Press, print } from './press.store.ts'
import type { Standard } from './standard.store.ts'
import { publication, replacement } from './standards.tables.ts'
import { sameWords } from './text.store.ts'

const newestId = statement<{ id: string }>(
  'standards.newest-id',
  'select id from standards.text where subject = $1 and version = $2',
)

async function textId(db: Db, subject: string, version: number): Promise<string> {
  const [row] = await newestId(db, subject, version)
  if (!row) throw new Error(`No version ${version} of ${subject}`)
  return row.id
}

/** What a standard of the new edition rests on. */
function linksOf(draft: Draft, { slug, item, text }: Standard): LinkTo[] {
  const earlier = rowsTo(draft.crosswalk?.text.rows ?? [], slug).flatMap(({ from }) => from)
  const replaced = draft.before.filter((standard) => earlier.includes(standard.slug) && standard.item !== item)
  const vocabularies = new Set(text.connects.map(({ vocabulary }) => vocabulary))
  return [
    { kind: 'part of', item: draft.edition.id },
    ...text.competences.map(
      (name): LinkTo => ({
        kind: 'requires',
        item: itemId('competence', name),
      }),
    ),
    ...[...vocabularies].map(
      (name): LinkTo => ({
        kind: 'builds on',
        item: itemId('vocabulary', name),
      }),
    ),
    ...replaced.map((standard): LinkTo => ({ kind: 'replaces', item: standard.item })),
    ...(text.validatedBy ?? []).map((verdict): LinkTo => ({ kind: 'validated by', ...verdict })),
  ]
}

async function printStandard(db: Db, draft: Draft, standard: Standard, press: Press): Promise<void> {
  const { framework, text } = draft.edition
  const known = await readItem(db, standard.item)
  const unchanged = known !== undefined && sameWords(known.revision.body, standard.text)
  // Words that stay the same keep their date and their story: they are still the same revision.
  const { dated, note } = unchanged ? known.revision : { dated: null, note: text.ours }
  const provenance = { ...(dated ? { dated } : {}), note }
  const front = standardFront({ slug: framework.slug, word: framework.text.word }, provenance, standard.text)
  const copy = {
    subject: standard.id,
    version: standard.version,
    item: standard.item,
    body: standard.text,
    front,
    links: linksOf(draft, standard),
  }
  await print(db, await textId(db, standard.id, standard.version), { ...copy, fictional: framework.fictional }, press)
}

/**
 * Publishes a draft: every text becomes a revision (a text that stayed the same keeps the one it has), what was
 * decided about the impact is carried out, and the edition it came from is replaced. Nothing that was published
 * before changes. `waived` says why there was no consultation.
 */
export async function publishDraft(
  db: Db,
  draft: Draft,
  old: Pick<Edition, 'id' | 'slug' | 'text'> | undefined,
  { by, at, waived = '' }: { by: string; at: Date; waived?: string },
): Promise<void> {
  const { edition, standards, crosswalk } = draft
  const { framework } = edition
  const press: Press = { by, at, draft: edition.id }
  const { fictional } = framework
  const links: LinkTo[] = [
    { kind: 'part of', item: framework.id },
    ...(old ? [{ kind: 'replaces' as const, item: old.id }] : []),
  ]
  const front = editionFront(framework.slug, edition.slug, edition.text)
  const whole = {
    subject: edition.id,
    version: edition.version,
    item: edition.id,
    body: edition.text,
    front,
    links,
    fictional,
  }
  await print(db, await textId(db, edition.id, edition.version), whole, press)
  for (const standard of standards) await printStandard(db, draft, standard, press)
  if (crosswalk && old) {
    const way = crosswalkFront(besideUrl(framework.slug, old.slug, framework.slug, edition.slug), crosswalk.text, {
      from: old.text,
      to: edition.text,
    })
    const rests: LinkTo[] = [old.id, edition.id].map((item) => ({
      kind: 'builds on',
      item,
    }))
    const copy = {
      subject: crosswalk.id,
      version: crosswalk.version,
      item: crosswalk.id,
      body: crosswalk.text,
      front: way,
      links: rests,
      fictional,
    }
    await print(db, await textId(db, crosswalk.id, crosswalk.version), copy, press)
  }
  await db.insert(publication).values({ edition: edition.id, publishedAt: at, publishedBy: by })
  if (waived !== '') await waiveConsultation(db, edition.id, { reason: waived, by, at })
  if (old) await db.insert(replacement).values({ edition: old.id, successor: edition.id, replacedAt: at })
  await contentChanged(db)
}
