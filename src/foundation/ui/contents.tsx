import { Heading } from './text.tsx'

/** The contents of a long page: links to its parts. Works as links do, without script. */
export function Contents(props: { title?: string; items: { to: string; label: string }[] }) {
  return (
    <nav class="no-print" aria-labelledby="inhoudsopgave">
      <Heading level={2} id="inhoudsopgave">
        {props.title ?? 'Inhoud'}
      </Heading>
      <ol class="contents">
        {props.items.map(({ to, label }) => (
          <li>
            <a href={`#${to}`}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
