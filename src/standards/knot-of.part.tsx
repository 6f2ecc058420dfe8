import { Buoy, Knot } from '../foundation/ui/index.ts'
import type { EditionStatus } from './edition.ts'
import type { KnotName } from './standard.ts'

/** The drawing that belongs to a standard: its own knot, or a buoy for the older list. */
export function KnotOf(props: { knot?: KnotName; status?: EditionStatus; size?: number }) {
  if (props.knot) return <Knot name={props.knot} size={props.size} />
  return <Buoy label={props.status === 'replaced' ? 'vervangen' : undefined} />
}
