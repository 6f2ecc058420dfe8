import type { Child } from 'hono/jsx'
import { Page, type PageHead } from '../ui/index.ts'
import type { HouseContext } from './env.ts'

/** Words of a page outside its body; `status` is the answer's: unless told 400 with errors, 200 without. */
export type Head = PageHead & { status?: number }

/** Answers with a whole page in the house's frame. */
export function page(c: HouseContext, head: Head, body: Child): Response {
  const html = Page({ frame: c.var.draw(c), head, children: body })
  c.header('Content-Type', 'text/html; charset=utf-8')
  return c.body(html, (head.status ?? (head.errors ? 400 : 200)) as 200)
}
