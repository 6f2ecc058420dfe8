import list from '../../content/places.json' with { type: 'json' }
import { FORMER_GEMEENTEN, GEMEENTEN, gemeenteByCode, gemeentenEver } from '../foundation/gemeente.ts'

/** Somewhere people say they are: a gemeente, or a place in one. Source of the points: content/places.json, gemeenten.json. */
export interface Place {
  /** As people read it and may type it again: "Beilen", "Laren (Lochem)". */
  name: string
  /** Code of the gemeente it lies in. */
  gemeente: string
  /** In degrees (WGS84). */
  lat: number
  lon: number
}

/** What a typed place turned out to be. */
export type Located =
  | { is: 'nowhere' }
  /** `others`: smaller places elsewhere that are called so too. */
  | { is: 'place'; place: Place; others: Place[] }
  /** More than one place is called so. */
  | { is: 'several'; of: Place[] }
  /** `like`: what comes close to it. */
  | { is: 'unknown'; like: Place[] }

/** As people say it: "Den Haag". */
const ofGemeente = ({ name, aliases: [said = name], code, lat, lon }: (typeof GEMEENTEN)[number]): Place => ({
  ...{ name: said, gemeente: code, lat, lon },
})

const rows = list.places.map(([name, gemeente, lat, lon]) => ({
  name: String(name),
  gemeente: String(gemeente),
  lat: Number(lat),
  lon: Number(lon),
}))

/** Lower case, without accents and signs; "st." and "sint" are one. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^st /, 'sint ')

const isGemeente = ({ name, lat, lon, gemeente }: Place): boolean => {
  const own = gemeenteByCode(gemeente)
  return own !== undefined && ofGemeente(own).name === name && own.lat === lat && own.lon === lon
}

/** What people call the gemeente a place lies in. */
function gemeenteSaid({ gemeente }: Place): string {
  const own = gemeenteByCode(gemeente)
  return own ? ofGemeente(own).name : gemeente
}

/** A gemeente by its name; a place with its gemeente, where others bear its name too. */
function named(place: Place): Place {
  if (isGemeente(place) || !isShared(place.name)) return place
  return { ...place, name: `${place.name} (${gemeenteSaid(place)})` }
}

/** "Rijswijk" of "Rijswijk (ZH.)": the province stands in the names of some gemeenten. */
const bareName = (name: string): string => name.replace(/\s*\(.*\)$/, '')

function placesByName(): Map<string, Place[]> {
  const by = new Map<string, Place[]>()
  const add = (name: string, place: Place) => by.set(name, [...(by.get(name) ?? []), place])
  for (const one of GEMEENTEN)
    for (const name of new Set([one.name, bareName(one.name), ...one.aliases].map(plain))) add(name, ofGemeente(one))
  for (const place of rows) add(plain(place.name), place)
  // Often the place it was named after is there still; otherwise its successor is where they mean.
  for (const { code, name } of FORMER_GEMEENTEN) {
    const now = gemeenteByCode(code)
    if (now && !by.has(plain(name))) add(plain(name), ofGemeente(now))
  }
  return by
}

const byName = placesByName()
const isShared = (name: string): boolean => (byName.get(plain(name))?.length ?? 0) > 1

/** More suggestions than this help nobody. */
const MOST_LIKE = 5
const LONGEST = 60

/** The place someone means. A gemeente goes before a place elsewhere of the same name; "Laren (Lochem)" says which one. */
export function placeTyped(typed: string): Located {
  const text = typed.trim().slice(0, LONGEST)
  if (text === '') return { is: 'nowhere' }
  const [, bare = text, where = ''] = /^(.*?)\s*\((.*)\)\s*$/.exec(text) ?? []
  // "Bergen (L.)" is a name by itself.
  const found = (byName.get(plain(text)) ?? byName.get(plain(bare)) ?? []).map(named)
  const there = found.filter(
    (place) => where !== '' && !isGemeente(place) && plain(gemeenteSaid(place)) === plain(where),
  )
  const meant = there.length > 0 ? there : found
  const gemeenten = meant.filter(isGemeente)
  const [one] = gemeenten.length === 1 ? gemeenten : meant.length === 1 ? meant : []
  if (one !== undefined) return { is: 'place', place: one, others: meant.filter((other) => other !== one) }
  if (meant.length > 0) return { is: 'several', of: meant }
  const gemeente = gemeenteByCode(text.toUpperCase())
  if (gemeente !== undefined) return { is: 'place', place: ofGemeente(gemeente), others: [] }
  return { is: 'unknown', like: placesLike(plain(bare)) }
}

/** Places whose name begins with it or has it in it, or is a slip or two away. */
function placesLike(typed: string): Place[] {
  if (typed.length < 2) return []
  const slips = typed.length < 5 ? 1 : 2
  const near = [...byName].flatMap(([name, places]) => {
    const isPart = typed.length > 2 && ` ${name}`.includes(` ${typed}`)
    const away = isPart ? (name.startsWith(typed) ? 0.5 : 0.75) : slipsBetween(typed, name, slips)
    return away > slips ? [] : places.map((place) => ({ away, place: named(place) }))
  })
  near.sort((a, b) => a.away - b.away || a.place.name.localeCompare(b.place.name, 'nl'))
  const once = new Map(near.map(({ place }) => [place.name, place]))
  return [...once.values()].slice(0, MOST_LIKE)
}

/** How many letters one must add, drop, change or swap with a neighbour; more than `most` is not counted further. */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best)
    }
    ;[before, last] = [last, row]
  }
  return last[other.length] ?? 0
}

const EARTH_KM = 6371
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** As the crow flies: the great circle between two points, in km. Source: haversine formula, mean radius of the earth. */
export function distanceKm(one: Pick<Place, 'lat' | 'lon'>, other: Pick<Place, 'lat' | 'lon'>): number {
  const [up, along] = [Math.sin(rad(other.lat - one.lat) / 2), Math.sin(rad(other.lon - one.lon) / 2)]
  const part = up ** 2 + Math.cos(rad(one.lat)) * Math.cos(rad(other.lat)) * along ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** Where a gemeente stands in the list of all of them, a former one where its successor stands; -1 when there is no such code. */
export const gemeenteNumber = (code: string): number => numbers.get(code) ?? -1
const numbers = new Map(GEMEENTEN.flatMap(({ code }, at) => gemeentenEver([code]).map((one) => [one, at])))

/** How far every gemeente is from a place, by its number in the list. Within the own gemeente there is no distance. */
export function distancesFrom(place: Place): Float64Array {
  return Float64Array.from(GEMEENTEN, (one) => (one.code === place.gemeente ? 0 : distanceKm(place, one)))
}
