import { Hono } from 'hono'
import { copyFile, fileFacts, removeFile } from '../foundation/files/index.ts'
import { page, readForm } from '../foundation/http/index.ts'
import { Notice } from '../foundation/ui/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { differing } from './both.part.tsx'
import { ChangesPage } from './change.desk.page.tsx'
import { changeLog } from './change.reading.ts'
import { wordsChanged } from './change.ts'
import { titleOfCopy } from './copy.ts'
import { moduleDesk, providerDesk } from './desk-access.ts'
import { ModuleDeskPage, ModuleNewPage } from './module.desk.page.tsx'
import { fileIn, isFault, lookIntoFile } from './module.entry.ts'
import { moduleForm, moduleInWords, moduleTyped } from './module.form.ts'
import { ModulePage } from './module.page.tsx'
import { modulePublishing } from './module.publication.store.ts'
import { among, fileOfModule, standardsAt, standardsFor } from './module.reading.ts'
import { createModule, saveModule, setModuleFile } from './module.store.ts'
import { type Module, moduleDeskUrl, moduleLacks } from './module.ts'
import { deskCrumbs } from './provider.desk.routes.tsx'
import { type Provider, providerDeskUrl } from './provider.ts'
import { courseState } from './publication.ts'
import { headOf, type Written } from './written.ts'

const { standingOf, request, putAway, restore } = modulePublishing

/** The way to a page of one piece of material. */
const crumbs = (provider: Provider, module: Module, last?: string) =>
  deskCrumbs(
    { label: provider.name, href: providerDeskUrl(provider) },
    last === undefined ? { label: module.title } : { label: module.title, href: moduleDeskUrl(module) },
    ...(last === undefined ? [] : [{ label: last }]),
  )

