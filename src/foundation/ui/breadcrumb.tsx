/** One step on the way from the home page; the last one is the page itself. */
export interface Crumb {
  label: string
  href?: string
}

/** Where this page stands. "Home" comes by itself. */
export function Breadcrumb(props: { items: Crumb[] }) {
  const items: Crumb[] = [{ label: 'Home', href: '/' }, ...props.items]
  return (
    <nav class="breadcrumb" aria-label="Kruimelpad">
      <ol class="breadcrumb__list">
        {items.map((item, index) => (
          <li>
            {item.href && index < items.length - 1 ? (
              <a href={item.href}>{item.label}</a>
            ) : (
              <span aria-current={index === items.length - 1 ? 'page' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
