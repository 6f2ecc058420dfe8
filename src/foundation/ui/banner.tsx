/** Said above everything, on every page: what kind of place this is. */
export function Banner(props: { text: string; href: string; label: string; name?: string }) {
  return (
    <aside class="banner" aria-label={props.name ?? 'Over deze opstelling'}>
      {props.text} <a href={props.href}>{props.label}</a>
    </aside>
  )
}
