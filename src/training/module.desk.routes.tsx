import { Hono } from 'hono'
import { readFile, receiveFile, removeFile, type StoredFile, sentFile } from '../foundation/files/index.ts'
import { type FieldError, page, Refusal, readForm } from '../foundation/http/index.ts'
import { Notice } from '../foundation/ui/index.ts'
import { nameOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { currentStandards } from '../standards/index.ts'
import { differing } from './both.part.tsx'
import { ChangesPage } from './change.desk.page.tsx'
import { changesOf } from './change.store.ts'
import { wordsChanged } from './change.ts'
import { titleOfCopy } from './copy.ts'
import { moduleDesk, providerDesk } from './desk-access.ts'
import { ModuleDeskPage, ModuleNewPage } from './module.desk.page.tsx'
import { moduleForm, moduleInWords, moduleTyped } from './module.form.ts'
import { ModulePage } from './module.page.tsx'
import { modulePublishing } from './module.publication.store.ts'
import { fileOfModule, standardsAt } from './module.reading.ts'
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

async function showNew(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  const { provider } = await providerDesk(c)
  const standards = await currentStandards(c.var.db)
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
  const upload = await fileIn(c, provider)
  if (isFault(upload)) return showNew(c, { errors: [upload], typed: form.typed })
  const { version: _, ...text } = form.value
  const id = await createModule(db, provider, text, hand)
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
      standards={await currentStandards(db)}
      written={shown}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function keep(c: PeopleContext): Promise<Response> {
  const { provider, module, hand } = await moduleDesk(c)
  const { db } = c.var
  const form = readForm(c, moduleForm)
  if (!form.ok) return show(c, form)
  const upload = await fileIn(c, provider)
  if (isFault(upload)) return show(c, { errors: [upload], typed: form.typed })
  const { version, ...text } = form.value
  const names = new Map((await currentStandards(db)).map(({ item, name }) => [item, name]))
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

/** Words and file of the original, as a draft. */
async function copy(c: PeopleContext): Promise<Response> {
  const { provider, module, hand } = await moduleDesk(c)
  const { db, config } = c.var
  const file = await fileOfModule(db, module)
  const bytes = file && (await readFile(db, config, file.id))
  const title = titleOfCopy(module)
  const id = await createModule(db, provider, { ...module, title }, hand)
  // Taken in as any file is: a copy counts for the room of its provider too.
  if (file && bytes) {
    const receipt = { config, bytes, name: file.name, account: provider.id, by: hand.by ?? undefined, at: hand.at }
    await setModuleFile(db, { id, file: null }, await receiveFile(db, receipt), hand)
  }
  return c.redirect(moduleDeskUrl({ id }), 303)
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
  const { db } = c.var
  const changes = await changesOf(db, module.id)
  const names = await nameOf(
    db,
    changes.flatMap(({ changedBy }) => changedBy ?? []),
  )
  return page(
    c,
    { title: 'Wat er veranderde', robots: 'noindex', breadcrumb: crumbs(provider, module, 'Wijzigingen') },
    <ChangesPage kind="module" title={module.title} changes={changes} names={names} />,
  )
}

/** Material of a provider, from its first word to the archive. */
export const moduleDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/scholing/aanbieder/:aanbieder/materiaal/nieuw', (c) => showNew(c))
    .post('/scholing/aanbieder/:aanbieder/materiaal', begin)
    .get('/scholing/aanbieder/materiaal/:materiaal', (c) => show(c))
    .post('/scholing/aanbieder/materiaal/:materiaal', keep)
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
