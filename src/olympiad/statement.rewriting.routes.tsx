import { Hono } from 'hono'
import { type FieldError, found, page, readForm, readQuery, refuse } from '../foundation/http/index.ts'
import { hasRole, type PeopleContext, type PeopleEnv } from '../people/index.ts'
import { idIn, roomHead, workIn } from './group.context.ts'
import type { Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import { checkedWords, ENDED, groundsFor, lockedHere, statementIn, whyNot } from './statement.context.ts'
import { StatementEditPage } from './statement.edit.page.tsx'
import { mergeQuery, mergeStatementsForm, rewordForm, splitStatementForm } from './statement.form.ts'
import { statementUrl } from './statement.page.tsx'
import { mergeStatements, rewordStatement, splitStatement, statementsById, versionInVote } from './statement.store.ts'
import { type Statement, saysTheSame } from './statement.ts'

/** Saying a statement otherwise, making one of two and two of one. */
export function rewritingRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/werkgroepen/:slug/zinnen/:zin/tekst', (c) => showReword(c))
    .post('/werkgroepen/:slug/zinnen/:zin/tekst', reword)
    .get('/werkgroepen/:slug/zinnen/:zin/splitsing', (c) => showSplit(c))
    .post('/werkgroepen/:slug/zinnen/:zin/splitsing', split)
    .get('/werkgroepen/:slug/zinnen/:zin/samenvoeging', (c) => showMerge(c))
    .post('/werkgroepen/:slug/zinnen/:zin/samenvoeging', merge)
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
  /** 409: why it can't be done any more. What was typed stays. */
  late?: string | undefined
}

const head = (group: WorkingGroup, label: string, { errors = [], late }: Back) => ({
  ...roomHead(group, label, errors.length),
  ...(late === undefined ? {} : { status: 409 }),
})

const faults = ({ errors = [], late }: Back): FieldError[] =>
  late === undefined ? errors : [{ field: '', message: late }]

const typedOf = ({ text }: Statement, from: string): Typed => ({
  zin: text.plain,
  voorbeeld: text.example,
  bij: from,
  vaktaal: text.professional,
})

