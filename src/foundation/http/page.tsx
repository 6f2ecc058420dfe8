import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Frame, FrameContext, Page, type PageHead } from '../ui/index.ts'
import type { HouseContext, KeptForm } from './env.ts'

/** Words of a page outside its body; `status` is the answer's: unless told 400 with errors, 200 without. */
export type Head = PageHead & { status?: number }

/** Answers with a whole page in the house's frame. */
export function page(c: HouseContext, head: Head, body: Child): Response {
  const kept = c.get('redrawing')
  const frame = { ...c.get('draw')(c), ...(kept ? { notice: noticeOf(kept) } : {}) }
  const html = isForEveryone(frame, head) ? inShell(frame, head, body) : Page({ frame, head, children: body })
  // As bytes: whoever reads a text out of a Response pays for it three times over, and the cache reads every page.
  const bytes = Buffer.from(html)
  return c.body(bytes, (head.status ?? (head.errors ? 400 : 200)) as 200, {
    'Content-Type': 'text/html; charset=utf-8',
  })
}

/** Said above a form that is shown again after signing in. */
const noticeOf = ({ hadFile }: KeptForm): NonNullable<Frame['notice']> => ({
  title: 'Wat je typte, is er nog, maar het is nog niet bewaard',
  text: `Je moest tussendoor opnieuw inloggen. Kijk het na en verstuur het opnieuw.${hadFile ? ' Een bestand konden we niet vasthouden: kies het opnieuw.' : ''}`,
})

/** What stands around the body of a page: the same for every visitor who is not signed in, so it is made once. */
interface Shell {
  frame: Omit<Frame, 'nonce'>
  before: string
  after: string
}

const shells = new Map<string, Shell>()
/** More can only come from addresses and titles nobody links to. */
const MOST_SHELLS = 300
const BODY = '<!--body-->'

function isForEveryone(frame: Frame, head: Head): boolean {
  return frame.token === undefined && frame.signedIn === undefined && head.extra === undefined
}

function isSame(one: Shell['frame'], other: Frame): boolean {
  const parts = ['baseUrl', 'path', 'assets', 'nav', 'footer', 'banner'] as const
  return parts.every((part) => one[part] === other[part])
}

function shellOf(frame: Frame, head: Head): Shell {
  const key = `${frame.path}\n${JSON.stringify(head)}`
  const known = shells.get(key)
  if (known && isSame(known.frame, frame)) return known
  if (shells.size >= MOST_SHELLS) shells.clear()
  // Without a nonce: what is the same for everyone must hold nothing that is meant for one.
  const { nonce: _nonce, ...bare } = frame
  const [before = '', after = ''] = Page({ frame: bare, head, children: raw(BODY) }).split(BODY)
  const shell = { frame: bare, before, after }
  shells.set(key, shell)
  return shell
}

function inShell(frame: Frame, head: Head, body: Child): string {
  const { before, after } = shellOf(frame, head)
  return before + (<FrameContext.Provider value={frame}>{body}</FrameContext.Provider>).toString() + after
}
