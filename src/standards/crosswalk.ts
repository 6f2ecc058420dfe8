export const CROSSINGS = ['same', 'reworded', 'split', 'merged', 'new', 'dropped'] as const
export type Crossing = (typeof CROSSINGS)[number]

/** One step from the old list to the new one: n standards become m standards. */
export interface CrosswalkRow {
  from: string[]
  to: string[]
  type: Crossing
  note: string
}

/** The way from one edition to another, with the sentence that says whose reading it is. */
export interface CrosswalkText {
  ours: string
  rows: CrosswalkRow[]
}

export const crossingLabel: Record<Crossing, string> = {
  same: 'Gelijk gebleven',
  reworded: 'Anders verwoord',
  split: 'Uit elkaar gehaald',
  merged: 'Samengevoegd',
  new: 'Nieuw',
  dropped: 'Vervallen',
}

const one = (list: string[]) => list.length === 1
const many = (list: string[]) => list.length > 1
const none = (list: string[]) => list.length === 0

/** How many standards each type takes and gives. */
const fits: Record<Crossing, (row: CrosswalkRow) => boolean> = {
  same: ({ from, to }) => one(from) && one(to),
  reworded: ({ from, to }) => one(from) && one(to),
  split: ({ from, to }) => one(from) && many(to),
  merged: ({ from, to }) => many(from) && one(to),
  new: ({ from, to }) => none(from) && one(to),
  dropped: ({ from, to }) => one(from) && none(to),
}

const shape: Record<Crossing, string> = {
  same: 'één oud en één nieuw kenmerk',
  reworded: 'één oud en één nieuw kenmerk',
  split: 'één oud en minstens twee nieuwe kenmerken',
  merged: 'minstens twee oude en één nieuw kenmerk',
  new: 'alleen één nieuw kenmerk',
  dropped: 'alleen één oud kenmerk',
}

const isOnlyPlace = (row: CrosswalkRow) => row.type === 'new' || row.type === 'dropped' || row.type === 'same'

/** Whether a row says something whole: as many standards on both sides as its type takes and gives. */
export const isFinished = (row: CrosswalkRow): boolean => fits[row.type](row)

/** What people call a standard; whoever reads content files is helped by the slug itself. */
type NameOf = (slug: string) => string
const asItStands: NameOf = (slug) => slug

function rowFaults(row: CrosswalkRow, old: string[], renewed: string[], nameOf: NameOf): string[] {
  const faults = [
    ...row.from.filter((slug) => !old.includes(slug)).map((slug) => `“${nameOf(slug)}” staat niet in de oude lijst.`),
    ...row.to
      .filter((slug) => !renewed.includes(slug))
      .map((slug) => `“${nameOf(slug)}” staat niet in de nieuwe lijst.`),
  ]
  if (!isFinished(row)) faults.push(`“${crossingLabel[row.type]}” vraagt ${shape[row.type]}.`)
  return faults
}

/** What is wrong with a crosswalk: every standard has its place, and "new", "same" and "dropped" are their only place. */
export function crosswalkFaults(
  rows: CrosswalkRow[],
  old: string[],
  renewed: string[],
  nameOf: NameOf = asItStands,
): string[] {
  const faults = rows.flatMap((row) => rowFaults(row, old, renewed, nameOf))
  for (const slug of old) {
    const places = rows.filter((row) => row.from.includes(slug))
    if (places.length === 0) faults.push(`“${nameOf(slug)}” uit de oude lijst heeft nog geen plek.`)
    if (places.length > 1 && places.some(isOnlyPlace))
      faults.push(`“${nameOf(slug)}” uit de oude lijst staat er tegenstrijdig in.`)
  }
  for (const slug of renewed) {
    const places = rows.filter((row) => row.to.includes(slug))
    if (places.length === 0) faults.push(`“${nameOf(slug)}” uit de nieuwe lijst heeft nog geen plek.`)
    if (places.length > 1 && places.some(isOnlyPlace))
      faults.push(`“${nameOf(slug)}” uit de nieuwe lijst staat er tegenstrijdig in.`)
  }
  return faults
}

/** Rows that say a standard stayed the same while its words did not; `changed` are slugs of the new list. */
export function untrueRows(rows: CrosswalkRow[], changed: string[], nameOf: NameOf = asItStands): string[] {
  return rows.flatMap(({ type, to }) => {
    const [slug] = to
    if (slug === undefined) return []
    if (type !== 'same' || !changed.includes(slug)) return []
    return [
      `“${nameOf(slug)}” is niet gelijk gebleven: de tekst is veranderd. Kies bij die rij “${crossingLabel.reworded}”.`,
    ]
  })
}

/** A first proposal: what has the same name stays, what is gone is dropped, what is left is new. */
export function proposedRows(old: Map<string, string>, renewed: Map<string, string>): CrosswalkRow[] {
  const kept = [...renewed.keys()].filter((slug) => old.has(slug))
  return [
    ...kept.map((slug) => ({
      from: [slug],
      to: [slug],
      type: old.get(slug) === renewed.get(slug) ? ('same' as const) : ('reworded' as const),
      note: '',
    })),
    ...[...renewed.keys()]
      .filter((slug) => !old.has(slug))
      .map((slug) => ({
        from: [],
        to: [slug],
        type: 'new' as const,
        note: '',
      })),
    ...[...old.keys()]
      .filter((slug) => !renewed.has(slug))
      .map((slug) => ({
        from: [slug],
        to: [],
        type: 'dropped' as const,
        note: '',
      })),
  ]
}

/** Which old standards a new one comes from. */
export const rowsTo = (rows: CrosswalkRow[], slug: string) => rows.filter((row) => row.to.includes(slug))
