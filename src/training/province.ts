import { GEMEENTEN, PROVINCES } from '../foundation/gemeente.ts'

/** Provinces as bits of one number: many courses are asked at once in which of them they have a date. */
const bits = new Map(PROVINCES.map(({ code }, at) => [code, 1 << at]))

export const ALL_PROVINCES = (1 << PROVINCES.length) - 1

/** These provinces, by their codes; a code we don't know is none. */
export const provinceBits = (codes: readonly string[]): number =>
  codes.reduce((all, code) => all | (bits.get(code) ?? 0), 0)

const perGemeente = Uint16Array.from(GEMEENTEN, ({ province }) => provinceBits([province]))

/** The province of a gemeente, by its number in the list; 0 when it is none. */
export const provinceBit = (gemeente: number): number => perGemeente[gemeente] ?? 0

/** How often each province is among these, by its code; those that are not are absent. */
export function perProvince(among: Iterable<number>): Map<string, number> {
  const times = new Uint32Array(ALL_PROVINCES + 1)
  for (const one of among) times[one] = (times[one] ?? 0) + 1
  const counts = new Map<string, number>()
  for (const [one, many] of times.entries())
    for (const [code, bit] of bits) if (many > 0 && (one & bit) !== 0) counts.set(code, (counts.get(code) ?? 0) + many)
  return counts
}
