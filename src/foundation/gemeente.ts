import list from '../../content/gemeenten.json' with { type: 'json' }

/** A gemeente as it is now. Source: content/gemeenten.json, which names its own. */
export interface Gemeente {
  /** "GM0014", with its zeros. */
  code: string
  name: string
  /** Code of the province: "PV20". */
  province: string
  /** Other names people look for. */
  aliases: string[]
  /** A point inside it, in degrees (WGS84). */
  lat: number
  lon: number
}

/** A gemeente that is no more: what still bears its code or its name belongs to its successor. Source: conventions §11. */
export interface FormerGemeente {
  code: string
  name: string
  /** The last day it was there. */
  validTo: string
  /** Code of the gemeente it went into, which may have gone into another since. */
  successor: string
}

export interface Province {
  code: string
  name: string
}

/** The twelve provinces in the order of their codes. Source: CBS. */
export const PROVINCES: readonly Province[] = [
  { code: 'PV20', name: 'Groningen' },
  { code: 'PV21', name: 'Fryslân' },
  { code: 'PV22', name: 'Drenthe' },
  { code: 'PV23', name: 'Overijssel' },
  { code: 'PV24', name: 'Flevoland' },
  { code: 'PV25', name: 'Gelderland' },
  { code: 'PV26', name: 'Utrecht' },
  { code: 'PV27', name: 'Noord-Holland' },
  { code: 'PV28', name: 'Zuid-Holland' },
  { code: 'PV29', name: 'Zeeland' },
  { code: 'PV30', name: 'Noord-Brabant' },
  { code: 'PV31', name: 'Limburg' },
]

/** The name a list is sorted by: "'s-Gravenhage" stands under the G. */
export const sortName = (name: string): string => name.replace(/^['’]s-/i, '')

/** Every gemeente, by name. */
export const GEMEENTEN: readonly Gemeente[] = list.gemeenten
  .map((one) => ({
    code: one.code,
    name: one.name,
    province: one.province,
    aliases: 'aliases' in one && Array.isArray(one.aliases) ? one.aliases : [],
    lat: one.lat,
    lon: one.lon,
  }))
  .sort((a, b) => sortName(a.name).localeCompare(sortName(b.name), 'nl'))

/** Gemeenten that went into another. */
export const FORMER_GEMEENTEN: readonly FormerGemeente[] = list.former

/** Every code there is or was, with the gemeente it stands for now; a successor may have a successor. */
export function gemeentenByCode(
  current: readonly Gemeente[],
  former: readonly FormerGemeente[],
): ReadonlyMap<string, Gemeente> {
  const by = new Map(current.map((one) => [one.code, one]))
  // The youngest first: by then its successor is known.
  for (const { code, successor } of former.toSorted((a, b) => b.validTo.localeCompare(a.validTo))) {
    const now = by.get(successor)
    if (now && !by.has(code)) by.set(code, now)
  }
  return by
}

const byCode = gemeentenByCode(GEMEENTEN, FORMER_GEMEENTEN)

/** A gemeente by its code, that of a former one too; undefined when there is none. */
export const gemeenteByCode = (code: string): Gemeente | undefined => byCode.get(code)

/** The code of today for a code of any day. A code we don't know stays as it is. */
export const gemeenteNow = (code: string): string => byCode.get(code)?.code ?? code

/** These codes and those that went into them: for rows that still bear the code of their own day. */
export const gemeentenEver = (codes: readonly string[]): string[] => {
  const asked = new Set(codes)
  return [...byCode].flatMap(([code, now]) => (asked.has(now.code) ? [code] : []))
}

/** How a gemeente is called on screen: its name, with the name people use where that differs. A code we don't know speaks for itself. */
export function gemeenteName(code: string): string {
  const found = byCode.get(code)
  if (!found) return code
  const [alias] = found.aliases
  return alias === undefined ? found.name : `${found.name} (${alias})`
}

/** The province a gemeente lies in; '' when the code is unknown. */
export const provinceOf = (code: string): string => byCode.get(code)?.province ?? ''

const names = new Map(PROVINCES.map(({ code, name }) => [code, name]))

/** A code we don't know speaks for itself. */
export const provinceName = (code: string): string => names.get(code) ?? code

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Names and codes of today go before those of before. */
const found = new Map(
  [
    ...FORMER_GEMEENTEN.flatMap(({ code, name }) => {
      const now = byCode.get(code)
      return now ? [code, name, sortName(name)].map((said) => ({ said, now })) : []
    }),
    ...GEMEENTEN.flatMap((now) =>
      [now.code, now.name, sortName(now.name), ...now.aliases].map((said) => ({ said, now })),
    ),
  ].map(({ said, now }) => [plain(said), now]),
)

const provinces = new Map(
  PROVINCES.flatMap((one) => [one.code, one.name].map((name): [string, Province] => [plain(name), one])),
).set('friesland', { code: 'PV21', name: 'Fryslân' })

/** The province someone means who types its name or its code: "drenthe", "noord holland", "friesland". */
export const provinceTyped = (typed: string): Province | undefined => provinces.get(plain(typed))

/** The gemeente someone means who types a name, another name for it, one that went into it, or its code: "den haag", "friese meren". */
export function gemeenteTyped(typed: string): Gemeente | undefined {
  const words = plain(typed.replace(/\(.*\)$/, ''))
  if (words === '') return undefined
  const exact = found.get(words) ?? found.get(plain(typed))
  if (exact) return exact
  const within = GEMEENTEN.filter((one) => [one.name, ...one.aliases].some((name) => plain(name).includes(words)))
  return within.length === 1 ? within[0] : undefined
}
