import type { Child } from 'hono/jsx'
import { Anchor } from './anchor.tsx'
import { Button } from './button.tsx'
import { drawn, drawnFor } from './drawn.tsx'
import { Form } from './form.tsx'
import { type FrameLink, useFrame } from './frame.ts'

/** The top of every page: the mark, search, the menu, and who is here. */
export function Header({ name = 'Hoofdmenu' }: { name?: string }) {
  const { nav, path } = useFrame()
  return (
    <header class="header">
      <div class="header__inner">
        {MARK}
        <nav class="header__nav" aria-label={name}>
          {linksOf(nav, path)}
          <ul class="header__links">
            <li>
              <a href="/zoeken">Zoeken</a>
            </li>
            <Visitor />
            <li>
              <a href="/menu">Menu</a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  )
}

const MARK = drawn(
  <a class="header__mark" href="/" aria-label="Verankerd, naar de voorpagina">
    <Anchor />
    <span class="header__name">Verankerd</span>
  </a>,
)

/** The links of the menu; drawn once with none of them marked, as most pages have them. */
function linksOf(nav: FrameLink[], path: string): Child {
  const here = nav.find(({ href }) => isHere(path, href))
  return here ? <Links nav={nav} here={here} /> : unmarked(nav)
}

const unmarked = drawnFor((nav: FrameLink[]) => <Links nav={nav} here={undefined} />)

function Links({ nav, here }: { nav: FrameLink[]; here: FrameLink | undefined }) {
  return (
    <ul class="header__links header__links--wide">
      {nav.map((link) => (
        <li>
          <a href={link.href} aria-current={link === here ? 'true' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Signing out as a whole button, for the menu and for one's own page: a phone has no room for it in the header. */
export function SignOut() {
  return (
    <Form action="/uitloggen" nonce={false}>
      <Button kind="secondary">Uitloggen</Button>
    </Form>
  )
}

function isHere(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`)
}

function Visitor() {
  const { signedIn } = useFrame()
  if (!signedIn) {
    return (
      <li class="header__wide">
        <a href="/inloggen">Inloggen</a>
      </li>
    )
  }
  return (
    <>
      <li>
        <a href="/mijn">Mijn</a>
      </li>
      <li class="header__wide">
        <Form action="/uitloggen" nonce={false}>
          <button type="submit" class="header__sign-out">
            Uitloggen
          </button>
        </Form>
      </li>
    </>
  )
}
