import { type FieldError, page, readForm, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { fieldsOf, readCallById, themesOf } from './call.store.ts'
import { ownPractice } from './description.context.ts'
import { agreementForm, remarksForm } from './description.form.ts'
import { agreeDescription, descriptionWork, keepRemarks } from './description.publication.store.ts'
import { BAKENS, isBaken } from './field.ts'
import { nominationUrl } from './nomination.ts'
import { holdPractice } from './practice.store.ts'
import type { Practice } from './practice.ts'
import { type Reading, ReadingPage } from './reading.page.tsx'

interface Back {
  errors?: FieldError[]
  typed?: Typed
  status?: number
}

/** The words of the theme and the fields a practice is filed under. */
async function filedUnder(c: PeopleContext, practice: Practice): Promise<Reading['filed']> {
  const { db } = c.var
  const call = await readCallById(db, practice.call)
  if (!call) return { theme: '', fields: [], bakens: [] }
  const themes = await themesOf(db, call.id)
  const fields = [...(await fieldsOf(db, call.vocabulary)), ...(await fieldsOf(db, BAKENS))]
  const word = (slug: string) => fields.find((field) => field.slug === slug)?.name ?? slug
  return {
    theme: themes.find(({ id }) => id === practice.theme)?.name ?? '',
    fields: practice.fields.filter((slug) => !isBaken(slug)).map(word),
    bakens: practice.fields.filter(isBaken).map(word),
  }
}

/** The description as the organisation reads it before anyone else. */
export async function showReading(c: PeopleContext, { errors = [], typed = {}, status }: Back = {}): Promise<Response> {
  const { nomination, practice } = await ownPractice(c)
  const notices: Record<string, Reading['notice']> = { opmerkingen: 'remarked', akkoord: 'agreed' }
  return page(
    c,
    {
      title: `Beschrijving van ${practice.title}`,
      robots: 'noindex',
      breadcrumb: [
        { label: 'Praktijken', href: '/praktijken' },
        { label: 'Jullie aanmelding', href: nominationUrl(nomination.id, 'status') },
        { label: 'Beschrijving' },
      ],
      errors: errors.length,
      ...(status ? { status } : {}),
    },
    <ReadingPage
      nomination={nomination.id}
      practice={practice}
      work={await descriptionWork(c.var.db, practice)}
      filed={await filedUnder(c, practice)}
      errors={errors}
      typed={typed}
      notice={notices[c.req.query('gedaan') ?? '']}
    />,
  )
}

const MOVED =
  'De tekst is veranderd terwijl je las. Je krijgt bericht als de nieuwe tekst klaarstaat; dan kun je opnieuw reageren.'

/** Keeps what they say; also about a text that changed meanwhile, because no word may be lost. */
export async function remarkHere(c: PeopleContext): Promise<Response> {
  const { nomination, practice } = await ownPractice(c)
  const { db, now, person } = c.var
  const form = readForm(c, remarksForm)
  if (!form.ok) return showReading(c, form)
  const work = await descriptionWork(db, practice)
  if (!work?.offer || work.step === 'published')
    return showReading(c, { errors: [{ field: '', message: MOVED }], typed: form.typed, status: 409 })
  await keepRemarks(db, work.offer.id, form.value, { by: person?.id ?? null, at: now })
  return c.redirect(nominationUrl(nomination.id, 'beschrijving?gedaan=opmerkingen'), 303)
}

/** Agreement of the organisation with exactly the text on its screen. */
export async function agreeHere(c: PeopleContext): Promise<Response> {
  const { nomination, practice } = await ownPractice(c)
  const { db, now, person } = c.var
  await holdPractice(db, practice.id)
  const form = readForm(c, agreementForm)
  const work = await descriptionWork(db, practice)
  const isSame =
    form.ok && work?.fingerprint === form.value.vingerafdruk && work.offer?.fingerprint === work.fingerprint
  if (!work?.offer || !isSame) return showReading(c, { errors: [{ field: '', message: MOVED }], status: 409 })
  await agreeDescription(db, work.offer.id, { by: person?.id ?? null, at: now })
  return c.redirect(nominationUrl(nomination.id, 'beschrijving?gedaan=akkoord'), 303)
}
