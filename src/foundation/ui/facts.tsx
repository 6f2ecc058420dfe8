import type { Child } from 'hono/jsx'

/** Terms with their values. */
export function Facts(props: { items: { term: Child; value: Child }[] }) {
  return (
    <dl class="facts">
      {props.items.map((item) => (
        <div class="facts__row">
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
