/** How one thing rests on another. */
export type LinkKind =
  | 'builds on'
  | 'validated by'
  | 'asks about'
  | 'teaches'
  | 'requires'
  | 'replaces'
  | 'exemplifies'
  | 'part of'

/** Where a new revision points: at the revision named, or else at the newest one. */
export interface LinkTo {
  kind: LinkKind
  item: string
  revision?: string
}

/** One end of a link: the thing and the exact text that was meant. */
export interface LinkEnd {
  item: string
  revision: string
}

const VERBS: Record<LinkKind, string> = {
  'builds on': 'bouwt op',
  'validated by': 'is gewogen in',
  'asks about': 'vraagt naar',
  teaches: 'oefent met',
  requires: 'verwijst naar',
  replaces: 'vervangt',
  exemplifies: 'is een voorbeeld van',
  'part of': 'hoort bij',
}

/** What the dependent thing does with what it rests on: "bouwt op". */
export const linkVerb = (kind: LinkKind): string => VERBS[kind]

/** The same, said from what it rests on: "bouwt hierop". */
const VERBS_HERE: Record<LinkKind, string> = {
  'builds on': 'bouwt hierop',
  'validated by': 'is hierin gewogen',
  'asks about': 'vraagt hiernaar',
  teaches: 'oefent hiermee',
  requires: 'verwijst hiernaar',
  replaces: 'vervangt dit',
  exemplifies: 'is hier een voorbeeld van',
  'part of': 'hoort hierbij',
}

/** What the dependent thing does with this one: "bouwt hierop". */
export const linkVerbHere = (kind: LinkKind): string => VERBS_HERE[kind]

/** A link that holds now, as far as comparing goes. */
export interface Standing {
  id: string
  kind: LinkKind
  to: string
  toRevision: string
}

/** What has to change so that the links of an item become those wished for. */
export interface LinkChange {
  end: Standing[]
  begin: LinkTo[]
}

/** The same links, from an unchanged text: what still holds stays as it is, also when it points at an older revision. */
export function linkChange(standing: Standing[], wished: LinkTo[]): LinkChange {
  const holds = (one: Standing, wish: LinkTo) =>
    one.kind === wish.kind && one.to === wish.item && (wish.revision === undefined || wish.revision === one.toRevision)
  return {
    end: standing.filter((one) => !wished.some((wish) => holds(one, wish))),
    begin: wished.filter((wish) => !standing.some((one) => holds(one, wish))),
  }
}

/** The links of a new text that says nothing about them: what it rested on, it rests on still. */
export function carriedOver(standing: Standing[]): LinkTo[] {
  return standing.map(({ kind, to, toRevision }) => ({ kind, item: to, revision: toRevision }))
}
