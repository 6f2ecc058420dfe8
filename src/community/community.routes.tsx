import { Hono } from 'hono'
import { z } from 'zod'
import { found, page, readForm, refuse } from '../foundation/http/index.ts'
import { ownPath, type PeopleEnv, signedIn } from '../people/index.ts'
import { readItem } from '../thread/index.ts'
import { SaveForm } from './saved.form.ts'
import { SavedPage } from './saved.page.tsx'
import { countSaved, dropSaved, savedBy, saveItem } from './saved.store.ts'
import { MOST_SAVED, mayKeepMore } from './saved.ts'

const Onward = z.object({ verder: z.string().optional() })

/** Keeping things for later. */
export function communityRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/bewaard', async (c) => {
      const person = signedIn(c)
      const breadcrumb = [{ href: '/mijn', label: 'Van jou' }, { label: 'Bewaard' }]
      return page(
        c,
        { title: 'Bewaard om later te lezen', robots: 'noindex', breadcrumb },
        <SavedPage saved={await savedBy(c.var.db, person.id)} />,
      )
    })
    .post('/bewaard', async (c) => {
      const person = signedIn(c)
      const { db, now } = c.var
      const form = readForm(c, SaveForm)
      const item = found(form.ok ? await readItem(db, form.value.item) : undefined)
      if (!mayKeepMore(await countSaved(db, person.id)))
        refuse(409, `Je hebt al ${MOST_SAVED} dingen bewaard. Haal er eerst een weg bij “Bewaard om later te lezen”.`)
      await saveItem(db, person.id, item.id, now)
      return c.redirect((form.ok && ownPath(form.value.verder)) || '/bewaard', 303)
    })
    .post('/bewaard/:item/einde', async (c) => {
      const person = signedIn(c)
      const item = found(z.uuid().safeParse(c.req.param('item')).data)
      const form = readForm(c, Onward)
      await dropSaved(c.var.db, person.id, item)
      return c.redirect((form.ok && ownPath(form.value.verder)) || '/bewaard', 303)
    })
}
