import { Anchor } from './anchor.tsx'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { useFrame } from './frame.ts'

/** The top of every page: the mark, search, the menu, and who is here. */
export function Header() {
  const frame = useFrame()
  return (
    <header class="header">
      <div class="header__inner">
        <a class="header__mark" href="/" aria-label="Verankerd, naar de voorpagina">
          <Anchor />
          <span class="header__name">Verankerd</span>
        </a>
        <nav class="header__nav" aria-label="Hoofdmenu">
          <ul class="header__links header__links--wide">
            {frame.nav.map((link) => (
              <li>
                <a href={link.href} aria-current={isHere(frame.path, link.href) ? 'true' : undefined}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
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
