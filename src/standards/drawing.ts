import { type BuoyName, buoyDrawings, type KnotName, knotDrawings } from '../foundation/ui/index.ts'

const BUOYS: BuoyName[] = ['ton', 'spits', 'bol', 'baken', 'bel']

/** The buoy of a standard without a knot, by the number in its code: S1 is the first. */
export function buoyOf(code: string): BuoyName {
  const number = Number(/\d+$/.exec(code)?.[0] ?? 1)
  return BUOYS[(number - 1) % BUOYS.length] ?? 'ton'
}

/** What a document draws: the same lines as on the pages, as SVG in a field of 96 by 96. */
export interface Drawing {
  lines: string
  isBuoy: boolean
}

/** The drawing that belongs to a standard: its own knot, or a buoy for the older list. */
export const drawingOf = ({ knot, code }: { knot?: KnotName | undefined; code: string }): Drawing =>
  knot
    ? { lines: knotDrawings[knot], isBuoy: false }
    : { lines: `<path d="${buoyDrawings[buoyOf(code)]}"/>`, isBuoy: true }
