import { Hono } from 'hono'
import { receiveFile, removeFile, type StoredFile, sentFile } from '../foundation/files/index.ts'
import { type FieldError, found, page, Refusal, readForm } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { currentStandards } from '../standards/index.ts'
import { differing } from './both.part.tsx'
import { providerDesk } from './desk-access.ts'
import { ModuleEditPage } from './module.desk.page.tsx'
import { moduleForm, moduleInWords, moduleTyped } from './module.form.ts'
import { createModule, moduleOfFile, readModuleById, saveModule, setModuleFile, showModule } from './module.store.ts'
import { deskCrumbs } from './provider.desk.routes.tsx'
import { providersById } from './provider.store.ts'
import { mayManage, type Provider, providerDeskUrl } from './provider.ts'
import { headOf, type Written } from './written.ts'

const moduleDeskUrl = (id: string): string => `/scholing/aanbieder/materiaal/${id}`

/** The module of this address, for one of its provider's own people. */
async function moduleDesk(c: PeopleContext) {
  const person = withRole(c, 'provider')
  const { db, now } = c.var
  const id = c.req.param('materiaal')
  const module = found(isId(id) ? await readModuleById(db, id) : undefined)
  const provider = (await providersById(db, [module.provider])).get(module.provider)
  return {
    module,
    provider: found(provider && mayManage(person, provider) ? provider : undefined),
    hand: { by: person.id, at: now },
  }
}

/** The file of this form, kept; what it may not be comes back as a sentence for the field. */
async function fileIn(c: PeopleContext, provider: Provider): Promise<StoredFile | FieldError | undefined> {
  const sent = await sentFile(c, 'bestand')
  if (!sent) return undefined
  const { db, config, now, person } = c.var
  try {
    return await receiveFile(db, { ...sent, config, account: provider.id, by: person?.id, at: now })
  } catch (fault) {
    if (fault instanceof Refusal) return { field: 'bestand', message: fault.message }
    throw fault
  }
}

const isFault = (upload: StoredFile | FieldError | undefined): upload is FieldError =>
  upload !== undefined && 'message' in upload

async function editPage(
  c: PeopleContext,
  provider: Provider,
  view: Parameters<typeof ModuleEditPage>[0],
): Promise<Response> {
  return page(
    c,
    {
      title: view.module?.title ?? 'Materiaal erbij',
      robots: 'noindex',
      breadcrumb: deskCrumbs({ label: provider.name, href: providerDeskUrl(provider) }, { label: 'Materiaal' }),
      ...headOf(view.written),
    },
    <ModuleEditPage {...view} />,
  )
}

async function showNew(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { provider } = await providerDesk(c)
  const standards = await currentStandards(c.var.db)
  const action = `${providerDeskUrl(provider)}/materiaal`
  return editPage(c, provider, { action, module: undefined, version: 0, standards, written, saved: false })
}

async function begin(c: PeopleContext): Promise<Response> {
  const { provider, hand } = await providerDesk(c)
  const { db } = c.var
  const form = readForm(c, moduleForm)
  if (!form.ok) return showNew(c, form)
  const upload = await fileIn(c, provider)
  if (isFault(upload)) return showNew(c, { errors: [upload], typed: form.typed })
  const { version: _, ...text } = form.value
  const id = await createModule(db, provider, text, hand)
  if (upload) await setModuleFile(db, { id, file: null }, upload.id)
  return c.redirect(moduleDeskUrl(id), 303)
}

async function show(c: PeopleContext, written?: Written): Promise<Response> {
  const { provider, module } = await moduleDesk(c)
  const standards = await currentStandards(c.var.db)
  return editPage(c, provider, {
    action: moduleDeskUrl(module.id),
    module,
    version: written && !written.both ? Number(written.typed.versie) || 0 : module.version,
    standards,
    written: written ?? { errors: [], typed: moduleTyped(module) },
    saved: c.req.query('bewaard') === 'ja',
  })
}

async function keep(c: PeopleContext): Promise<Response> {
  const { provider, module, hand } = await moduleDesk(c)
  const { db } = c.var
  const form = readForm(c, moduleForm)
  if (!form.ok) return show(c, form)
  const upload = await fileIn(c, provider)
  if (isFault(upload)) return show(c, { errors: [upload], typed: form.typed })
  const { version, ...text } = form.value
  if (!(await saveModule(db, { id: module.id, version }, text, hand))) {
    if (upload) await removeFile(db, upload.id)
    return show(c, { errors: [], typed: form.typed, both: differing(moduleInWords(module), moduleInWords(text)) })
  }
  if (upload) await setModuleFile(db, module, upload.id)
  return c.redirect(`${moduleDeskUrl(module.id)}?bewaard=ja`, 303)
}

async function publish(c: PeopleContext): Promise<Response> {
  const { module, hand } = await moduleDesk(c)
  if (module.file === null && module.url === '') {
    const lacks = 'Voeg eerst een bestand toe of vul een adres in. Anders valt er niets mee te nemen.'
    return show(c, { errors: [{ field: 'bestand', message: lacks }], typed: moduleTyped(module) })
  }
  await showModule(c.var.db, module.id, hand.at)
  return c.redirect(moduleDeskUrl(module.id), 303)
}

/** Whether someone may take the file of a module along: everyone once it is on the site, its own people before. */
export async function mayReadModuleFile(c: PeopleContext, file: { id: string }): Promise<boolean> {
  const { db, person } = c.var
  const module = await moduleOfFile(db, file.id)
  if (!module) return false
  if (module.liveSince !== null) return true
  const provider = (await providersById(db, [module.provider])).get(module.provider)
  return provider !== undefined && mayManage(person, provider)
}

/** Material of a provider, from its first word to the site. */
export const moduleDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder/:aanbieder/materiaal/nieuw', (c) => showNew(c))
    .post('/scholing/aanbieder/:aanbieder/materiaal', begin)
    .get('/scholing/aanbieder/materiaal/:materiaal', (c) => show(c))
    .post('/scholing/aanbieder/materiaal/:materiaal', keep)
    .post('/scholing/aanbieder/materiaal/:materiaal/publicatie', publish)
    .post('/scholing/aanbieder/materiaal/:materiaal/weg', async (c) => {
      const { module } = await moduleDesk(c)
      await showModule(c.var.db, module.id, null)
      return c.redirect(moduleDeskUrl(module.id), 303)
    })
