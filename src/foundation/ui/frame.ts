import './at-once.ts'
import { createContext, useContext } from 'hono/jsx'

/** One link with its words. */
export interface FrameLink {
  href: string
  label: string
}

/** Where the built files stand; read from `dist/assets/manifest.json` by `readAssets`. */
export interface Assets {
  css: string
  /** Fonts worth fetching before the stylesheet asks for them. */
  preload: string[]
  icon: string
  /** The picture beside a shared link, 1200 by 630. */
  share: string
  /** Name of a browser module (`passkey` for `passkey.browser.ts`) to its address. */
  scripts: Record<string, string>
}

/** Everything a page shows around its own content. The site fills it in; the ui knows no domain words. */
export interface Frame {
  baseUrl: string
  path: string
  assets: Assets
  nav: FrameLink[]
  footer: { links: FrameLink[]; words: string[] }
  /** Where it says how a browser searches here. */
  search?: string
  /** Shown above everything, on every page: "Proefopstelling: …". */
  banner?: { text: string; href: string; label: string }
  /** Said above the content of this one answer. */
  notice?: { title: string; text: string }
  /** Present when a person is signed in. */
  signedIn?: { name: string }
  /** The session's token; every posting form of this page carries it. */
  token?: string
  /** Makes a fresh form nonce; absent on pages that are cached. */
  nonce?: () => string
}

/** A frame for parts rendered outside a page, such as in a unit test: no session, no nonce, no files. */
export const bareFrame: Frame = {
  baseUrl: '',
  path: '/',
  assets: { css: '', preload: [], icon: '', share: '', scripts: {} },
  nav: [],
  footer: { links: [], words: [] },
}

/** Gives the parts of one page, a form above all, the frame they stand in. */
export const FrameContext = createContext<Frame>(bareFrame)

/** The frame of the page that is being rendered. */
export function useFrame(): Frame {
  return useContext(FrameContext)
}
