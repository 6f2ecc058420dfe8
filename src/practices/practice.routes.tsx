import { type FieldError, found, page, readForm, type Typed } from '../foundation/http/index.ts'
import { pageAsked, pagesFor } from '../foundation/ui/index.ts'
import { type PeopleContext, withRole } from '../people/index.ts'
import { fieldsOf, readCallById, themesOf } from './call.store.ts'
import { deskPractice, heldPractice } from './description.context.ts'
import { descriptionWork, republishFacts } from './description.publication.store.ts'
import { DESK_PAGE } from './desk-head.ts'
import { BAKENS, fieldsOn } from './field.ts'
import { flyerStanding } from './flyer.store.ts'
import { ORGANISATION_KINDS } from './nomination.ts'
import { PEOPLE_GROUPS } from './people-group.ts'
import { headOf, type PracticeLists, practiceForm, practiceTyped } from './practice.form.ts'
import { PracticeDeskPage, PracticeEditPage, PracticesDeskPage } from './practice.page.tsx'
import { countPractices, practicesInMaking, savePractice } from './practice.store.ts'
import { type Practice, practiceDeskUrl, readsTheSame } from './practice.ts'
import { quotesOf } from './quote.store.ts'
import { isPublishable, quoteState } from './quote.ts'

const HEAD = { robots: 'noindex' as const }
const DESK = { label: 'Redactie', href: '/redactie' }
const PRACTICES = { label: 'Praktijken', href: '/redactie/praktijken' }

/** Every chosen practice, for editors. */
export async function showPractices(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const { db } = c.var
  const pages = pagesFor(await countPractices(db), DESK_PAGE)
  const shown = pageAsked(c.req.query('bladzijde'), pages)
  const practices = await practicesInMaking(db, { most: DESK_PAGE, skip: (shown - 1) * DESK_PAGE })
  return page(
    c,
    { ...HEAD, title: 'Praktijken in de maak', breadcrumb: [DESK, { label: 'Praktijken' }] },
    <PracticesDeskPage practices={practices} page={shown} pages={pages} />,
  )
}

/** One practice at the desk. */
export async function showDesk(c: PeopleContext): Promise<Response> {
  const { practice } = await deskPractice(c)
  const { db } = c.var
  const [work, flyer, quotes] = await Promise.all([
    descriptionWork(db, practice),
    flyerStanding(db, practice),
    quotesOf(db, practice.id),
  ])
  const waiting = quotes.filter((quote) => quoteState(quote) !== 'withdrawn' && !isPublishable(quote))
  return page(
    c,
    { ...HEAD, title: practice.title, breadcrumb: [DESK, PRACTICES, { label: practice.title }] },
    <PracticeDeskPage
      practice={practice}
      state={{ description: work?.step ?? 'none', flyer }}
      quotes={{ agreed: quotes.filter(isPublishable).length, waiting: waiting.length }}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
  status?: number
  theirs?: { label: string; value: string }[]
  /** The version its writer read; left out after a conflict, when they see the newest. */
  version?: number
}

/** The themes and fields that a practice may be filed under: those of its call. */
async function listsOf(c: PeopleContext, practice: Practice): Promise<PracticeLists> {
  const { db } = c.var
  const call = found(await readCallById(db, practice.call))
  return {
    themes: await themesOf(db, call.id),
    fields: fieldsOn(await fieldsOf(db, call.vocabulary), call.closesOn),
    bakens: fieldsOn(await fieldsOf(db, BAKENS), call.closesOn),
  }
}

/** The head facts of a practice, to mend. */
export async function showFacts(c: PeopleContext, back: Back = {}): Promise<Response> {
  const { practice } = await deskPractice(c)
  const lists = await listsOf(c, practice)
  const { errors = [], theirs = [], status } = back
  return page(
    c,
    {
      ...HEAD,
      title: 'Gegevens',
      breadcrumb: [DESK, PRACTICES, { label: practice.title, href: practiceDeskUrl(practice) }, { label: 'Gegevens' }],
      errors: errors.length,
      ...(status ? { status } : {}),
    },
    <PracticeEditPage
      practice={practice}
      version={back.version ?? practice.version}
      typed={back.typed ?? practiceTyped(practice, lists)}
      errors={errors}
      theirs={theirs}
      lists={lists}
    />,
  )
}

const LABELS = {
  titel: 'Naam van de praktijk',
  zin: 'In één zin',
  organisatie: 'Organisatie',
  soort: 'Wat voor organisatie',
  gemeente: 'Gemeente',
  begonnen: 'Begonnen op',
  thema: 'Thema',
  'velden[]': 'Velden',
  'bakens[]': 'Bakens',
  'mensen[]': 'Mensen',
  mail: 'Mailadres',
} as const

/** A value as the form calls it. */
function worded(
  name: keyof typeof LABELS,
  value: string | string[],
  { themes, fields, bakens }: PracticeLists,
): string {
  const values = [value].flat()
  const word = (one: string) => {
    if (name === 'thema') return themes.find(({ slug }) => slug === one)?.name ?? 'geen'
    if (name === 'bakens[]') return bakens.find(({ slug }) => slug === one)?.name ?? one
    if (name === 'velden[]') return fields.find(({ slug }) => slug === one)?.name ?? one
    if (name === 'mensen[]') return PEOPLE_GROUPS.find(({ slug }) => slug === one)?.word ?? one
    if (name === 'soort') return Object.entries(ORGANISATION_KINDS).find(([kind]) => kind === one)?.[1] ?? one
    return one
  }
  return values.map(word).join(', ') || 'niets'
}

/** What the other filled in that differs from what this one typed. */
function differences(practice: Practice, typed: Typed, lists: PracticeLists): { label: string; value: string }[] {
  const theirs = practiceTyped(practice, lists)
  const names = Object.keys(LABELS) as (keyof typeof LABELS)[]
  const plain = (value: string | string[] | undefined) => [value ?? []].flat().filter(Boolean).sort().join('\n')
  return names
    .filter((name) => plain(theirs[name]) !== plain(typed[name]))
    .map((name) => ({ label: LABELS[name], value: worded(name, theirs[name], lists) }))
}

/** Keeps the head facts; of a practice that is on the site they show at once. */
export async function saveFacts(c: PeopleContext): Promise<Response> {
  const { practice, editor } = await heldPractice(c)
  const { db, now } = c.var
  const lists = await listsOf(c, practice)
  const form = readForm(c, practiceForm(lists))
  if (!form.ok) return showFacts(c, { ...form, version: Number(form.typed.versie) || 0 })
  const head = headOf(form.value)
  const saved = form.value.versie === practice.version && (await savePractice(db, practice.id, practice.version, head))
  if (!saved) return showFacts(c, { typed: form.typed, status: 409, theirs: differences(practice, form.typed, lists) })
  if (!readsTheSame(practice, head)) await republishFacts(db, { ...practice, ...head }, { by: editor, at: now })
  return c.redirect(`${practiceDeskUrl(practice)}?bewaard=ja`, 303)
}
