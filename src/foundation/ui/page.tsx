import type { Child } from 'hono/jsx'
import { Band } from './band.tsx'
import { Banner } from './banner.tsx'
import { BreadcrumbData } from './breadcrumb.data.part.tsx'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { Foot } from './foot.tsx'
import { type Frame, FrameContext } from './frame.ts'
import { Header } from './header.tsx'
import { Notice } from './notice.tsx'

/** What a page says about itself. */
export interface PageHead {
  /** Without the name of the site: that follows by itself. */
  title: string
  description?: string
  robots?: 'noindex'
  /** The way here from the home page; the last crumb is this page. */
  breadcrumb?: Crumb[]
  /** How many faults the form on this page has; the title opens with it. */
  errors?: number
  /** The one address of this page, as a path. */
  canonical?: string
  /** Extra elements for the head, such as a feed link. */
  extra?: Child
}

/** The words of the title element. */
export function pageTitle(head: PageHead): string {
  const faults = head.errors ? `(${head.errors} ${head.errors === 1 ? 'invoerfout' : 'invoerfouten'}) ` : ''
  return head.title === 'Verankerd' ? `${faults}Verankerd` : `${faults}${head.title} · Verankerd`
}

/** A whole HTML document, ready to send. */
export function Page(props: { frame: Frame; head: PageHead; children?: Child }): string {
  const document = (
    <FrameContext.Provider value={props.frame}>
      <html lang="nl">
        <Head frame={props.frame} head={props.head} />
        <body class="voorbeeld-theme verankerd-theme">
          <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
            Naar de inhoud
          </a>
          {props.frame.banner ? <Banner {...props.frame.banner} /> : null}
          <Header />
          {props.head.breadcrumb ? <Breadcrumb items={props.head.breadcrumb} /> : null}
          <main id="inhoud" class="main" tabindex={-1}>
            {props.frame.notice ? (
              <Band narrow>
                <Notice tone="warning" title={props.frame.notice.title}>
                  {props.frame.notice.text}
                </Notice>
              </Band>
            ) : null}
            {props.children}
          </main>
          <Foot />
        </body>
      </html>
    </FrameContext.Provider>
  )
  return `<!DOCTYPE html>${document.toString()}`
}

function Head(props: { frame: Frame; head: PageHead }) {
  const { frame, head } = props
  return (
    <head>
      <meta charset="utf-8" />
      <title>{pageTitle(head)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {head.description ? <meta name="description" content={head.description} /> : null}
      {head.robots ? <meta name="robots" content={head.robots} /> : null}
      {head.canonical ? <link rel="canonical" href={`${frame.baseUrl}${head.canonical}`} /> : null}
      {frame.assets.preload.map((font) => (
        <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {frame.assets.css ? <link rel="stylesheet" href={frame.assets.css} /> : null}
      {frame.assets.icon ? <link rel="icon" href={frame.assets.icon} type="image/svg+xml" /> : null}
      <meta name="theme-color" content="#ffffff" />
      {frame.search ? (
        <link rel="search" type="application/opensearchdescription+xml" title="Verankerd" href={frame.search} />
      ) : null}
      {head.breadcrumb && !head.robots ? <BreadcrumbData items={head.breadcrumb} baseUrl={frame.baseUrl} /> : null}
      {head.extra}
    </head>
  )
}
