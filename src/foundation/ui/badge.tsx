import type { Child } from 'hono/jsx'

/** What a badge says about the thing beside it. */
export type BadgeTone = 'plain' | 'ok' | 'warn' | 'old' | 'example'

/** One or two words about a state. The words carry the meaning, the colour only helps. */
export function Badge(props: { tone?: BadgeTone; children?: Child }) {
  return <span class={`nl-data-badge badge badge--${props.tone ?? 'plain'}`}>{props.children}</span>
}

/** The mark every fictional thing carries. */
export function Example() {
  return <Badge tone="example">verzonnen voorbeeld</Badge>
}
