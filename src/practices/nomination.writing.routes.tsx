import { Hono } from 'hono'
import { z } from 'zod'
import { dutchDay } from '../foundation/clock.ts'
import { doneBeforehand, found, page, readForm, refuse, type Typed } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { lookIntoAttachment, settleAttachments } from './attachment.entry.ts'
import { attachmentsOf } from './attachment.store.ts'
import { FIELDS } from './attachment.ts'
import { fieldsOf, themesOf } from './call.store.ts'
import { fieldsOn } from './field.ts'
import { bodiesOf, type LackContext, lacksOn, startWarning } from './lack.ts'
import { CodeAskedPage } from './nomination.code.page.tsx'
import { enterBy, limitCode, mayOpen, openNomination } from './nomination.entry.ts'
import { FORM_PAGES } from './nomination.fields.ts'
import { codeForm, readSectionForm, turnForm, typedOf } from './nomination.form.ts'
import { SectionPage, type SectionView } from './nomination.page.tsx'
import { holdNomination, readNomination, saveSection } from './nomination.store.ts'
import {
  firstOpenSection,
  mayWrite,
  type Nomination,
  type NominationBodies,
  type NominationSection,
  nominationSectionWord,
  nominationUrl,
  sectionAfter,
  sectionAt,
  sectionBefore,
  sectionPlace,
} from './nomination.ts'
import { checksSeen } from './status.store.ts'

const PLACES = 'naam|organisatie|start|vraagstuk|velden|aanpak|plan|kwaliteit|mensen|documenten'

/** The ten pages to write on. */
export function sectionRoutes(): Hono<PeopleEnv> {
  const one = `/praktijken/aanmeldingen/:id/:section{${PLACES}}`
  return new Hono<PeopleEnv>().get(one, showSection).post(one, doneBeforehand(lookIntoAttachment), saveHere)
}

/** What the answers of a nomination are held against. */
export async function contextOf(c: PeopleContext, { call }: Nomination) {
  const themes = await themesOf(c.var.db, call.id)
  const all = await fieldsOf(c.var.db, call.vocabulary)
  return { themes, fields: fieldsOn(all, call.closesOn), today: dutchDay(c.var.now) }
}

type Back = Partial<Pick<SectionView, 'typed' | 'errors' | 'conflict' | 'version'>> & { status?: number }

async function sectionPage(
  c: PeopleContext,
  nomination: Nomination,
  section: NominationSection,
  back: Back = {},
): Promise<Response> {
  const context = await contextOf(c, nomination)
  const checks = await checksSeen(c.var.db, nomination.id)
  const attachments = section === 'documents' ? await attachmentsOf(c.var.db, nomination.id) : []
  const { body, version } = nomination.sections[section]
  const looks = c.req.method === 'GET' ? c.req.query('kijk') : undefined
  const errors = back.errors ?? faultsHere(section, bodiesOf(nomination.sections), context, looks)
  const young = section === 'start' && version > 0 && c.req.method === 'GET'
  const view: SectionView = {
    nomination,
    section,
    version: back.version ?? version,
    typed: back.typed ?? typedOf(section, body),
    errors,
    notes: young ? startWarning(nomination.sections.start.body, nomination.call.closesOn) : [],
    seen: looks !== undefined,
    locked: !mayWrite(nomination, checks, context.today),
    complete: firstOpenSection(nomination.sections) === undefined,
    attachments,
    ...context,
    ...(back.conflict ? { conflict: back.conflict } : {}),
  }
  return page(
    c,
    {
      title: `${nominationSectionWord(section)}: aanmelding`,
      robots: 'noindex',
      breadcrumb: [
        { label: 'Aanmelding', href: nominationUrl(nomination.id) },
        { label: nominationSectionWord(section) },
      ],
      errors: errors.length,
      status: back.status ?? 200,
    },
    <SectionPage {...view} />,
  )
}

/** After saving: only what can't be right. From the check page: also what is still empty. Otherwise nothing. */
const faultsHere = (
  section: NominationSection,
  bodies: NominationBodies,
  context: LackContext,
  looks: string | undefined,
) =>
  lacksOn(section, bodies, context)
    .filter(({ empty }) => looks === 'alles' || (looks === 'ja' && !empty))
    .map(({ field, message }) => ({ field, message }))

async function showSection(c: PeopleContext): Promise<Response> {
  const nomination = await openNomination(c, c.req.param('id') ?? '')
  return sectionPage(c, nomination, found(sectionAt(c.req.param('section') ?? '')))
}

/**
 * The nomination that is written on, or a page that asks for the code with everything typed on it: the cookie ran out,
 * or a colleague made another code. Whether there is such a nomination does not show. Who typed nothing loses nothing.
 */
async function writtenOn(c: PeopleContext, section: NominationSection): Promise<{ id: string } | { asks: Response }> {
  const id = c.req.param('id') ?? ''
  const nomination = await readNomination(c.var.db, id)
  if (!isId(id) || (nomination && mayOpen(c, nomination))) return openNomination(c, id)
  const { code: _, ...typed } = readForm(c, anyForm).typed
  if (!FORM_PAGES[section].fields.some(({ name }) => texts(typed[name]) !== '')) return openNomination(c, id)
  const given = c.var.body?.code
  const code = typeof given === 'string' ? given : undefined
  const again = (message?: string) => ({ asks: codePage(c, { id, section, typed, code, message }) })
  if (code === undefined) return again()
  await limitCode(c)
  const form = readForm(c, codeForm)
  if (!form.ok) return again(form.errors[0]?.message)
  return (
    (await enterBy(c, form.value.code, id)) ??
    again('Met deze code gaat deze aanmelding niet open. Kijk of elke letter klopt, of vraag een collega.')
  )
}

