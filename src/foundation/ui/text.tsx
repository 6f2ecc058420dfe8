import type { Child } from 'hono/jsx'
import { given } from './given.ts'

// Written out, because the build keeps only the classes it can read in our parts.
const levels = {
  1: ['h1', 'nl-heading nl-heading--level-1'],
  2: ['h2', 'nl-heading nl-heading--level-2'],
  3: ['h3', 'nl-heading nl-heading--level-3'],
  4: ['h4', 'nl-heading nl-heading--level-4'],
} as const

/** A heading of level 1 to 4. */
export function Heading(props: { level: 1 | 2 | 3 | 4; id?: string; children?: Child }) {
  const [Tag, style] = levels[props.level]
  return (
    <Tag class={style} id={props.id}>
      {props.children}
    </Tag>
  )
}

/** The one larger sentence under a page's title. */
export function Lead(props: { children?: Child }) {
  return <p class="nl-paragraph nl-paragraph--lead">{props.children}</p>
}

/** A quiet remark in a smaller size. */
export function Small(props: { children?: Child }) {
  return <p class="small">{props.children}</p>
}

/** Running text: paragraphs, lists, h2 and h3, in a column that reads well. */
export function Prose(props: { children?: Child }) {
  return <div class="prose">{props.children}</div>
}

/** Someone's words, large. `by` says whose they are. */
export function Quote(props: { by?: Child; children?: Child }) {
  return (
    <figure class="quote">
      <blockquote>{props.children}</blockquote>
      {given(props.by) ? <figcaption>{props.by}</figcaption> : null}
    </figure>
  )
}
