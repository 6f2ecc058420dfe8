import { raw } from 'hono/html'
import { knotDrawings } from './knot.drawings.ts'

/** The five rope forms. */
export type KnotName = keyof typeof knotDrawings

/** One of the five knots. Decorative: what it stands for is said in words beside it. */
export function Knot(props: { name: KnotName; size?: number }) {
  const size = props.size ?? 96
  return (
    <svg
      class="knot line line--knot"
      fill="none"
      stroke="currentColor"
      width={size}
      height={size}
      viewBox="0 0 96 96"
      aria-hidden="true"
    >
      {raw(knotDrawings[props.name])}
    </svg>
  )
}
