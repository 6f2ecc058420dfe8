import { Buoy, Knot } from '../foundation/ui/index.ts'
import { buoyOf } from './drawing.ts'
import type { EditionStatus } from './edition.ts'
import type { KnotName } from './standard.ts'

/** The drawing that belongs to a standard: its own knot, or a buoy for the older list. */
export function KnotOf(props: { knot: KnotName | undefined; code: string; status?: EditionStatus; size?: number }) {
  const { knot, code, status, size = 96 } = props
  if (knot) return <Knot name={knot} size={size} />
  return <Buoy name={buoyOf(code)} size={size} {...(status === 'replaced' ? { label: 'vervangen' } : {})} />
}
