import { raw } from 'hono/html'
import { buoyDrawings } from './buoy.drawings.ts'

/** The five buoys of the older list. */
export type BuoyName = keyof typeof buoyDrawings

/** A buoy in outline, with a word under it such as "vervangen". */
export function Buoy(props: { name?: BuoyName; label?: string; size?: number }) {
  const size = props.size ?? 96
  return (
    <span class="buoy">
      <svg
        class="line line--knot"
        fill="none"
        stroke="currentColor"
        width={size}
        height={size}
        viewBox="0 0 96 96"
        aria-hidden="true"
      >
        {raw(`<path d="${buoyDrawings[props.name ?? 'ton']}"/>`)}
      </svg>
      {props.label ? <span class="buoy__label">{props.label}</span> : null}
    </span>
  )
}
