import { Example, type Frame, FrameContext, Script, SearchForm } from '../foundation/ui/index.ts'
import type { WidgetFound } from './widget.reading.ts'
import { type Widget, widgetQuery, widgetTitle, widgetUrl } from './widget.ts'

/** A search in the frame of another site. */
export interface WidgetView {
  widget: Widget
  /** Origin of the site that may show it, ours when it is made for none; '' when it may not. */
  origin: string
  text: string
  result: WidgetFound
}

/**
 * A document of its own: in a frame there is no room for our header, and nothing in it is of a visitor. Every link opens
 * a new tab, so that nobody leaves the page of the other without wanting to.
 */
export function widgetDocument(frame: Frame, view: WidgetView): string {
  const { widget, origin } = view
  const title = widgetTitle(widget)
  const oembed = `/insluiten/oembed?url=${encodeURIComponent(frame.baseUrl + widgetUrl(widget))}`
  const document = (
    <FrameContext.Provider value={frame}>
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <title>{`${title} · Verankerd`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          {frame.assets.css ? <link rel="stylesheet" href={frame.assets.css} /> : null}
          <link rel="alternate" type="application/json+oembed" title={title} href={frame.baseUrl + oembed} />
        </head>
        <body class="voorbeeld-theme verankerd-theme widget" data-origin={origin}>
          <main class="widget__main">
            <h1 class="widget__title">{title}</h1>
            <Question {...view} />
            {widget.site !== '' && origin === '' ? <NotYet site={widget.site} /> : null}
            <Results {...view} />
            <p class="widget__from">
              Uit <NewTab href="/">Verankerd</NewTab>, over goed sociaal werk. Geen cookies.
            </p>
          </main>
          <Script name="widget" />
        </body>
      </html>
    </FrameContext.Provider>
  )
  return `<!DOCTYPE html>${document.toString()}`
}

function NewTab(props: { href: string; children: string }) {
  return (
    <a href={props.href} target="_blank" rel="noopener">
      {props.children}
    </a>
  )
}

function Question({ widget, text }: WidgetView) {
  return (
    <SearchForm action="/insluiten/zoeken" label="Waar zoek je naar?" value={text}>
      {[...widgetQuery(widget)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </SearchForm>
  )
}

function NotYet({ site }: { site: string }) {
  return (
    <p>
      {site} staat nog niet op de lijst van sites die dit mogen tonen.{' '}
      <NewTab href="/insluiten">Zo vraag je dat aan</NewTab>
    </p>
  )
}

const WIDER = {
  province: 'In deze gemeente staat nog niets. Dit komt uit dezelfde provincie.',
  country: 'In deze gemeente en provincie staat nog niets. Dit komt uit het hele land.',
}

/** It looks at less than everything there is: then elsewhere there may be something. */
const isNarrow = ({ kind, gemeente }: Widget): boolean => kind !== 'alles' || gemeente !== ''

function Results({ widget, text, result: { total, found, all, wider, holdsNorms } }: WidgetView) {
  if (found.length === 0)
    return (
      <p role="status">
        {text === '' ? 'Hier staat nu nog niets.' : 'Niets gevonden.'}{' '}
        {text === '' ? null : 'Probeer één woord, of een woord dat erop lijkt.'}{' '}
        {text === '' || !isNarrow(widget) ? null : (
          <NewTab href={`/zoeken?${new URLSearchParams({ q: text })}`}>Zoek dit in heel Verankerd</NewTab>
        )}
      </p>
    )
  return (
    <section aria-label="Gevonden">
      <p role="status">
        {total === 1 ? 'Eén gevonden.' : `${total} gevonden.`} {wider ? WIDER[wider] : null}
      </p>
      <ul class="widget__found">
        {found.map((one) => (
          <li>
            <NewTab href={one.href}>{one.title}</NewTab> {one.fictional ? <Example /> : null}
            <span class="widget__text">
              {one.kind ? <strong>{one.kind}.</strong> : null} {one.text}
            </span>
          </li>
        ))}
      </ul>
      {holdsNorms ? <p>Geen verplicht kader. Een kenmerk is een begin van een gesprek.</p> : null}
      <p>{total > found.length ? <NewTab href={all}>{`Bekijk ze alle ${total} op Verankerd`}</NewTab> : null}</p>
    </section>
  )
}
