/** The page numbers to show: the ends, the neighbours, and 0 where numbers are left out. */
export function pageNumbers(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return shown.flatMap((n, index) => {
    const before = shown[index - 1] ?? 0
    if (n - before === 2) return [n - 1, n]
    return n - before > 2 ? [0, n] : [n]
  })
}

/** Which page of `pages` was asked for; an address may be old or mistyped: then the first, or the last. */
export function pageAsked(asked: string | undefined, pages: number): number {
  const page = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  return Math.min(Math.max(1, page), Math.max(1, pages))
}

/** How many pages a list takes; an empty one takes one. */
export const pagesFor = (count: number, perPage: number): number => Math.max(1, Math.ceil(count / perPage))

/** Links to the other pages of a list; `label` tells two lists of one page apart. */
export function Pagination(props: { page: number; pages: number; href: (page: number) => string; label?: string }) {
  const { page, pages, href, label = "Pagina's" } = props
  if (pages <= 1) return null
  return (
    <nav class="pagination" aria-label={label}>
      {page > 1 ? (
        <a class="pagination__step" rel="prev" href={href(page - 1)}>
          Vorige
        </a>
      ) : null}
      <ol class="pagination__pages">
        {pageNumbers(page, pages).map((n) => (
          <li>{n === 0 ? <span class="pagination__gap">…</span> : <PageLink n={n} page={page} href={href(n)} />}</li>
        ))}
      </ol>
      {page < pages ? (
        <a class="pagination__step" rel="next" href={href(page + 1)}>
          Volgende
        </a>
      ) : null}
    </nav>
  )
}

function PageLink(props: { n: number; page: number; href: string }) {
  return (
    <a class="pagination__page" href={props.href} aria-current={props.n === props.page ? 'page' : undefined}>
      <span class="hidden">Pagina </span>
      {props.n}
    </a>
  )
}
