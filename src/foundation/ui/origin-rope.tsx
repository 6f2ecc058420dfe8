import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** One stop on the way back. Newest first. */
export interface Stop {
  /** What kind of thing this is: "een gesprek". */
  word: string
  date?: string
  text: Child
  href?: string
  /** The text was taken back: the stop is a frayed gap, without who or why. */
  withdrawn?: boolean
}

const knot = '<path d="M22 0c0 14 9 34-8 34c-14 0-14-20 0-20c16 0 8 18 8 34"/>'
const frayed =
  '<path d="M22 0V6M22 60V54"/><path class="origin__strand" d="M22 6C22 12 15 12 14.500 20M22 6C23 13 21 16 22.500 23M22 6C22 11 29 12 29.500 17M22 54C21 47 15 46 15.500 41M22 54C22 47 23 44 21.500 38M22 54C22 49 29 48 28.500 43"/>'
const anchor =
  '<path d="M22 0V8a6 6 0 1 1-.1 0a6 6 0 0 1 .1 12V28H11H33H22V58C12 58 4 51 3 40C4 51 12 58 22 58C32 58 40 51 41 40"/>'
const onward = '<path d="M22 0C22 22 17 30 20 48S24 78 22 100"/>'

/**
 * Where something comes from: a rope with a knot at every stop, newest on top, held by an anchor at the oldest; one that
 * goes on below has no anchor yet.
 */
export function OriginRope(props: { stops: Stop[]; goesOn?: boolean }) {
  return (
    <ol class="origin">
      {props.stops.map((stop, index) => (
        <OriginStop stop={stop} last={!props.goesOn && index === props.stops.length - 1} />
      ))}
    </ol>
  )
}

function OriginStop(props: { stop: Stop; last: boolean }) {
  const { stop, last } = props
  const drawing = stop.withdrawn ? frayed : last ? anchor : knot
  const height = stop.withdrawn || last ? 60 : 48
  return (
    <li class={stop.withdrawn ? 'origin__stop origin__stop--withdrawn' : 'origin__stop'}>
      <span class="origin__rope">
        <svg
          class="line"
          fill="none"
          stroke="currentColor"
          width="44"
          height={height}
          aria-hidden="true"
          viewBox={`0 0 44 ${height}`}
        >
          {raw(drawing)}
        </svg>
        {last ? null : (
          <svg
            class="line origin__onward"
            fill="none"
            stroke="currentColor"
            width="44"
            aria-hidden="true"
            viewBox="0 0 44 100"
            preserveAspectRatio="none"
          >
            {raw(onward)}
          </svg>
        )}
      </span>
      <span class="origin__words">
        <span class="origin__word">
          {stop.word}
          {stop.date ? <span class="origin__date">{stop.date}</span> : null}
        </span>
        <span class="origin__text">
          {stop.withdrawn ? 'ingetrokken' : stop.href ? <a href={stop.href}>{stop.text}</a> : stop.text}
        </span>
      </span>
    </li>
  )
}
