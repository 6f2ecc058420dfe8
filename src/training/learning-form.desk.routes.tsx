import { Hono } from 'hono'
import { found, page, readForm } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { Notice } from '../foundation/ui/index.ts'
import { type PeopleContext, type PeopleEnv, withRole } from '../people/index.ts'
import { currentStandards } from '../standards/index.ts'
import { differing } from './both.part.tsx'
import { ChangesPage } from './change.desk.page.tsx'
import { changeLog } from './change.reading.ts'
import { wordsChanged } from './change.ts'
import { titleOfCopy } from './copy.ts'
import type { Hand } from './hand.ts'
import { LearningFormDeskPage, LearningFormNewPage, LearningFormsDeskPage } from './learning-form.desk.page.tsx'
import { learningFormForm, learningFormInWords, learningFormTyped } from './learning-form.form.ts'
import { LearningFormPage } from './learning-form.page.tsx'
import { archiveLearningForm, publishLearningForm, restoreLearningForm } from './learning-form.publication.store.ts'
import { namesOf, practisedIn } from './learning-form.reading.ts'
import {
  allLearningForms,
  createLearningForm,
  holdLearningForm,
  readLearningFormById,
  saveLearningForm,
} from './learning-form.store.ts'
import { LEARNING_FORMS_DESK, type LearningForm, learningFormDeskUrl, outdatedIn } from './learning-form.ts'
import { headOf, type Written } from './written.ts'

/** The way to a page of this desk; the last one stands without its address. */
const crumbs = (...last: { label: string; href?: string }[]) => [
  { label: 'Redactie', href: '/redactie' },
  { label: 'Leervormen', href: LEARNING_FORMS_DESK },
  ...last,
]

const crumbsOf = (form: LearningForm, last: string) =>
  crumbs({ label: form.title, href: learningFormDeskUrl(form) }, { label: last })

/** The learning form of this address, for an editor. A sent form holds it until the end. */
async function formDesk(c: PeopleContext): Promise<{ form: LearningForm; hand: Hand }> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const id = c.req.param('leervorm')
  const read = c.req.method === 'GET' ? readLearningFormById : holdLearningForm
  return { form: found(isId(id) ? await read(db, id) : undefined), hand: { by: editor.id, at: now } }
}

async function showAll(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db } = c.var
  const [forms, standards] = [await allLearningForms(db), await currentStandards(db)]
  const outdated = forms.map((form): [string, string[]] => [form.id, outdatedIn(form, standards)])
  return page(
    c,
    {
      title: 'Leervormen',
      robots: 'noindex',
      breadcrumb: [{ label: 'Redactie', href: '/redactie' }, { label: 'Leervormen' }],
    },
    <LearningFormsDeskPage forms={forms} outdated={new Map(outdated.filter(([, names]) => names.length > 0))} />,
  )
}

async function showNew(c: PeopleContext, written: Written = { errors: [], typed: {} }): Promise<Response> {
  withRole(c, 'editor')
  return page(
    c,
    { title: 'Een nieuwe leervorm', robots: 'noindex', breadcrumb: crumbs({ label: 'Nieuw' }), ...headOf(written) },
    <LearningFormNewPage
      action={LEARNING_FORMS_DESK}
      version={0}
      standards={await currentStandards(c.var.db)}
      written={written}
    />,
  )
}

async function begin(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const { db, now } = c.var
  const form = readForm(c, learningFormForm(await currentStandards(db)))
  if (!form.ok) return showNew(c, form)
  const { version: _, ...text } = form.value
  const id = await createLearningForm(db, text, { by: editor.id, at: now })
  return c.redirect(learningFormDeskUrl({ id }), 303)
}

