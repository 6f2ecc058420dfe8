import { raw } from 'hono/html'

const loose = 'c20 0 50 9 50-9c0-16-30-16-30 0c0 16 26 9 52 9'
const tight = 'c30 0 44 6 44-5c0-9-17-9-17 0c0 8 11 9 17 5c-2-13-13-13-13-3c0 5 19 3 41 3'

/** The rope itself: tightened where someone has been, slack where they still have to go. */
function rope(steps: number, current: number): string {
  const done = tight.repeat(Math.max(0, current - 1))
  const here = (current - 1) * 72
  const rest = loose.repeat(Math.max(0, steps - current))
  return [
    `<path class="rope-steps__rest" d="M${here + 72} 30${rest}h8"/>`,
    current <= steps ? `<circle class="rope-steps__here" cx="${here + 35}" cy="21" r="12"/>` : '',
    `<path class="line__draw" pathLength="1" d="M-8 30H0${done}${current <= steps ? loose : ''}"/>`,
  ].join('')
}

/** How far someone is: a rope with one knot per step, done ones tightened, and the same in words. */
export function RopeSteps(props: { steps: number; current: number; labels?: string[] }) {
  const { steps, current } = props
  const label = props.labels?.[current - 1]
  return (
    <div class="rope-steps">
      <svg
        class="line rope-steps__rope"
        fill="none"
        stroke="currentColor"
        viewBox={`-10 4 ${steps * 72 + 20} 36`}
        aria-hidden="true"
      >
        {raw(rope(steps, current))}
      </svg>
      <p class="rope-steps__text">
        Stap {Math.min(current, steps)} van {steps}
        {label ? `: ${label}` : ''}
      </p>
    </div>
  )
}
