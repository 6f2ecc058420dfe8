import type { Db } from '../foundation/db/index.ts'
import { shortened } from '../foundation/words/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { type PracticesFound, practicesFound } from '../practices/index.ts'
import { search } from '../thread/index.ts'
import { coursesFound } from '../training/index.ts'
import type { Widget } from './widget.ts'

/** What the widget found: the first few, how many there are, and the page of ours that shows all. */
export interface WidgetFound {
  total: number
  found: {
    href: string
    title: string
    /** What it is, where the widget looks in more than one kind. */
    kind?: string
    text: string
    fictional: boolean
  }[]
  all: string
  /** A kenmerk is among what is shown: nobody may take it for a duty. */
  holdsNorms?: boolean
  /** How far away it was looked for, when that is further than was asked. */
  wider?: 'province' | 'country'
}

/** Results in a frame: it stands in a page of others, who want some of their own page left. */
const MOST = 6

/** Characters of the line under a title: two or three lines in a narrow frame. */
const LINE = 140

async function searched(db: Db, widget: Widget, { text, now }: { text: string; now: Date }): Promise<WidgetFound> {
  const kinds = widget.kind === 'kenmerken' ? { kinds: ['standard' as const] } : {}
  const { total, hits } = await search(db, { text, ...kinds, fictional: widget.fictional, page: 1, now })
  const query = new URLSearchParams(text === '' ? {} : { q: text })
  const shown = hits.slice(0, MOST)
  const own = new URLSearchParams(text === '' ? {} : { zoek: text })
  return {
    total,
    holdsNorms: shown.some(({ kind }) => kind === 'standard'),
    found: shown.map(({ url, title, word, snippet, fictional }) => ({
      href: url,
      title,
      kind: word,
      text: shortened(snippet.map((piece) => piece.text).join(''), LINE),
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
