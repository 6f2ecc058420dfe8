/** An address a catalogue is read from. */
export interface CatalogueAddress {
  id: string
  provider: string
  url: string
  addedAt: Date
  /** Read again every night since then; null: only when somebody asks. */
  dailySince: Date | null
}

/** Readings that fail after each other before the provider gets a mail. */
export const FAILURES_TOLD = 3

/** Items of one page of an address: the most the standard knows. Source: OEAPI 6.0, pageSize. */
const PAGE_SIZE = 250

/** The lists behind an address: an organisation of OEAPI has one of courses and one of offerings; else it is what it is. */
export function listsBehind(url: URL): URL[] {
  if (!/\/organisations\/[^/]+\/?$/.test(url.pathname)) return [paged(url)]
  const base = url.href.replace(/\/?(\?.*)?$/, '')
  return ['courses', 'course-offerings'].map((name) => paged(new URL(`${base}/${name}`)))
}

const isList = (url: URL): boolean => /\/(courses|course-offerings)\/?$/.test(url.pathname)

/** A list asks for large pages, unless the address says how large. */
function paged(url: URL): URL {
  if (!isList(url) || url.searchParams.has('pageSize')) return url
  const asked = new URL(url)
  asked.searchParams.set('pageSize', String(PAGE_SIZE))
  return asked
}

/** The page behind this one. */
export function nextPage(url: URL): URL {
  const next = new URL(url)
  next.searchParams.set('pageNumber', String((Number(url.searchParams.get('pageNumber')) || 1) + 1))
  return next
}

/** Where the offerings of one course stand: only below a list of courses. */
export function offeringsBehind(url: URL, course: string): URL | undefined {
  if (!/\/courses\/?$/.test(url.pathname) || /\/organisations\//.test(url.pathname)) return undefined
  const below = new URL(url)
  below.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(course)}/course-offerings`
  below.search = ''
  return paged(below)
}
