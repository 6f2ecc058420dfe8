import list from '../../content/gemeenten.json' with { type: 'json' }

/** A gemeente as it has been since 1 January 2023. Source: content/gemeenten.json, which names its own. */
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

const byCode = new Map(GEMEENTEN.map((one) => [one.code, one]))

/** A gemeente by its code; undefined when there is none. */
export const gemeenteByCode = (code: string): Gemeente | undefined => byCode.get(code)

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

const found = new Map(
  GEMEENTEN.flatMap((one) =>
    [one.code, one.name, sortName(one.name), ...one.aliases].map((name) => [plain(name), one]),
  ),
)

const provinces = new Map(
  PROVINCES.flatMap((one) => [one.code, one.name].map((name): [string, Province] => [plain(name), one])),
).set('friesland', { code: 'PV21', name: 'Fryslân' })

/** The province someone means who types its name or its code: "drenthe", "noord holland", "friesland". */
export const provinceTyped = (typed: string): Province | undefined => provinces.get(plain(typed))

/** The gemeente someone means who types a name, another name for it, or its code: "den haag", "friese meren". */
export function gemeenteTyped(typed: string): Gemeente | undefined {
  const words = plain(typed.replace(/\(.*\)$/, ''))
  if (words === '') return undefined
  const exact = found.get(words) ?? found.get(plain(typed))
  if (exact) return exact
  const within = GEMEENTEN.filter((one) => [one.name, ...one.aliases].some((name) => plain(name).includes(words)))
  return within.length === 1 ? within[0] : undefined
}
