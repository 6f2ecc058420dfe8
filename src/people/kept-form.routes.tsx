import { Hono } from 'hono'
import { found, page, readKeptForm, redrawn, wordsOf } from '../foundation/http/index.ts'
import { type PeopleEnv, signedIn } from './access.ts'
import { KeptFormPage } from './kept-form.page.tsx'

/** What was typed in a form that came when its session or second step had lapsed. */
export function keptFormRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>().get('/teruggevonden/:id', async (c) => {
    const person = signedIn(c)
    const kept = found(await readKeptForm(c, c.req.param('id'), person.id))
    const answer = await redrawn(c, kept)
    if (answer) return answer
    const words = wordsOf(kept)
    if (words.length === 0) return c.redirect(kept.from ?? '/mijn', 303)
    return page(
      c,
      { title: 'Wat je typte', robots: 'noindex' },
      <KeptFormPage words={words} back={kept.from} hadFile={kept.hadFile} />,
    )
  })
}
