import type { Child } from 'hono/jsx'
import { drawn } from './drawn.tsx'
import { given } from './given.ts'

/** One row that leads somewhere. */
export interface Row {
  href: string
  title: Child
  text?: Child
  badge?: Child
}

const ARROW = drawn(
  <svg
    class="row__arrow"
    width="32"
    height="20"
    viewBox="0 0 32 20"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
  >
    <path d="M3 11C8 8 12 13 17 10.5S25 10 28 10M21 3.5 28.5 10 21 16.5" />
  </svg>,
)

/** Links under each other, divided by lines; `columns` sets them two by two where there is room. */
export function Rows(props: { items: Row[]; columns?: boolean }) {
  return (
    <ul class={props.columns ? 'rows rows--columns' : 'rows'}>
      {props.items.map((item) => (
        <li class="row">
          <span class="row__main">
            <a class="row__link" href={item.href}>
              {item.title}
            </a>{' '}
            {given(item.badge) ? <span class="row__badge">{item.badge}</span> : null}
            {given(item.text) ? <span class="row__text">{item.text}</span> : null}
          </span>
          {ARROW}
        </li>
      ))}
    </ul>
  )
}
