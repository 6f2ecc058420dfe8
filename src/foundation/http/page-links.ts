/** The way to the other pages of a list, for machines: the `Link` header of RFC 8288. */
export function pageLinks(
  url: URL,
  { page, pageSize, total }: { page: number; pageSize: number; total: number },
): string {
  const last = Math.max(1, Math.ceil(total / pageSize))
  const at = (rel: string, number: number) => {
    const to = new URL(url)
    to.searchParams.set('page', String(number))
    to.searchParams.set('pageSize', String(pageSize))
    return `<${to}>; rel="${rel}"`
  }
  return [
    at('first', 1),
    ...(page > 1 ? [at('prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [at('next', page + 1)] : []),
    at('last', last),
  ].join(', ')
}
