import { raw } from 'hono/html'
import { sceneDrawings } from './scene.drawings.ts'

/** The four scenes: a kitchen table, a doorstep, a bench, a bridge. */
export type SceneName = keyof typeof sceneDrawings

const words: Record<SceneName, string> = {
  tafel: 'Twee mensen praten aan een keukentafel, getekend in één doorlopende rode lijn.',
  stoep: 'Iemand op de stoep en een bewoner in de deur geven elkaar de hand, getekend in één doorlopende rode lijn.',
  bank: 'Twee mensen zitten naast elkaar op een bank bij een boom, getekend in één doorlopende rode lijn.',
  brug: 'Twee mensen ontmoeten elkaar midden op een brug, getekend in één doorlopende rode lijn.',
}

const anchor =
  'V396a9 9 0 1 1-.1 0a9 9 0 0 1 .1 18V426H488H524H506V472C486 472 472 460 470 440C472 460 486 472 506 472C526 472 540 460 542 440'

/** How the line goes on where the drawing ends: off to the right, or down into the next band to the anchor. */
function onward(name: SceneName, tail: boolean | undefined): string {
  if (!tail) return name === 'brug' ? 'M480 262H550' : 'H550'
  return name === 'brug' ? `M480 262C500 262 506 274 506 294${anchor}` : `H484C500 318 506 330 506 350${anchor}`
}

/**
 * A drawing in one unbroken line, coming in on the left. With `tail` it comes from the edge of the page and its line
 * runs down, out of the picture, and ends in the anchor. `label` says what it shows where our own words would not do.
 */
export function Scene(props: { name: SceneName; tail?: boolean; label?: string }) {
  const { name, tail } = props
  const before = tail ? `<path d="M-1800 ${name === 'brug' ? 262 : 318}H-30"/>` : ''
  const line = `${sceneDrawings[name]}${onward(name, tail)}`
  return (
    <svg
      class="scene line"
      fill="none"
      stroke="currentColor"
      viewBox="0 0 520 360"
      role="img"
      aria-label={props.label ?? words[name]}
    >
      {raw(`${before}<path class="line__draw" pathLength="1" d="${line}"/>`)}
    </svg>
  )
}
