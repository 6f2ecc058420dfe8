import type { CatalogueEntry } from './catalogue.page.tsx'
import type { Crosswalk } from './crosswalk.store.ts'
import type { Edition } from './edition.store.ts'
import { isPublic } from './edition.ts'
import { besideUrl, standardUrl } from './framework.ts'
import type { Relative } from './standard.page.tsx'
import type { BriefStandard } from './standard.store.ts'

/** Everything that stands on the shelf, drafts included; each reader takes what may be seen. */
export interface Shelf {
  editions: Edition[]
  standards: BriefStandard[]
}

export const editionOf = (shelf: Shelf, id: string) => shelf.editions.find((edition) => edition.id === id)

export function publicEdition(editions: Edition[], framework: string, slug: string): Edition | undefined {
  return editions.find(
    (edition) => edition.framework.slug === framework && edition.slug === slug && isPublic(edition.status),
  )
}

/**
 * The page of a standard in this edition, or a `part` under it: the plain address, unless the same item holds now in
 * another edition.
 */
export function placeUrl(
  shelf: Shelf,
  edition: Edition,
  standard: { slug: string; item: string },
  part: '' | '/gesprekskaart' | '/gesprekskaart/pdf' = '',
): string {
  const url = `${standardUrl(edition.framework.text.word, standard.slug)}${part}`
  const needsYear = edition.status === 'consultation' || isShadowed(shelf, edition, standard.item)
  return needsYear ? `${url}?versie=${edition.slug}` : url
}

/** The rows of the databank, newest edition first. */
export function entriesOf({ editions, standards }: Shelf): CatalogueEntry[] {
  return editions
    .filter(({ status }) => isPublic(status))
    .flatMap((edition) =>
      standards
        .filter((standard) => standard.edition === edition.id)
        .map((standard) => ({
          ...standard.text,
          slug: standard.slug,
          item: standard.item,
          url: placeUrl({ editions, standards }, edition, standard),
          framework: edition.framework.slug,
          edition: edition.slug,
          editionTitle: `${edition.text.title} (${edition.text.year})`,
          status: edition.status,
          fictional: edition.framework.fictional,
        })),
    )
}

/** Whether the same item also stands in an edition that holds now, so that the plain address is taken. */
function isShadowed({ editions, standards }: Shelf, edition: Edition, item: string): boolean {
  if (edition.status === 'current') return false
  const current = new Set(editions.filter(({ status }) => status === 'current').map(({ id }) => id))
  return standards.some((other) => other.item === item && current.has(other.edition))
}

/** Which of several places of one slug a reader means: the asked edition, else what holds now, else the newest. */
export function choosePlace<Place extends { edition: string }>(
  places: Place[],
  editions: Edition[],
  asked: string | undefined,
): { place: Place; edition: Edition } | undefined {
  const open = editions
    .filter(({ status }) => isPublic(status))
    .flatMap((edition) => places.filter((place) => place.edition === edition.id).map((place) => ({ place, edition })))
  if (asked !== undefined) return open.find(({ edition }) => edition.slug === asked)
  return (
    open.find(({ edition }) => edition.status === 'current') ??
    open.find(({ edition }) => edition.status === 'replaced') ??
    open[0]
  )
}

/** What stood here before and what came after, along the crosswalks of this edition. */
export function relativesOf(
  shelf: Shelf,
  crosswalks: Crosswalk[],
  edition: Edition,
  slug: string,
): { older: Relative[]; newer: Relative[] } {
  const older: Relative[] = []
  const newer: Relative[] = []
  for (const { from, to, text } of crosswalks) {
    const old = editionOf(shelf, from)
    const renewed = editionOf(shelf, to)
    if (!old || !renewed || !isPublic(old.status) || !isPublic(renewed.status)) continue
    const beside = besideUrl(old.framework.slug, old.slug, renewed.framework.slug, renewed.slug)
    for (const row of text.rows) {
      if (to === edition.id && row.to.includes(slug))
        older.push(...row.from.flatMap((other) => relative(shelf, old, other, row, beside)))
      if (from === edition.id && row.from.includes(slug))
        newer.push(...row.to.flatMap((other) => relative(shelf, renewed, other, row, beside)))
    }
  }
  return { older, newer }
}

function relative(
  shelf: Shelf,
  edition: Edition,
  slug: string,
  row: { type: Relative['crossing']; note: string },
  beside: string,
): Relative[] {
  const standard = shelf.standards.find((candidate) => candidate.edition === edition.id && candidate.slug === slug)
  if (!standard) return []
  return [
    {
      name: standard.text.name,
      url: placeUrl(shelf, edition, standard),
      crossing: row.type,
      note: row.note,
      list: edition.text.title,
      beside,
    },
  ]
}
