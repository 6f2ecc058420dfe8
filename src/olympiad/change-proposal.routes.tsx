import { Hono } from 'hono'
import { DAY, HOUR } from '../foundation/clock.ts'
import {
  type FieldError,
  found,
  type LimitRule,
  limit,
  limitPlace,
  type PlaceRule,
  page,
  readForm,
  type Typed,
} from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { newCode } from '../foundation/save-code.ts'
import { type PeopleContext, type PeopleEnv, signedIn } from '../people/index.ts'
import { readItem } from '../thread/index.ts'
import { changeForm, followForm } from './change-proposal.form.ts'
import {
  CHANGES,
  ChangeKeptPage,
  ChangePage,
  FollowedPage,
  FollowPage,
  type Standard,
} from './change-proposal.page.tsx'
import { changeByHash, changesBy, proposeChange, withdrawChange } from './change-proposal.store.ts'
import { type ChangeProposal, followHash } from './change-proposal.ts'

const proposing: LimitRule = { name: 'change proposal', points: 10, perMs: DAY, onFault: 'open' }
const flood: PlaceRule = { name: 'change proposal, network address', points: 600, perMs: HOUR, onFault: 'open' }
const guessing: PlaceRule = {
  name: 'change proposal code, network address',
  points: 600,
  perMs: HOUR,
  onFault: 'closed',
}

/** "Dit werkt zo niet": what someone would change in a published standard, and what becomes of it. */
export function changeProposalRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get(`${CHANGES}/nieuw`, (c) => showForm(c, c.req.query('kenmerk')))
    .post(CHANGES, propose)
    .get(`${CHANGES}/volgen`, (c) => showFollow(c))
    .post(`${CHANGES}/volgen`, follow)
    .get(`${CHANGES}/mijn`, showOwn)
    .post(`${CHANGES}/:id/intrekking`, withdraw)
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
}

const head = (title: string, errors: FieldError[] = []) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: [{ label: 'Olympiade', href: '/olympiades' }, { label: title }],
  errors: errors.length,
})

/** A published standard by its place on the thread. */
async function standardOf(c: PeopleContext, item: string | undefined): Promise<Standard | undefined> {
  const known = isId(item) ? await readItem(c.var.db, item) : undefined
  if (known?.kind !== 'standard') return undefined
  return {
    item: known.id,
    revision: known.revision.id,
    title: known.revision.title,
    url: known.url,
    fictional: known.fictional,
  }
}

async function showForm(
  c: PeopleContext,
  item: string | undefined,
  { errors = [], typed = {} }: Back = {},
): Promise<Response> {
  const standard = found(await standardOf(c, item))
  return page(
    c,
    head('Dit werkt zo niet', errors),
    <ChangePage standard={standard} signedIn={c.var.person !== undefined} errors={errors} typed={typed} />,
  )
}

async function propose(c: PeopleContext): Promise<Response> {
  const { db, now, person, config } = c.var
  const form = readForm(c, changeForm)
  if (!form.ok) return showForm(c, one(form.typed.kenmerk), form)
  const standard = found(await standardOf(c, form.value.kenmerk))
  await (person ? limit(c, proposing, person.id) : limitPlace(c, flood))
  const code = person ? undefined : newCode()
  await proposeChange(db, {
    standard: standard.item,
    revision: standard.revision,
    words: form.value.woorden,
    keyHash: code === undefined ? null : (followHash(code) ?? null),
    person: person?.id ?? null,
    fictional: config.demo,
    at: now,
  })
  if (code === undefined) return c.redirect(`${CHANGES}/mijn`, 303)
  return page(c, head('Je voorstel staat genoteerd'), <ChangeKeptPage standard={standard} code={code} />)
}

const one = (typed: string | string[] | undefined) => (Array.isArray(typed) ? typed[0] : typed)

const showFollow = (c: PeopleContext, { errors = [], typed = {} }: Back = {}) =>
  page(c, head('Volg je voorstel', errors), <FollowPage errors={errors} typed={typed} />)

async function follow(c: PeopleContext): Promise<Response> {
  const form = readForm(c, followForm)
  if (!form.ok) return showFollow(c, form)
  await limitPlace(c, guessing)
  const hash = followHash(form.value.code)
  const proposal = hash === undefined ? undefined : await changeByHash(c.var.db, hash)
  if (proposal === undefined)
    return showFollow(c, {
      errors: [{ field: 'code', message: 'Met deze code vinden we niets. Kijk of elk teken klopt.' }],
      typed: form.typed,
    })
  return showFollowed(c, [proposal], { code: form.value.code })
}

async function showFollowed(
  c: PeopleContext,
  proposals: ChangeProposal[],
  { code, gone = false }: { code?: string; gone?: boolean } = {},
): Promise<Response> {
  const followed: Parameters<typeof FollowedPage>[0]['followed'] = []
  // One after the other: whoever sends a code gets this page inside a transaction, on one connection.
  for (const proposal of proposals) followed.push({ proposal, standard: await standardOf(c, proposal.standard) })
  const title = code === undefined ? 'Wat ik zou veranderen' : 'Je voorstel'
  return page(
    c,
    head(title),
    <FollowedPage followed={followed} {...(code === undefined ? {} : { code })} gone={gone} />,
  )
}

async function showOwn(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  return showFollowed(c, await changesBy(c.var.db, person.id), { gone: c.req.query('weg') === 'ja' })
}

async function withdraw(c: PeopleContext): Promise<Response> {
  const { db, now, person } = c.var
  const form = readForm(c, followForm)
  const hash = form.ok ? followHash(form.value.code) : undefined
  if (hash !== undefined) await limitPlace(c, guessing)
  const id = c.req.param('id')
  const by = { hash: hash ?? null, person: person?.id ?? null }
  found((isId(id) && (await withdrawChange(db, id, by, now))) || undefined)
  if (hash === undefined) return c.redirect(`${CHANGES}/mijn?weg=ja`, 303)
  const proposal = await changeByHash(db, hash)
  return showFollowed(c, proposal ? [proposal] : [], { code: form.ok ? form.value.code : '', gone: true })
}
