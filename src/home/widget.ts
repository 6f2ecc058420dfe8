import { gemeenteByCode } from '../foundation/gemeente.ts'
import { WITH_EXAMPLES } from '../foundation/http/index.ts'
import { escapeXml } from '../foundation/xml.ts'

/** What a widget looks in. */
export const WIDGET_KINDS = ['alles', 'praktijken', 'scholing', 'kenmerken'] as const

export type WidgetKind = (typeof WIDGET_KINDS)[number]

export const kindWords: Record<WidgetKind, string> = {
  alles: 'Alles',
  praktijken: 'Praktijken',
  scholing: 'Scholing',
  kenmerken: 'Kenmerken van goed werk',
}

/** What the widget is called, above its field and to whoever hears the page. */
const TITLES: Record<WidgetKind, string> = {
  alles: 'Zoek in Verankerd',
  praktijken: 'Zoek een praktijk',
  scholing: 'Zoek een training',
  kenmerken: 'Zoek in de kenmerken van goed werk',
}

/** A search for a page of others, as it was set up. */
export interface Widget {
  kind: WidgetKind
  /** Slug of a kenmerk, for courses; '' for all. */
  kenmerk: string
  /** Code of a gemeente, for practices and courses; '' for none. */
  gemeente: string
  /** Host of the site it stands on; '' on our own. */
  site: string
  fictional: boolean
}

/** Its title, with the place it looks near. */
export function widgetTitle({ kind, gemeente }: Widget): string {
  const place = kind === 'praktijken' || kind === 'scholing' ? gemeenteByCode(gemeente) : undefined
  return place ? `${TITLES[kind]} in de buurt van ${place.aliases[0] ?? place.name}` : TITLES[kind]
}

/** The settings of a widget as they stand in addresses, without what does not matter for its kind. */
export function widgetQuery({ kind, kenmerk, gemeente, site, fictional }: Widget): URLSearchParams {
  const query = new URLSearchParams({ wat: kind })
  if (kenmerk !== '' && kind === 'scholing') query.set('kenmerk', kenmerk)
  if (gemeente !== '' && (kind === 'scholing' || kind === 'praktijken')) query.set('gemeente', gemeente)
  if (site !== '') query.set('site', site)
  if (fictional) query.set(...(WITH_EXAMPLES.split('=') as [string, string]))
  return query
}

/** The address that stands in the frame. */
export const widgetUrl = (widget: Widget): string => `/insluiten/zoeken?${widgetQuery(widget)}`

/** How high a frame is at first; with the script it becomes as high as what is in it. */
export const FIRST_HEIGHT = 560

/** The frame, as it goes into the page of another. */
export function frameSnippet(widget: Widget, baseUrl: string): string {
  const source = escapeXml(baseUrl + widgetUrl(widget))
  return `<iframe src="${source}" title="${escapeXml(widgetTitle(widget))}" width="100%" height="${FIRST_HEIGHT}" style="border:0" loading="lazy"></iframe>`
}

/** The same with a line that makes the frame as high as what is in it. */
export const growingSnippet = (widget: Widget, baseUrl: string): string =>
  `${frameSnippet(widget, baseUrl)}\n<script type="module" src="${escapeXml(baseUrl)}/insluiten/hoogte.js"></script>`

/** Where a question goes when there is no frame: the page of ours that answers it, and the name of its field. */
const PLAIN: Record<WidgetKind, { action: string; field: string }> = {
  alles: { action: '/zoeken', field: 'q' },
  praktijken: { action: '/praktijken', field: 'zoek' },
  scholing: { action: '/scholing', field: 'zoek' },
  kenmerken: { action: '/kenmerken', field: 'zoek' },
}

/** A field and a button that open our own page: for sites that take no frames. */
export function plainSnippet(widget: Widget, baseUrl: string): string {
  const { action, field } = PLAIN[widget.kind]
  const place = gemeenteByCode(widget.gemeente)
  const hidden = [
    ...(widget.kind === 'praktijken' && place ? [['gemeente', place.code]] : []),
    ...(widget.kind === 'scholing' && place ? [['bij', place.name]] : []),
    ...(widget.kind === 'scholing' && widget.kenmerk !== '' ? [['kenmerk', widget.kenmerk]] : []),
  ].map(([name = '', value = '']) => `  <input type="hidden" name="${name}" value="${escapeXml(value)}">`)
  return [
    `<form action="${escapeXml(baseUrl)}${action}" method="get" target="_blank">`,
    `  <label for="verankerd">${escapeXml(widgetTitle(widget))}</label>`,
    `  <input type="search" id="verankerd" name="${field}">`,
    ...hidden,
    '  <button>Zoek (opent een nieuw tabblad)</button>',
    '</form>',
  ].join('\n')
}
