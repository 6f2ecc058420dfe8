import { Buoy, type BuoyName, Knot } from '../foundation/ui/index.ts'
import type { EditionStatus } from './edition.ts'
import type { KnotName } from './standard.ts'

const BUOYS: BuoyName[] = ['ton', 'spits', 'bol', 'baken', 'bel']

/** The buoy of a standard without a knot, by the number in its code: S1 is the first. */
function buoyOf(code: string): BuoyName {
  const number = Number(/\d+$/.exec(code)?.[0] ?? 1)
  return BUOYS[(number - 1) % BUOYS.length] ?? 'ton'
}

/** The drawing that belongs to a standard: its own knot, or a buoy for the older list. */
export function KnotOf(props: { knot: KnotName | undefined; code: string; status?: EditionStatus; size?: number }) {
  const { knot, code, status, size = 96 } = props
  if (knot) return <Knot name={knot} size={size} />
  return <Buoy name={buoyOf(code)} size={size} {...(status === 'replaced' ? { label: 'vervangen' } : {})} />
}
