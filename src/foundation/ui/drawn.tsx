import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { bareFrame, type Frame, FrameContext } from './frame.ts'

/** Markup that was drawn before and is put on a page as it is. */
export type Drawn = ReturnType<typeof raw>

/** A frame that tells nothing: what is drawn once and shown to many may hold no token, no nonce and no name. */
const nobody: Frame = new Proxy(bareFrame, {
  get(_, name) {
    throw new Error(`A part that is drawn for everyone asks for ${String(name)}, which differs per page.`)
  },
})

/** Draws a part once, to be kept and put on the pages of many. It may hold nothing that depends on who looks. */
export function drawn(part: Child): Drawn {
  return raw((<FrameContext.Provider value={nobody}>{part}</FrameContext.Provider>).toString())
}

/** Draws a part once for each thing it shows; things are known by what they are and not by what they hold. */
export function drawnFor<Shown extends object>(draw: (shown: Shown) => Child): (shown: Shown) => Drawn {
  const known = new WeakMap<Shown, Drawn>()
  return (shown) => {
    const markup = known.get(shown) ?? drawn(draw(shown))
    known.set(shown, markup)
    return markup
  }
}
