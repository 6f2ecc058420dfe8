import type { Child } from 'hono/jsx'
import { given } from './given.ts'
import { Knot, type KnotName } from './knot.tsx'

/** One knot with its words. */
export interface KnotItem {
  knot: KnotName
  title: Child
  href?: string
  text?: Child
}

/** Knots with their words: under each other on a phone, side by side where there is room. */
export function KnotList(props: { items: KnotItem[]; level?: 2 | 3 }) {
  const Tag = props.level === 2 ? 'h2' : 'h3'
  return (
    <ul class="knots">
      {props.items.map((item) => (
        <li>
          <Knot name={item.knot} />
          <div class="knots__words">
            <Tag class="knots__title">{item.href ? <a href={item.href}>{item.title}</a> : item.title}</Tag>
            {given(item.text) ? <p class="knots__text">{item.text}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
