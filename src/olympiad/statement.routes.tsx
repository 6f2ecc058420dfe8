import { Hono } from 'hono'
import { type FieldError, page, readForm } from '../foundation/http/index.ts'
import { hasRole, nameOf, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { amendmentsTo, waitingAmendments } from './amendment.store.ts'
import { addComment, commentsOn } from './comment.store.ts'
import { commentForm, endForm } from './factor.form.ts'
import { factorsById, factorsOf } from './factor.store.ts'
import { roomHead, workIn } from './group.context.ts'
import type { Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import { stepsFrom } from './lineage.store.ts'
import { marksUnder, readMarks } from './mark.store.ts'
import { lineageOf } from './origin.store.ts'
import { putStatement } from './placing.store.ts'
import { checkedWords, heldStatement, refuseInVote, statementIn } from './statement.context.ts'
import { StatementEditPage } from './statement.edit.page.tsx'
import { newForm } from './statement.form.ts'
import { type StatementFormName, StatementPage, StatementsPage, statementUrl } from './statement.page.tsx'
import { rewritingRoutes } from './statement.rewriting.routes.tsx'
import {
  dropStatement,
  factorsUnder,
  makeStatement,
  statementsById,
  statementsIn,
  textsOf,
  versionInVote,
} from './statement.store.ts'
import { plainHints } from './statement.ts'

/** Statements: making them, reading them whole, letting them be public. */
export function statementRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/werkgroepen/:slug/zinnen', showStatements)
    .get('/werkgroepen/:slug/zinnen/nieuw', (c) => showNew(c))
    .post('/werkgroepen/:slug/zinnen', make)
    .get('/werkgroepen/:slug/zinnen/:zin', (c) => showStatement(c))
    .post('/werkgroepen/:slug/zinnen/:zin/draad', put)
    .post('/werkgroepen/:slug/zinnen/:zin/einde', drop)
    .post('/werkgroepen/:slug/zinnen/:zin/opmerkingen', comment)
    .route('/', rewritingRoutes())
}

async function showStatements(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  return page(
    c,
    roomHead(group, 'Zinnen'),
    <StatementsPage
      group={group}
      statements={await statementsIn(c.var.db, group.id)}
      waiting={await waitingAmendments(c.var.db, group.id)}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

const standingFactors = async (c: PeopleContext, group: WorkingGroup) =>
  (await factorsOf(c.var.db, group.id)).filter(({ ending }) => ending === null)

async function showNew(
  c: PeopleContext,
  { errors = [], typed }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db } = c.var
  const factors = await standingFactors(c, group)
  const asked = factors.find(({ id }) => id === c.req.query('factor'))
  const given: Typed = typed ?? (asked ? { 'factor[]': [asked.id] } : {})
  const ticked = factors.filter(({ id }) => [given['factor[]'] ?? []].flat().includes(id)).map(({ id }) => id)
  const chosen = ticked.length > 0 ? ticked : factors.map(({ id }) => id)
  return page(
    c,
    roomHead(group, 'Nieuwe zin', errors.length),
    <StatementEditPage
      group={group}
      title="Schrijf een zin"
      lead="Wat zie je iemand doen, in wat voor werk dan ook? Eén gedachte, in gewone woorden."
      action={groupUrl(group, 'zinnen')}
      back={groupUrl(group, 'zinnen')}
      button="Bewaar de zin"
      errors={errors}
      typed={given}
      factors={factors}
      marks={await readMarks(db, await marksUnder(db, chosen))}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

async function make(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db, now } = c.var
  const form = readForm(c, newForm)
  if (!form.ok) return showNew(c, form)
  const there = (await standingFactors(c, group)).map(({ id }) => id)
  const factors = form.value['factor[]'].filter((id) => there.includes(id))
  const marks = await readMarks(db, await marksUnder(db, factors))
  const { words, errors } = checkedWords(form.value, marks)
  if (factors.length === 0)
    errors.push({ field: 'factor[]', message: 'Deze succesfactor is er niet meer. Kies een andere.' })
  if (errors.length > 0) return showNew(c, { errors, typed: form.typed })
  const id = await makeStatement(
    db,
    {
      ...{ group: group.id, fictional: group.fictional, words, reason: form.value.reden },
      ...{ factors, step: 'stated', from: factors },
    },
    { by: person.id, at: now },
  )
  return c.redirect(statementUrl(group, { id }), 303)
}

/** A form about a statement that came back. */
export interface StatementBack {
  form: StatementFormName
  errors: FieldError[]
  typed: Typed
}

/** The page of one statement, also with a form that came back. */
export async function showStatement(c: PeopleContext, back?: StatementBack, status?: number): Promise<Response> {
  const { person, group } = await workIn(c)
  const { db } = c.var
  const statement = await statementIn(c, group)
  const amendments = await amendmentsTo(db, statement.id)
  const comments = await commentsOn(db, statement.id)
  const all = await statementsIn(db, group.id)
  const next = statement.ending ? (await stepsFrom(db, statement.id)).map(({ to }) => to) : []
  return page(
    c,
    { ...roomHead(group, 'Zin', back?.errors.length), ...(status === undefined ? {} : { status }) },
    <StatementPage
      group={group}
      statement={statement}
      texts={await textsOf(db, statement.id)}
      factors={await factorsById(db, await factorsUnder(db, statement.id))}
      lineage={await lineageOf(db, statement.id)}
      onward={await statementsById(db, next)}
      others={all.filter(({ id, ending }) => id !== statement.id && ending === null)}
      amendments={amendments}
      comments={comments}
      hints={plainHints(statement.text.plain)}
      names={
        await nameOf(
          db,
          [...amendments, ...comments].flatMap(({ by }) => by ?? []),
        )
      }
      inVote={await versionInVote(db, statement.id)}
      back={back}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

async function put(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const statement = await heldStatement(c, group)
  await putStatement(c.var.db, statement.id, { by: person.id, at: c.var.now })
  return c.redirect(statementUrl(group, statement), 303)
}

async function drop(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const statement = await heldStatement(c, group)
  await refuseInVote(c, statement)
  const form = readForm(c, endForm)
  if (!form.ok) return showStatement(c, { form: 'einde', ...form })
  await dropStatement(c.var.db, statement, form.value.reden, { by: person.id, at: c.var.now })
  return c.redirect(groupUrl(group, 'zinnen'), 303)
}

async function comment(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const statement = await statementIn(c, group)
  const form = readForm(c, commentForm)
  if (!form.ok) return showStatement(c, { form: 'opmerkingen', ...form })
  const said = { group: group.id, subject: statement.id, text: form.value.opmerking }
  await addComment(c.var.db, { ...said, person: person.id, at: c.var.now })
  return c.redirect(`${statementUrl(group, statement)}#opmerkingen`, 303)
}