async function showReword(c: PeopleContext, back: Back & { conflict?: boolean } = {}) {
  const { typed, conflict = false } = back
  const { person, group } = await workIn(c)
  const statement = await statementIn(c, group)
  const marks = await groundsFor(c, [statement.id])
  const from = marks.find(({ item }) => item === statement.text.exampleItem)?.id ?? ''
  const inVote = await versionInVote(c.var.db, statement.id)
  const seen = typed === undefined || conflict ? statement.text.version : Number(typed.versie) || statement.text.version
  return page(
    c,
    { ...head(group, 'Zeg het anders', back), ...(conflict ? { status: 409 } : {}) },
    <StatementEditPage
      group={group}
      title="Zeg het anders"
      lead={
        inVote === undefined
          ? 'De oude woorden blijven te lezen, met de reden waarom ze veranderden.'
          : `Over versie ${inVote} wordt nu gestemd; die verandert niet. Dit wordt een nieuwe versie, voor een volgende ronde.`
      }
      action={statementUrl(group, statement, 'tekst')}
      back={statementUrl(group, statement)}
      button="Bewaar als nieuwe versie"
      errors={faults(back)}
      typed={typed ?? typedOf(statement, from)}
      marks={marks}
      hidden={{ versie: String(seen) }}
      theirs={conflict ? statement.text : undefined}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

async function reword(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const form = readForm(c, rewordForm)
  const statement = found((await lockedHere(c, group, [idIn(c, 'zin')]))[0])
  if (statement.ending) return showReword(c, { typed: form.typed, late: ENDED })
  if (!form.ok) return showReword(c, form)
  const { words, errors } = checkedWords(form.value, await groundsFor(c, [statement.id]))
  if (errors.length > 0) return showReword(c, { errors, typed: form.typed })
  const { versie: version, reden: reason } = form.value
  if (version === statement.text.version && saysTheSame(words, statement.text))
    return showReword(c, {
      errors: [{ field: 'zin', message: 'Er staat nu hetzelfde als eerst. Verander iets, of ga terug.' }],
      typed: form.typed,
    })
  if (!(await rewordStatement(c.var.db, statement, { ...words, version, reason }, { by: person.id, at: c.var.now })))
    return showReword(c, { typed: form.typed, conflict: true })
  return c.redirect(statementUrl(group, statement), 303)
}

async function showSplit(c: PeopleContext, back: Back = {}): Promise<Response> {
  const { typed } = back
  const { person, group } = await workIn(c)
  const statement = await statementIn(c, group)
  return page(
    c,
    head(group, 'Maak er twee van', back),
    <StatementEditPage
      group={group}
      title="Maak er twee van"
      lead="Staan er twee gedachten in? Dan kan iemand het met de ene eens zijn en met de andere niet."
      action={statementUrl(group, statement, 'splitsing')}
      back={statementUrl(group, statement)}
      button="Maak er twee zinnen van"
      errors={faults(back)}
      typed={typed ?? {}}
      marks={await groundsFor(c, [statement.id])}
      two
      beside={[statement.text]}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

async function split(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const form = readForm(c, splitStatementForm)
  const statement = found((await lockedHere(c, group, [idIn(c, 'zin')]))[0])
  const late = await whyNot(c, [statement])
  if (late !== undefined) return showSplit(c, { typed: form.typed, late })
  if (!form.ok) return showSplit(c, form)
  const marks = await groundsFor(c, [statement.id])
  const { zin2: zin, voorbeeld2: voorbeeld, bij2: bij, vaktaal2: vaktaal, reden: reason } = form.value
  const [one, two] = [checkedWords(form.value, marks), checkedWords({ zin, voorbeeld, bij, vaktaal }, marks, '2')]
  const errors = [...one.errors, ...two.errors]
  if (form.value.zin === zin)
    errors.push({ field: 'zin2', message: 'De twee zinnen zijn gelijk. Zet in elke zin een andere gedachte.' })
  if (errors.length > 0) return showSplit(c, { errors, typed: form.typed })
  const hand = { by: person.id, at: c.var.now }
  await splitStatement(c.var.db, statement, { parts: [one.words, two.words], reason }, hand)
  return c.redirect(groupUrl(group, 'zinnen'), 303)
}

/** The other statement that goes up in the new one. */
async function otherOf(
  c: PeopleContext,
  id: string | undefined,
  statement: Statement,
  { ended = false } = {},
): Promise<Statement> {
  const [other] = id === undefined ? [] : await statementsById(c.var.db, [id])
  if (other === undefined || other.group !== statement.group || other.id === statement.id || (other.ending && !ended))
    return refuse(404, 'Die andere zin is er niet meer. Ga terug en kies opnieuw met welke zin je deze samenvoegt.')
  return other
}

async function showMerge(c: PeopleContext, back: Back = {}): Promise<Response> {
  const { typed, late } = back
  const { person, group } = await workIn(c)
  const statement = await statementIn(c, group)
  const query = readQuery(c, mergeQuery)
  const named = typeof typed?.met === 'string' ? typed.met : query.ok ? query.value.met : undefined
  const other = await otherOf(c, named, statement, { ended: late !== undefined })
  return page(
    c,
    head(group, 'Voeg samen', back),
    <StatementEditPage
      group={group}
      title="Schrijf één zin van deze twee"
      lead="Zeggen ze hetzelfde? Dan is één zin genoeg. De twee blijven te lezen, met de reden."
      action={statementUrl(group, statement, 'samenvoeging')}
      back={statementUrl(group, statement)}
      button="Voeg samen"
      errors={faults(back)}
      typed={typed ?? {}}
      marks={await groundsFor(c, [statement.id, other.id])}
      hidden={{ met: other.id }}
      beside={[statement.text, other.text]}
      isEditor={hasRole(person, 'editor')}
    />,
  )
}

async function merge(c: PeopleContext): Promise<Response> {
  const { person, group } = await workIn(c)
  const form = readForm(c, mergeStatementsForm)
  if (!form.ok && form.errors.some(({ field }) => field === 'met'))
    return refuse(400, 'Ga terug naar de zin en kies met welke andere je hem samenvoegt.')
  if (!form.ok) return showMerge(c, form)
  const chosen = await otherOf(c, form.value.met, await statementIn(c, group), { ended: true })
  const both = await lockedHere(c, group, [idIn(c, 'zin'), chosen.id])
  const late = await whyNot(c, both)
  if (late !== undefined) return showMerge(c, { typed: form.typed, late })
  const under = both.map(({ id }) => id)
  const { words, errors } = checkedWords(form.value, await groundsFor(c, under))
  if (errors.length > 0) return showMerge(c, { errors, typed: form.typed })
  const hand = { by: person.id, at: c.var.now }
  const id = await mergeStatements(c.var.db, both, { ...words, reason: form.value.reden }, hand)
  return c.redirect(statementUrl(group, { id }), 303)
}
