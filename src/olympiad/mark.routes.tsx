import { Hono } from 'hono'
import { type FieldError, found, page, readForm, readQuery, refuse } from '../foundation/http/index.ts'
import { hasRole, nameOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import {
  type DescriptionRead,
  type PassagePlace,
  passagesRead,
  placeKey,
  practicesStudied,
  readToStudy,
} from '../practices/index.ts'
import { lockFactors } from './factor.store.ts'
import { idIn, roomHead, workIn } from './group.context.ts'
import type { Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import { besideQuery, markForm, moveForm, placeQuery } from './mark.form.ts'
import { MarkPage, marksByPassage, ReadingPage } from './mark.page.tsx'
import { addMark, dropMark, looseMark, marksById, marksOf, placeMarks } from './mark.store.ts'
import { WRITTEN_OUT, writesOut } from './mark.ts'
import { putFactor } from './placing.store.ts'

/** Reading side by side, and marking. */
export function markRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/werkgroepen/:slug/lezen', showReading)
    .get('/werkgroepen/:slug/markeren', askMark)
    .post('/werkgroepen/:slug/markeringen', mark)
    .post('/werkgroepen/:slug/markeringen/:id/plek', move)
    .post('/werkgroepen/:slug/markeringen/:id/einde', drop)
}

async function showReading(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db } = c.var
  const practices = await practicesStudied(db, group.practices)
  const query = readQuery(c, besideQuery)
  const asked = query.ok ? [query.value.links, query.value.rechts] : []
  const pick = (slug: string | undefined, place: number) =>
    practices.find((one) => one.slug === slug) ?? (slug === undefined || slug === '' ? practices[place] : undefined)
  const chosen = [pick(asked[0], 0), pick(asked[1], 1)]
  const sides: (DescriptionRead | undefined)[] = []
  for (const one of chosen) sides.push(one && (await readToStudy(db, one)))
  const marks = await marksOf(db, group.id)
  const names = await nameOf(
    db,
    marks.flatMap(({ by }) => by ?? []),
  )
  return page(
    c,
    roomHead(group, 'Naast elkaar lezen'),
    <ReadingPage
      group={group}
      practices={practices}
      sides={sides}
      marks={marksByPassage(marks)}
      names={names}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

const slugOf = (text: string | string[] | undefined): string =>
  typeof text === 'string' && /^[a-z0-9-]{0,80}$/.test(text) ? text : ''

/** Back to where someone was reading. */
function wayBack(
  group: WorkingGroup,
  { links, rechts, plek }: { links: string; rechts: string; plek: string },
): string {
  const query = new URLSearchParams({ links, rechts })
  return `${groupUrl(group, 'lezen')}?${query}#${plek}`
}

const hiddenOf = (typed: Typed) => ({
  links: slugOf(typed.links),
  rechts: slugOf(typed.rechts),
  plek: slugOf(typed.plek),
})

async function askMark(c: PeopleContext): Promise<Response> {
  await workIn(c)
  const query = readQuery(c, placeQuery)
  if (!query.ok) return refuse(404, 'Deze passage bestaat niet. Ga terug naar het lezen en kies opnieuw.')
  return showMark(c, query.value, { typed: query.typed })
}

type Place = { item: string; revisie: string; passage: string | null }

const placeOf = ({ item, revisie, passage }: Place): PassagePlace => ({ item, revision: revisie, passage })

async function showMark(
  c: PeopleContext,
  place: Place,
  { errors = [], typed, status }: { errors?: FieldError[]; typed: Typed; status?: number },
): Promise<Response> {
  const { person, group } = await workIn(c)
  const read = found((await passagesRead(c.var.db, [placeOf(place)])).get(placeKey(placeOf(place))))
  const hidden = hiddenOf(typed)
  return page(
    c,
    { ...roomHead(group, 'Markeer', errors.length), ...(status === undefined ? {} : { status }) },
    <MarkPage
      group={group}
      read={read}
      back={wayBack(group, hidden)}
      hidden={hidden}
      errors={errors}
      typed={typed}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

const WITHDRAWN = 'Dit citaat is net ingetrokken. Het kan niet meer gemarkeerd worden; kies een andere passage.'

async function mark(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db, now } = c.var
  const form = readForm(c, markForm)
  if (!form.ok) {
    const place = readForm(c, placeQuery)
    if (!place.ok) return refuse(400, 'Deze passage bestaat niet. Ga terug naar het lezen en kies opnieuw.')
    return showMark(c, place.value, form)
  }
  const { toont: shows, woorden: words, ...where } = form.value
  const place = placeOf(where)
  const read = (await passagesRead(db, [place])).get(placeKey(place))
  if (read === undefined) return refuse(404, 'Deze passage bestaat niet. Ga terug naar het lezen en kies opnieuw.')
  if (read.text === null)
    return showMark(c, where, { errors: [{ field: '', message: WITHDRAWN }], typed: form.typed, status: 409 })
  if (read.isQuote && writesOut(words, [read.text]))
    return showMark(c, where, { errors: [{ field: 'woorden', message: WRITTEN_OUT }], typed: form.typed })
  await addMark(db, { group: group.id, ...place, shows, words }, { by: person.id, at: now })
  return c.redirect(wayBack(group, hiddenOf(form.typed)), 303)
}

async function move(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db, now } = c.var
  const form = readForm(c, moveForm)
  if (!form.ok) return refuse(400, form.errors[0]?.message ?? 'Kies waar deze markering heen gaat.')
  const { naar, gezien } = form.value
  const [one] = await marksById(db, [idIn(c, 'id')])
  if (one?.group !== group.id) return refuse(404, 'Deze markering bestaat niet meer.')
  if ((one.factor ?? '') !== gezien)
    return refuse(409, 'Iemand anders verplaatste deze markering net. Ga terug en kijk waar hij nu staat.')
  const hand = { by: person.id, at: now }
  const factors = await lockFactors(
    db,
    [naar, gezien].filter((id) => id !== ''),
  )
  if (naar === '') await looseMark(db, { id: one.id, factor: gezien })
  else {
    const target = factors.find(({ id }) => id === naar)
    if (target?.group !== group.id || target.ending)
      return refuse(409, 'Deze succesfactor is er niet meer. Kies een andere.')
    await placeMarks(db, { group: group.id, ids: [one.id], factor: naar }, hand)
    if (target.item) await putFactor(db, naar, hand)
  }
  // What stands on the thread says which passages it rests on.
  const left = factors.find(({ id }) => id === gezien)
  if (left?.item && left.ending === null) await putFactor(db, left.id, hand)
  return c.redirect(`${groupUrl(group, 'succesfactoren')}#markering-${one.id.slice(0, 8)}`, 303)
}

async function drop(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const dropped = await dropMark(c.var.db, { group: group.id, id: idIn(c, 'id'), by: person.id })
  if (!dropped)
    return refuse(
      409,
      'Alleen je eigen markering kun je weghalen, en alleen als er niets op rust. Haal hem eerst onder de succesfactor vandaan.',
    )
  return c.redirect(groupUrl(group, 'succesfactoren'), 303)
}
