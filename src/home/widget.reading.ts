import type { Db } from '../foundation/db/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { type PracticesFound, practicesFound } from '../practices/index.ts'
import { type Hit, search } from '../thread/index.ts'
import { coursesFound } from '../training/index.ts'
import type { Widget } from './widget.ts'

/** What the widget found: the first few, how many there are, and the page of ours that shows all. */
export interface WidgetFound {
  total: number
  found: { href: string; title: string; text: string; fictional: boolean }[]
  all: string
  /** How far away it was looked for, when that is further than was asked. */
  wider?: 'province' | 'country'
}

/** Results in a frame: it stands in a page of others, who want some of their own page left. */
const MOST = 6

/** Pages of the search that are looked through, for what is made up may stand among the first. */
const MOST_PAGES = 3

async function searched(db: Db, widget: Widget, { text, now }: { text: string; now: Date }): Promise<WidgetFound> {
  const kinds = widget.kind === 'kenmerken' ? { kinds: ['standard' as const] } : {}
  const hits: Hit[] = []
  let total = 0
  for (let page = 1; page <= MOST_PAGES && hits.length < MOST; page += 1) {
    const result = await search(db, { text, ...kinds, page, now })
    total = result.total
    hits.push(...result.hits.filter(({ fictional }) => widget.fictional || !fictional))
    if (page >= result.pages) {
      total = hits.length
      break
    }
  }
  const query = new URLSearchParams(text === '' ? {} : { q: text })
  const own = new URLSearchParams(text === '' ? {} : { zoek: text })
  return {
    total,
    found: hits.slice(0, MOST).map(({ url, title, word, snippet, fictional }) => ({
      href: url,
      title,
      text: `${word}: ${snippet.map((piece) => piece.text).join('')}`,
      fictional,
    })),
    all: widget.kind === 'kenmerken' ? `/kenmerken?${own}` : `/zoeken?${query}`,
  }
}

const widerThan = ({ within }: PracticesFound, { gemeente }: Widget) =>
  gemeente === '' || within === 'gemeente' ? {} : { wider: within }

/** Looks for what someone typed in the widget; without words it shows what is newest or nearest. */
export async function widgetFound(c: PeopleContext, widget: Widget, text: string): Promise<WidgetFound> {
  const { kenmerk, gemeente, fictional } = widget
  const asked = { text, gemeente, fictional, most: MOST }
  if (widget.kind === 'scholing') return coursesFound(c, { ...asked, kenmerk })
  if (widget.kind !== 'praktijken') return searched(c.var.db, widget, { text, now: c.var.now })
  const found = await practicesFound(c, asked)
  return { ...found, ...widerThan(found, widget) }
}
