import { Hono } from 'hono'
import { type FieldError, found, page, readForm } from '../foundation/http/index.ts'
import { hasRole, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { amendmentsTo, decideAmendment, proposeAmendment } from './amendment.store.ts'
import { idIn, roomHead, workIn } from './group.context.ts'
import type { Typed } from './group.part.tsx'
import { checkedWords, groundsFor, heldStatement, statementIn } from './statement.context.ts'
import { StatementEditPage } from './statement.edit.page.tsx'
import { amendmentForm, decisionForm } from './statement.form.ts'
import { statementUrl } from './statement.page.tsx'
import { showStatement } from './statement.routes.tsx'
import { rewordStatement } from './statement.store.ts'

/** Other wordings beside the one that stands, and what becomes of them. */
export function amendmentRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/werkgroepen/:slug/zinnen/:zin/wijziging', (c) => showAmend(c))
    .post('/werkgroepen/:slug/zinnen/:zin/wijzigingen', propose)
    .post('/werkgroepen/:slug/zinnen/:zin/wijzigingen/:id/besluit', decide)
}

async function showAmend(
  c: PeopleContext,
  { errors = [], typed }: { errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const { person, group } = await workIn(c)
  const statement = await statementIn(c, group)
  const { plain, example, professional, version } = statement.text
  return page(
    c,
    roomHead(group, 'Wijziging', errors.length),
    <StatementEditPage
      group={group}
      title="Stel een wijziging voor"
      lead="De zin blijft staan tot de werkgroep beslist. Jouw voorstel komt ernaast, met de reden."
      action={statementUrl(group, statement, 'wijzigingen')}
      back={statementUrl(group, statement)}
      button="Stel dit voor"
      errors={errors}
      typed={typed ?? { zin: plain, voorbeeld: example, vaktaal: professional }}
      marks={undefined}
      hidden={{ versie: String(Number(typed?.versie) || version) }}
      beside={[statement.text]}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

async function propose(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const statement = await heldStatement(c, group)
  const form = readForm(c, amendmentForm)
  if (!form.ok) return showAmend(c, form)
  const { words, errors } = checkedWords(form.value, await groundsFor(c, [statement.id]))
  const { plain, example, professional } = words
  const { text } = statement
  if (plain === text.plain && example === text.example && professional === text.professional)
    errors.push({ field: 'zin', message: 'Er staat nu hetzelfde als in de zin. Verander iets, of ga terug.' })
  if (errors.length > 0) return showAmend(c, { errors, typed: form.typed })
  // What someone read may have changed while they wrote: the proposal belongs to the words they read.
  const version = Math.max(1, Math.min(form.value.versie, text.version))
  const proposal = { statement: statement.id, version, plain, example, professional, reason: form.value.reden }
  const id = await proposeAmendment(c.var.db, proposal, { by: person.id, at: c.var.now })
  return c.redirect(`${statementUrl(group, statement)}#wijziging-${id.slice(0, 8)}`, 303)
}

async function decide(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const statement = await heldStatement(c, group)
  const amendment = found((await amendmentsTo(c.var.db, statement.id)).find(({ id }) => id === idIn(c, 'id')))
  const form = readForm(c, decisionForm)
  const name = `besluit ${amendment.id}` as const
  const back = (message: string, typed: Typed) =>
    showStatement(c, { form: name, errors: [{ field: '', message }], typed }, 409)
  if (!form.ok) return showStatement(c, { form: name, ...form })
  const { besluit: outcome, reden: reason, versie: version } = form.value
  const hand = { by: person.id, at: c.var.now }
  if (version !== statement.text.version)
    return back('De zin veranderde terwijl je besliste. Kijk of het voorstel nog past, en beslis opnieuw.', form.typed)
  if (!(await decideAmendment(c.var.db, amendment.id, { outcome, reason }, hand)))
    return back('Een collega besliste hier al over. Kijk wat die schreef.', form.typed)
  if (outcome === 'accepted') {
    const { plain, example, professional } = amendment
    const words = { plain, example, professional, exampleItem: statement.text.exampleItem }
    await rewordStatement(c.var.db, statement, { ...words, version, reason: `${amendment.reason} ${reason}` }, hand)
  }
  return c.redirect(`${statementUrl(group, statement)}#wijziging-${amendment.id.slice(0, 8)}`, 303)
}