async function show(c: PeopleContext, written?: Written): Promise<Response> {
  const { form } = await formDesk(c)
  const standards = await currentStandards(c.var.db)
  const shown = written ?? { errors: [], typed: learningFormTyped(form, standards) }
  return page(
    c,
    { title: form.title, robots: 'noindex', breadcrumb: crumbs({ label: form.title }), ...headOf(shown) },
    <LearningFormDeskPage
      action={learningFormDeskUrl(form)}
      form={form}
      version={written && !written.both ? Number(written.typed.versie) || 0 : form.version}
      standards={standards}
      outdated={outdatedIn(form, standards)}
      written={shown}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function keep(c: PeopleContext): Promise<Response> {
  const { form, hand } = await formDesk(c)
  const { db } = c.var
  const standards = await currentStandards(db)
  const sent = readForm(c, learningFormForm(standards))
  if (!sent.ok) return show(c, sent)
  const { version, ...said } = sent.value
  // What is in no list that holds now could not be chosen, so it was not taken away either.
  const others = form.practises.filter(({ standard }) => !standards.some(({ item }) => item === standard))
  const text = { ...said, practises: [...said.practises, ...others] }
  const names = await namesOf(db, [...form.practises, ...text.practises])
  const [before, after] = [learningFormInWords(form, names), learningFormInWords(text, names)]
  if (!(await saveLearningForm(db, { ...form, version }, text, wordsChanged(before, after), hand)))
    return show(c, { errors: [], typed: sent.typed, both: differing(before, after) })
  return c.redirect(`${learningFormDeskUrl(form)}?bewaard=ja`, 303)
}

async function preview(c: PeopleContext): Promise<Response> {
  const { form } = await formDesk(c)
  return page(
    c,
    { title: `Voorbeeld: ${form.title}`, robots: 'noindex', breadcrumb: crumbsOf(form, 'Voorbeeld') },
    <LearningFormPage
      form={form}
      practised={await practisedIn(c.var.db, form)}
      above={<Notice tone="info" title="Voorbeeld: zo ziet een bezoeker de leervorm" />}
    />,
  )
}

async function showChanges(c: PeopleContext): Promise<Response> {
  const { form } = await formDesk(c)
  const log = await changeLog(c.var.db, form.id, c.req.query('bladzijde'))
  return page(
    c,
    { title: 'Wat er veranderde', robots: 'noindex', breadcrumb: crumbsOf(form, 'Wijzigingen') },
    <ChangesPage kind="learningForm" title={form.title} url={learningFormDeskUrl(form)} log={log} />,
  )
}

/** The words of the original, as a draft. */
async function copy(c: PeopleContext): Promise<Response> {
  const { form, hand } = await formDesk(c)
  const id = await createLearningForm(c.var.db, { ...form, title: titleOfCopy(form) }, hand)
  return c.redirect(learningFormDeskUrl({ id }), 303)
}

/** Does one thing with a learning form, and shows it again. */
const doing = (deed: typeof publishLearningForm) => async (c: PeopleContext) => {
  const { form, hand } = await formDesk(c)
  await deed(c.var.db, form.id, hand)
  return c.redirect(learningFormDeskUrl(form), 303)
}

/** Ways to learn without a provider, from their first word to the archive. */
export const learningFormDeskRoutes = (): Hono<PeopleEnv> =>
  new Hono<PeopleEnv>()
    .get('/redactie/scholing/leervormen', showAll)
    .get('/redactie/scholing/leervormen/nieuw', (c) => showNew(c))
    .post('/redactie/scholing/leervormen', begin)
    .get('/redactie/scholing/leervormen/:leervorm', (c) => show(c))
    .post('/redactie/scholing/leervormen/:leervorm', keep)
    .get('/redactie/scholing/leervormen/:leervorm/voorbeeld', preview)
    .get('/redactie/scholing/leervormen/:leervorm/wijzigingen', showChanges)
    .post('/redactie/scholing/leervormen/:leervorm/kopie', copy)
    .post('/redactie/scholing/leervormen/:leervorm/publicatie', doing(publishLearningForm))
    .post('/redactie/scholing/leervormen/:leervorm/archief', doing(archiveLearningForm))
    .post('/redactie/scholing/leervormen/:leervorm/archief/einde', doing(restoreLearningForm))
