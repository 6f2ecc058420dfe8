import { Hono } from 'hono'
import { type FieldError, found, page, readForm, refuse } from '../foundation/http/index.ts'
import { hasRole, nameOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { ClusterPage } from './cluster.page.tsx'
import { addComment, commentsOn } from './comment.store.ts'
import { commentForm, endForm, mergeForm, renameForm, splitForm } from './factor.form.ts'
import { type FactorFormName, FactorPage } from './factor.page.tsx'
import { factorUrl } from './factor.part.tsx'
import {
  dropFactor,
  factorsById,
  factorsOf,
  lockFactors,
  makeFactor,
  mergeFactors,
  renameFactor,
  splitFactor,
} from './factor.store.ts'
import { type Factor, splitsWell } from './factor.ts'
import { idIn, roomHead, workIn } from './group.context.ts'
import type { Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import { stepsTo } from './lineage.store.ts'
import { stepWord } from './lineage.ts'
import { factorForm } from './mark.form.ts'
import { marksById, marksOf, marksUnder, readMarks } from './mark.store.ts'
import { spokenWords, WRITTEN_OUT, writesOut } from './mark.ts'
import { factorPairs, statementsIn } from './statement.store.ts'

/** Laying marks together, and what becomes of factors. */
export function factorRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/werkgroepen/:slug/succesfactoren', (c) => showCluster(c))
    .post('/werkgroepen/:slug/succesfactoren', make)
    .get('/werkgroepen/:slug/succesfactoren/:id', (c) => showFactor(c))
    .post('/werkgroepen/:slug/succesfactoren/:id/naam', rename)
    .post('/werkgroepen/:slug/succesfactoren/:id/samenvoeging', merge)
    .post('/werkgroepen/:slug/succesfactoren/:id/splitsing', split)
    .post('/werkgroepen/:slug/succesfactoren/:id/einde', drop)
    .post('/werkgroepen/:slug/succesfactoren/:id/opmerkingen', comment)
}

async function showCluster(
  c: PeopleContext,
  { errors = [], typed = {} }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db } = c.var
  const marks = await readMarks(db, await marksOf(db, group.id))
  return page(
    c,
    roomHead(group, 'Markeringen en succesfactoren', errors.length),
    <ClusterPage
      group={group}
      factors={await factorsOf(db, group.id)}
      marks={marks}
      names={
        await nameOf(
          db,
          marks.flatMap(({ by }) => by ?? []),
        )
      }
      person={person.id}
      errors={errors}
      typed={typed}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

/** The fields in which someone's words from a talk are written out. */
function spokenFaults(texts: Record<string, string>, quotes: string[]): FieldError[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    writesOut(text, quotes) ? [{ field, message: WRITTEN_OUT }] : [],
  )
}

async function make(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db, now } = c.var
  const form = readForm(c, factorForm)
  if (!form.ok) return showCluster(c, form)
  const { naam: name, uitleg: explanation } = form.value
  const marks = (await marksById(db, form.value['markering[]'])).filter((one) => one.group === group.id)
  if (marks.length === 0)
    return showCluster(c, {
      ...form,
      errors: [{ field: 'markering[]', message: 'Deze markeringen zijn er niet meer. Kies opnieuw.' }],
    })
  const quotes = spokenWords((await readMarks(db, marks)).map(({ read }) => read))
  const errors = spokenFaults({ naam: name, uitleg: explanation }, quotes)
  if (errors.length > 0) return showCluster(c, { errors, typed: form.typed })
  const words = { name, explanation }
  const id = await makeFactor(
    db,
    { group: group.id, words, marks: marks.map((one) => one.id) },
    { by: person.id, at: now },
  )
  return c.redirect(factorUrl(group, { id }), 303)
}

interface FactorBack {
  form: FactorFormName
  errors: FieldError[]
  typed: Typed
}

async function factorIn(c: PeopleContext, group: WorkingGroup): Promise<Factor> {
  const [factor] = await factorsById(c.var.db, [idIn(c, 'id')])
  return found(factor?.group === group.id ? factor : undefined)
}

