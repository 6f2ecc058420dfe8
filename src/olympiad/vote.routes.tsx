import { Hono } from 'hono'
import { inDutchWithTime } from '../foundation/clock.ts'
import { type FieldError, found, oneStatement, page, readForm, type Typed } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { utterances } from '../thread/index.ts'
import { ownAnswers, saveAnswers, saveSecretly } from './ballot.store.ts'
import { type Given, receiptOf } from './ballot.ts'
import { trail } from './olympiad.context.ts'
import { readOlympiad } from './olympiad.store.ts'
import type { Olympiad } from './olympiad.ts'
import { comeInFirst, entrance, type Here, heldHere, takingPart } from './panel.entry.ts'
import type { Held } from './panel.ts'
import { ownReasons } from './reason.store.ts'
import type { Round, Sentence } from './round.ts'
import { castVote, notKept } from './vote.cast.ts'
import { answerField, answerOf, sheetForm, typedAnswer, voteForm } from './vote.form.ts'
import { DonePage, SentencePage, SheetPage, sentenceUrl } from './vote.page.tsx'
import { groundOf, votable } from './vote.view.ts'

/**
 * Answering. A save is one statement inside a transaction of its own, and sending it again leaves the same behind: the
 * last answer counts. So it needs no nonce and no kept answer, which would cost more than the vote.
 */
export function voteRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/zin/:n{[0-9]{1,4}}', showSentence)
    .post('/olympiades/:slug/zin/:n{[0-9]{1,4}}', oneStatement, vote)
    .get('/olympiades/:slug/zinnen', showSheet)
    .post('/olympiades/:slug/zinnen', oneStatement, saveSheet)
    .get('/olympiades/:slug/klaar', showDone)
}

interface Open {
  olympiad: Olympiad
  round: Round
  sentences: Sentence[]
}

/** The round in which someone can answer now; without one they are shown where they stand. */
async function openAt(c: PeopleContext): Promise<Open | undefined> {
  const slug = c.req.param('slug') ?? ''
  // What is kept is the same for everyone: an Olympiade that was announced. Of an address that somebody made up nothing is.
  const olympiad = await c.var.memo(`olympiad at ${slug}`, async () => {
    const read = found(await readOlympiad(c.var.db, slug))
    found(read.item)
    return read
  })
  const ground = await groundOf(c, olympiad)
  const round = votable(ground, c.var.now)
  return round?.kind === 'weighing' ? { olympiad, round, sentences: ground.sentences } : undefined
}

/** In an open Olympiade nobody answers without a name. */
const lacksName = ({ round }: Open, { panellist }: Here): boolean => round.mode === 'open' && panellist.name === null

const entranceOf = (c: PeopleContext): string => entrance({ slug: c.req.param('slug') ?? '' })
const toEntrance = (c: PeopleContext): Response => c.redirect(entranceOf(c), 303)

/** A vote that comes after the hour or the closing hears so, and does not wonder why a page moved. */
const closed = (c: PeopleContext): never => notKept('closed', entranceOf(c))

const headOf = (olympiad: Olympiad, title: string, errors: FieldError[] = []) => ({
  title,
  robots: 'noindex' as const,
  breadcrumb: trail(olympiad, { label: 'Meedoen', href: entrance(olympiad) }, { label: title }),
  errors: errors.length,
})

interface At extends Open {
  sentence: Sentence
  number: number
}

function sentenceAt(c: PeopleContext, open: Open): At {
  const number = Number(c.req.param('n'))
  return { ...open, number, sentence: found(open.sentences[number - 1]) }
}

function sentencePage(c: PeopleContext, at: At, typed: Typed, errors: FieldError[] = []): Response {
  const of = at.sentences.length
  return page(
    c,
    headOf(at.olympiad, `Zin ${at.number} van ${of}`, errors),
    <SentencePage {...at} of={of} typed={typed} errors={errors} />,
  )
}

/** What someone wrote beside a sentence, as long as the round is open. */
async function reasonOf(c: PeopleContext, { round, sentence }: At, held: Held): Promise<string> {
  const place = (await ownReasons(c.var.db, round.id, held)).get(sentence.statement)
  return (place && (await utterances(c.var.db, [place])).get(place)?.text) ?? ''
}

async function showSentence(c: PeopleContext): Promise<Response> {
  const open = await openAt(c)
  if (open === undefined || open.round.mode === 'secret') return toEntrance(c)
  const at = sentenceAt(c, open)
  const me = await takingPart(c, open.olympiad)
  if (lacksName(open, me)) return toEntrance(c)
  const { held } = me
  const said = (await ownAnswers(c.var.db, at.round.id, held)).find((one) => one.statement === at.sentence.statement)
  const reden = await reasonOf(c, at, held)
  return sentencePage(c, at, { ...typedAnswer(said?.answer), reden, ...(reden === '' ? {} : { eerder: 'ja' }) })
}

const saidNothing = (typed: Typed): boolean => !typed.antwoord && !typed.reden

