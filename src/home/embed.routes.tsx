import { Hono } from 'hono'
import { FRAMING_POLICY, page, readQuery } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { currentStandards } from '../standards/index.ts'
import { EmbedPage } from './embed.page.tsx'
import { embeddings } from './embedding.store.ts'
import { embeddingAt, hostOf } from './embedding.ts'
import { makerForm } from './widget.form.ts'

/** Where someone makes a search for their own site. */
async function showMaker(c: PeopleContext): Promise<Response> {
  const { db, config, memo } = c.var
  const isAsked = c.req.query('wat') !== undefined
  const form = readQuery(c, makerForm.partial({ wat: true }))
  const all = await memo('home.embeddings', () => embeddings(db))
  const kenmerken = await currentStandards(db)
  const site = form.ok && form.value.site !== '' ? hostOf(form.value.site) : ''
  const widget = form.ok
    ? {
        ...{
          kind: form.value.wat ?? ('alles' as const),
          kenmerk: form.value.kenmerk,
          gemeente: form.value.gemeente,
          site,
        },
        fictional: form.value.voorbeelden === 'ja' || (config.demo && !isAsked),
      }
    : undefined
  c.header('Content-Security-Policy', FRAMING_POLICY)
  return page(
    c,
    {
      title: 'Zet ons zoekveld op jullie site',
      description:
        'Een zoekveld voor praktijken en scholing op de site van jullie gemeente of organisatie. Zonder cookies.',
      breadcrumb: [{ label: 'Open data', href: '/open-data' }, { label: 'Zoekveld op jullie site' }],
      canonical: '/insluiten',
      ...(isAsked ? { robots: 'noindex' as const } : {}),
      ...(form.ok ? {} : { errors: form.errors.length }),
    },
    <EmbedPage
      widget={widget}
      isAllowed={embeddingAt(all, site) !== undefined}
      kenmerken={kenmerken}
      demo={config.demo}
      baseUrl={config.baseUrl}
      mail={config.contact.email}
      errors={form.ok ? [] : form.errors}
      typed={isAsked ? form.typed : { ...form.typed, voorbeelden: 'ja' }}
    />,
  )
}

/** The page that makes the lines for a site of others. */
export const embedRoutes = (): Hono<PeopleEnv> => new Hono<PeopleEnv>().get('/insluiten', showMaker)