async function showFactor(c: PeopleContext, back?: FactorBack, conflict = false): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db } = c.var
  const factor = await factorIn(c, group)
  const marks = await readMarks(db, await marksUnder(db, [factor.id]))
  const on = (await factorPairs(db, group.id)).filter((pair) => pair.factor === factor.id).map((pair) => pair.statement)
  const comments = await commentsOn(db, factor.id)
  const history = (await stepsTo(db, factor.id)).filter(({ step, to }) => to === factor.id && step !== 'clustered')
  const names = await nameOf(
    db,
    [...marks, ...comments].flatMap(({ by }) => by ?? []),
  )
  return page(
    c,
    { ...roomHead(group, factor.name, back?.errors.length), ...(conflict ? { status: 409 } : {}) },
    <FactorPage
      group={group}
      factor={factor}
      factors={await factorsOf(db, group.id)}
      marks={marks}
      statements={(await statementsIn(db, group.id)).filter(({ id }) => on.includes(id))}
      comments={comments}
      names={names}
      history={history.map(({ step, reason, at }) => ({ word: stepWord(step), reason, at }))}
      back={back}
      theirs={conflict ? factor : undefined}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

/** Factors of this group that can still change, in this order, held for this transaction. */
async function heldAll(c: PeopleContext, group: WorkingGroup, ids: string[]): Promise<Factor[]> {
  const held = new Map((await lockFactors(c.var.db, ids)).map((one) => [one.id, one]))
  const factors = ids.map((id) => found(held.get(id)?.group === group.id ? held.get(id) : undefined))
  if (factors.some(({ ending }) => ending !== null))
    return refuse(
      409,
      'Iemand anders voegde deze succesfactor net samen, splitste hem of liet hem los. Ga terug en kijk hoe het er nu staat.',
    )
  return factors
}

const heldIn = async (c: PeopleContext, group: WorkingGroup): Promise<Factor> =>
  found((await heldAll(c, group, [idIn(c, 'id')]))[0])

const quotesUnder = async (c: PeopleContext, factors: string[]): Promise<string[]> =>
  spokenWords((await readMarks(c.var.db, await marksUnder(c.var.db, factors))).map(({ read }) => read))

async function rename(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const factor = await heldIn(c, group)
  const form = readForm(c, renameForm)
  if (!form.ok) return showFactor(c, { form: 'naam', ...form })
  const { naam: name, uitleg: explanation, reden: reason, versie: version } = form.value
  const errors = spokenFaults({ naam: name, uitleg: explanation }, await quotesUnder(c, [factor.id]))
  if (errors.length > 0) return showFactor(c, { form: 'naam', errors, typed: form.typed })
  const hand = { by: person.id, at: c.var.now }
  if (!(await renameFactor(c.var.db, { ...factor, version }, { name, explanation, reason }, hand)))
    return showFactor(c, { form: 'naam', errors: [], typed: form.typed }, true)
  return c.redirect(factorUrl(group, factor), 303)
}

async function merge(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const form = readForm(c, mergeForm)
  if (!form.ok) return showFactor(c, { form: 'samenvoeging', ...form })
  const { naam: name, uitleg: explanation, reden: reason, met } = form.value
  if (met === idIn(c, 'id'))
    return showFactor(c, {
      form: 'samenvoeging',
      errors: [{ field: 'met', message: 'Kies een andere dan deze.' }],
      typed: form.typed,
    })
  const both = await heldAll(c, group, [idIn(c, 'id'), met])
  const under = both.map(({ id }) => id)
  const errors = spokenFaults({ naam: name, uitleg: explanation }, await quotesUnder(c, under))
  if (errors.length > 0) return showFactor(c, { form: 'samenvoeging', errors, typed: form.typed })
  const hand = { by: person.id, at: c.var.now }
  const id = await mergeFactors(c.var.db, both, { name, explanation, reason }, hand)
  return c.redirect(factorUrl(group, { id }), 303)
}

async function split(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const factor = await heldIn(c, group)
  const form = readForm(c, splitForm)
  if (!form.ok) return showFactor(c, { form: 'splitsing', ...form })
  const { naam, uitleg, naam2, uitleg2, reden: reason } = form.value
  const second = form.value['markering[]']
  const marks = (await marksUnder(c.var.db, [factor.id])).map(({ id }) => id)
  const errors = [
    ...spokenFaults({ naam, uitleg, naam2, uitleg2 }, await quotesUnder(c, [factor.id])),
    ...(splitsWell(marks, second)
      ? []
      : [{ field: 'markering[]', message: 'Vink minstens één markering aan, en laat er minstens één bij de eerste.' }]),
  ]
  if (errors.length > 0) return showFactor(c, { form: 'splitsing', errors, typed: form.typed })
  const parts = { one: { name: naam, explanation: uitleg }, two: { name: naam2, explanation: uitleg2 }, second, reason }
  await splitFactor(c.var.db, factor, parts, { by: person.id, at: c.var.now })
  return c.redirect(groupUrl(group, 'succesfactoren'), 303)
}

async function drop(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const factor = await heldIn(c, group)
  const form = readForm(c, endForm)
  if (!form.ok) return showFactor(c, { form: 'einde', ...form })
  const on = (await factorPairs(c.var.db, group.id))
    .filter((pair) => pair.factor === factor.id)
    .map((pair) => pair.statement)
  const standing = (await statementsIn(c.var.db, group.id)).some(({ id, ending }) => on.includes(id) && ending === null)
  if (standing || factor.item !== null)
    return refuse(409, 'Er rust een zin op deze succesfactor. Voeg hem samen met een andere, of laat eerst de zin los.')
  await dropFactor(c.var.db, factor, form.value.reden, { by: person.id, at: c.var.now })
  return c.redirect(groupUrl(group, 'succesfactoren'), 303)
}

async function comment(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const factor = await factorIn(c, group)
  const form = readForm(c, commentForm)
  if (!form.ok) return showFactor(c, { form: 'opmerkingen', ...form })
  const said = { group: group.id, subject: factor.id, text: form.value.opmerking }
  await addComment(c.var.db, { ...said, person: person.id, at: c.var.now })
  return c.redirect(`${factorUrl(group, factor)}#opmerkingen`, 303)
}