async function vote(c: PeopleContext): Promise<Response> {
  const open = (await openAt(c)) ?? closed(c)
  const { olympiad, round, sentences } = open
  const held = heldHere(c, olympiad) ?? comeInFirst(c, olympiad)
  const at = sentenceAt(c, open)
  const later = c.get('body')?.naar === 'later'
  const form = readForm(c, voteForm)
  // Whoever leaves with nothing said leaves; what was said is kept, and half of it is asked about.
  if (!form.ok && later && saidNothing(form.typed)) return toEntrance(c)
  if (!form.ok) return sentencePage(c, at, form.typed, form.errors)
  // The page of a round that was closed since may number other sentences.
  const asked = c.get('body')?.zin
  if (asked !== undefined && asked !== at.sentence.statement) notKept('unknown statement', entranceOf(c))
  await castVote(c, { round, held, statement: at.sentence.statement, ...form.value, entrance: entranceOf(c) })
  if (later) return toEntrance(c)
  const next =
    at.number < sentences.length ? sentenceUrl(olympiad, at.number + 1) : `/olympiades/${olympiad.slug}/klaar`
  return c.redirect(next, 303)
}

function sheetPage(c: PeopleContext, open: Open, typed: Typed, errors: FieldError[] = []): Response {
  return page(c, headOf(open.olympiad, 'Alle zinnen', errors), <SheetPage {...open} typed={typed} errors={errors} />)
}

async function showSheet(c: PeopleContext): Promise<Response> {
  const open = await openAt(c)
  if (open === undefined) return toEntrance(c)
  const me = await takingPart(c, open.olympiad)
  if (lacksName(open, me)) return toEntrance(c)
  const said = await ownAnswers(c.var.db, open.round.id, me.held)
  const typed = said.map(({ statement, answer }) => [answerField(statement), typedAnswer(answer).antwoord])
  return sheetPage(c, open, Object.fromEntries(typed))
}

async function saveSheet(c: PeopleContext): Promise<Response> {
  const open = (await openAt(c)) ?? closed(c)
  const { olympiad, round, sentences } = open
  const held = heldHere(c, olympiad) ?? comeInFirst(c, olympiad)
  const form = readForm(c, sheetForm(sentences.map(({ statement }) => statement)))
  if (!form.ok) return sheetPage(c, open, form.typed, form.errors)
  const chosen = sentences.flatMap(({ statement }): [string, string][] => {
    const value = form.value[answerField(statement)]
    return typeof value === 'string' ? [[statement, value]] : []
  })
  const missing = sentences.filter(({ statement }) => !chosen.some(([id]) => id === statement))
  if (chosen.length === 0 || (round.mode === 'secret' && missing.length > 0))
    return sheetPage(
      c,
      open,
      form.typed,
      missing.map(({ statement, position }) => ({
        field: answerField(statement),
        message: `Kies een antwoord bij zin ${position}. Weet je het niet, kies dan weet ik niet.`,
      })),
    )
  if (round.mode === 'secret') {
    const given = chosen.map(([statement, value]) => ({ statement, answer: answerOf(value) }))
    const nonce = c.get('body')?._nonce
    const vote = { round, held, given, at: c.var.now }
    const saved = await saveSecretly(c.var.db, vote, typeof nonce === 'string' ? nonce : undefined)
    return saved.is === 'saved'
      ? donePage(c, open, { ...saved, answered: given.length })
      : notKept(saved.why, entranceOf(c))
  }
  const before = new Map((await ownAnswers(c.var.db, round.id, held)).map((one) => [one.statement, one.answer]))
  const given = chosen.map(([statement, value]): Given => {
    // How strongly was said on a screen of its own; the same band again leaves that as it was.
    const was = before.get(statement)
    const same = was !== undefined && typedAnswer(was).antwoord === value
    return { statement, answer: same ? was : answerOf(value) }
  })
  const saved = await saveAnswers(c.var.db, { round, held, given, at: c.var.now })
  if (saved.is === 'refused') notKept(saved.why, entranceOf(c))
  return c.redirect(`/olympiades/${olympiad.slug}/klaar`, 303)
}

interface Done {
  answered: number
  receipt: string
  /** A secret sheet that was sent before. */
  again?: boolean
}

function donePage(c: PeopleContext, { olympiad, round, sentences }: Open, done: Done): Response {
  return page(
    c,
    headOf(olympiad, 'Klaar'),
    <DonePage
      olympiad={olympiad}
      round={round}
      {...done}
      of={sentences.length}
      closes={inDutchWithTime(round.closesAt)}
    />,
  )
}

async function showDone(c: PeopleContext): Promise<Response> {
  const open = await openAt(c)
  if (open === undefined || open.round.mode === 'secret') return toEntrance(c)
  const { held } = await takingPart(c, open.olympiad)
  const said = new Map((await ownAnswers(c.var.db, open.round.id, held)).map((one) => [one.statement, one.answer]))
  const answers = open.sentences.map(({ statement }) => said.get(statement))
  return donePage(c, open, { answered: said.size, receipt: receiptOf(held.receipt, answers) })
}
