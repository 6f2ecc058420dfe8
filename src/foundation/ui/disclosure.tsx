import type { Child } from 'hono/jsx'

/** Text that stays folded until someone wants it. */
export function Disclosure(props: { summary: Child; open?: boolean; children?: Child }) {
  return (
    <details class="disclosure" open={props.open}>
      <summary class="disclosure__summary">{props.summary}</summary>
      <div class="disclosure__text">{props.children}</div>
    </details>
  )
}