async function showNew(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { provider } = await providerDesk(c)
  const standards = await standardsFor(c.var.db, [])
  return page(
    c,
    {
      title: 'Materiaal erbij',
      robots: 'noindex',
      breadcrumb: deskCrumbs({ label: provider.name, href: providerDeskUrl(provider) }, { label: 'Materiaal' }),
      ...headOf(written),
    },
    <ModuleNewPage
      action={`${providerDeskUrl(provider)}/materiaal`}
      module={undefined}
      version={0}
      standards={standards}
      written={written}
      saved={false}
    />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const { db } = c.var
  const form = readForm(c, moduleForm)
  if (!form.ok) return showNew(c, form)
  const upload = await fileIn(c)
  if (isFault(upload)) return showNew(c, { errors: [upload], typed: form.typed })
  const { version: _, ...text } = form.value
  const standards = among(await standardsFor(db, []), text.standards)
  const id = await createModule(db, provider, { ...text, standards }, hand)
  if (upload) await setModuleFile(db, { id, file: null }, upload, hand)
  return c.redirect(moduleDeskUrl({ id }), 303)
}

async function show(c: PeopleContext, written?: Written): Promise<Response> {
  const { provider, module } = await moduleDesk(c)
  const { db } = c.var
  const { archived, request: asked } = (await standingOf(db, [module.id])).get(module.id) ?? {
    archived: false,
    request: undefined,
  }
  const shown = written ?? { errors: [], typed: moduleTyped(module) }
  return page(
    c,
    { title: module.title, robots: 'noindex', breadcrumb: crumbs(provider, module), ...headOf(shown) },
    <ModuleDeskPage
      action={moduleDeskUrl(module)}
      module={module}
      state={courseState(module, archived, asked)}
      request={asked}
      version={written && !written.both ? Number(written.typed.versie) || 0 : module.version}
      standards={await standardsFor(db, module.standards)}
      file={module.file === null ? undefined : (await fileFacts(db, [module.file])).get(module.file)}
      written={shown}
      saved={c.req.query('bewaard') === 'ja'}
      leftOut={c.req.query('zonder') === 'bestand'}
    />,
  )
}

async function keep(c: PeopleContext): Promise<Response> {
  const { module, hand } = await moduleDesk(c)
  const { db } = c.var
  const form = readForm(c, moduleForm)
  if (!form.ok) return show(c, form)
  const upload = await fileIn(c)
  if (isFault(upload)) return show(c, { errors: [upload], typed: form.typed })
  const { version, ...typed } = form.value
  const offered = await standardsFor(db, module.standards)
  const text = { ...typed, standards: among(offered, typed.standards) }
  const names = new Map(offered.map(({ item, name }) => [item, name]))
  const [before, after] = [moduleInWords(module, names), moduleInWords(text, names)]
  if (!(await saveModule(db, { id: module.id, version }, text, wordsChanged(before, after), hand))) {
    if (upload) await removeFile(db, upload.id)
    return show(c, { errors: [], typed: form.typed, both: differing(before, after) })
  }
  if (upload) await setModuleFile(db, module, upload, hand)
  return c.redirect(`${moduleDeskUrl(module)}?bewaard=ja`, 303)
}

async function preview(c: PeopleContext): Promise<Response> {
  const { provider, module } = await moduleDesk(c)
  const { db } = c.var
  return page(
    c,
    { title: `Voorbeeld: ${module.title}`, robots: 'noindex', breadcrumb: crumbs(provider, module, 'Voorbeeld') },
    <ModulePage
      module={module}
      provider={provider}
      file={await fileOfModule(db, module)}
      standards={await standardsAt(db, module.standards)}
      above={<Notice tone="info" title="Voorbeeld: zo ziet een bezoeker het materiaal" />}
    />,
  )
}

/** Words and file of the original, as a draft. A file the scanner has not spoken of yet waits in the copy as well. */
async function copy(c: PeopleContext): Promise<Response> {
  const { provider, module, hand } = await moduleDesk(c)
  const { db, config } = c.var
  const id = await createModule(db, provider, { ...module, title: titleOfCopy(module) }, hand)
  const desk = moduleDeskUrl({ id })
  if (module.file === null) return c.redirect(desk, 303)
  // A copy counts for the room of its provider too.
  const receipt = { config, account: provider.id, by: hand.by ?? undefined, at: hand.at }
  const file = await copyFile(db, module.file, receipt)
  if (!file) return c.redirect(`${desk}?zonder=bestand`, 303)
  await setModuleFile(db, { id, file: null }, file, hand)
  return c.redirect(desk, 303)
}

async function ask(c: PeopleContext): Promise<Response> {
  const { module, hand } = await moduleDesk(c)
  const lacks = moduleLacks(module)
  if (lacks !== '') return show(c, { errors: [{ field: 'bestand', message: lacks }], typed: moduleTyped(module) })
  await request(c.var.db, module.id, hand)
  return c.redirect(moduleDeskUrl(module), 303)
}

async function showChanges(c: PeopleContext): Promise<Response> {
  const { provider, module } = await moduleDesk(c)
  const log = await changeLog(c.var.db, module.id, c.req.query('bladzijde'))
  return page(
    c,
    { title: 'Wat er veranderde', robots: 'noindex', breadcrumb: crumbs(provider, module, 'Wijzigingen') },
    <ChangesPage kind="module" title={module.title} url={moduleDeskUrl(module)} log={log} />,
  )
}

/** Material of a provider, from its first word to the archive. */
export const moduleDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder/:aanbieder/materiaal/nieuw', (c) => showNew(c))
    .post('/scholing/aanbieder/:aanbieder/materiaal', lookIntoFile, begin)
    .get('/scholing/aanbieder/materiaal/:materiaal', (c) => show(c))
    .post('/scholing/aanbieder/materiaal/:materiaal', lookIntoFile, keep)
    .get('/scholing/aanbieder/materiaal/:materiaal/voorbeeld', preview)
    .get('/scholing/aanbieder/materiaal/:materiaal/wijzigingen', showChanges)
    .post('/scholing/aanbieder/materiaal/:materiaal/kopie', copy)
    .post('/scholing/aanbieder/materiaal/:materiaal/aanvraag', ask)
    .post('/scholing/aanbieder/materiaal/:materiaal/archief', async (c) => {
      const { module, hand } = await moduleDesk(c)
      await putAway(c.var.db, module.id, hand)
      return c.redirect(moduleDeskUrl(module), 303)
    })
    .post('/scholing/aanbieder/materiaal/:materiaal/archief/einde', async (c) => {
      const { module, hand } = await moduleDesk(c)
      await restore(c.var.db, module.id, hand)
      return c.redirect(moduleDeskUrl(module), 303)
    })
