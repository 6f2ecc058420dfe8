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

/** Counts how often each province is among what is put in. */
export class ProvinceCount {
  #times = new Uint32Array(PROVINCES.length)
  #inAll = 0

  put(provinces: number): void {
    if (provinces === ALL_PROVINCES) this.#inAll += 1
    else for (let rest = provinces; rest !== 0; rest &= rest - 1) this.#tally(31 - Math.clz32(rest & -rest))
  }

  #tally(at: number): void {
    this.#times[at] = (this.#times[at] ?? 0) + 1
  }

  /** By the code of a province; those that were not there are absent. */
  get found(): Map<string, number> {
    const counts = PROVINCES.map(({ code }, at): [string, number] => [code, this.#inAll + (this.#times[at] ?? 0)])
    return new Map(counts.filter(([, many]) => many > 0))
  }
}