const anyForm = z.object({})

function codePage(
  c: PeopleContext,
  asked: {
    id: string
    section: NominationSection
    typed: Typed
    code: string | undefined
    message: string | undefined
  },
): Response {
  const { message, ...view } = asked
  const errors = message === undefined ? [] : [{ field: 'code', message }]
  return page(
    c,
    { title: 'Vul je code in om verder te gaan', robots: 'noindex', errors: errors.length, status: 401 },
    <CodeAskedPage {...view} errors={errors} signedIn={c.var.person !== undefined} />,
  )
}

async function saveHere(c: PeopleContext): Promise<Response> {
  const section = found(sectionAt(c.req.param('section') ?? ''))
  const opened = await writtenOn(c, section)
  if ('asks' in opened) return opened.asks
  const { id } = opened
  const nomination = found(await holdNomination(c.var.db, id))
  const { db, now, person } = c.var
  const form = readSectionForm(c, section)
  const turn = readForm(c, turnForm)
  if (!turn.ok) return refuse(400, 'Dit formulier is niet heel aangekomen. Ga terug en verstuur het opnieuw.')
  const { naar, gezien, versie } = turn.value
  const checks = await checksSeen(db, id)
  if (!mayWrite(nomination, checks, dutchDay(now)))
    return sectionPage(c, nomination, section, { typed: form.typed, version: versie, status: 409 })
  if (!form.ok)
    return sectionPage(c, nomination, section, {
      typed: form.typed,
      errors: form.errors,
      version: versie,
      status: 400,
    })
  const stands = nomination.sections[section]
  const theirs = typedOf(section, stands.body)
  const mine = typedOf(section, form.value)
  if (versie !== stands.version && !sameTyped(theirs, mine))
    return sectionPage(c, nomination, section, {
      typed: mine,
      status: 409,
      conflict: { theirs, fields: FORM_PAGES[section].fields.filter(({ name }) => !same(theirs[name], mine[name])) },
    })
  const body = naar === 'samen' ? bothTexts(stands.body, form.value) : form.value
  const draft = { nomination: id, section, body, version: stands.version }
  if (!sameTyped(theirs, typedOf(section, body)) || stands.version === 0)
    await saveSection(db, draft, { by: person?.id ?? null, at: now })
  const documents = section === 'documents' ? await settleAttachments(c, id) : undefined
  if (documents && documents.errors.length > 0)
    return sectionPage(c, nomination, section, { typed: form.typed, errors: documents.errors, status: 400 })
  const isRemoval = c.var.body?.[FIELDS.remove] !== undefined
  if (naar === 'hier' && !isRemoval && documents?.changed === false) {
    const errors = [{ field: FIELDS.file, message: 'Kies eerst een document.' }]
    return sectionPage(c, nomination, section, { typed: form.typed, errors, status: 400 })
  }
  if (isRemoval) return c.redirect(nominationUrl(id, sectionPlace(section)), 303)
  const bodies = { ...bodiesOf(nomination.sections), [section]: body }
  const context = await contextOf(c, nomination)
  return c.redirect(placeAfter({ nomination, section, bodies, context, naar, seen: gezien === 'ja' }), 303)
}

interface Turn {
  nomination: Nomination
  section: NominationSection
  bodies: NominationBodies
  context: LackContext
  naar: z.output<typeof turnForm>['naar']
  seen: boolean
}

/** Where someone goes after saving: once back to this page when something on it can't be right, never twice. */
function placeAfter({ nomination, section, bodies, context, naar, seen }: Turn): string {
  const { id, call } = nomination
  const to = (place: string) => nominationUrl(id, place)
  const here = to(sectionPlace(section))
  if (naar === 'later') return `${nominationUrl(id)}?bewaard=ja`
  if (naar === 'controle') return to('controle')
  if (naar === 'samen' || naar === 'hier') return here
  if (naar === 'terug') return to(sectionPlace(sectionBefore(section) ?? section))
  const odd = lacksOn(section, bodies, context).some(({ empty }) => !empty)
  const young = section === 'start' && startWarning(bodies.start, call.closesOn).length > 0
  if (!seen && (odd || young)) return `${here}?kijk=ja`
  const next = sectionAfter(section)
  return to(next ? sectionPlace(next) : 'controle')
}

const texts = (value: Typed[string]): string => (Array.isArray(value) ? [...value].sort().join('\n') : (value ?? ''))

const same = (one: Typed[string], other: Typed[string]): boolean => texts(one) === texts(other)

/** Whether two pages say the same; the order of ticked boxes says nothing. */
const sameTyped = (one: Typed, other: Typed): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => same(one[name], other[name]))

/** Long texts of two people under each other; of the rest the one who saves last decides. */
function bothTexts<Body extends NominationBodies[NominationSection]>(theirs: Body, mine: Body): Body {
  const earlier: Record<string, unknown> = { ...theirs }
  const joined = Object.entries(mine).map(([key, value]: [string, unknown]) => {
    const before = earlier[key]
    const long = ['issue', 'why', 'text', 'elsewhere', 'measured', 'words'].includes(key)
    return long && typeof before === 'string' && typeof value === 'string' && before !== '' && before !== value
      ? [key, `${before}\n\n${value}`]
      : [key, value]
  })
  return { ...mine, ...Object.fromEntries(joined) }
}
