import { Hono } from 'hono'
import type { Db } from '../foundation/db/index.ts'
import { found, page, publicPage } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { utterances } from '../thread/index.ts'
import { ownAnswers } from './ballot.store.ts'
import { type Given, receiptOf } from './ballot.ts'
import { readCharter } from './charter.store.ts'
import { ownTakenOut, takenOutOf } from './flag.store.ts'
import { passedReasons } from './moderation.store.ts'
import { answersUnderName } from './named.store.ts'
import { standsWithNames } from './named.ts'
import { forSearch, olympiadAt, trail } from './olympiad.context.ts'
import { mayChair, olympiadUrl } from './olympiad.ts'
import { here } from './panel.entry.ts'
import type { Held } from './panel.ts'
import { ownReasons } from './reason.store.ts'
import { ReceiptPage } from './receipt.page.tsx'
import { receiptsOf } from './receipt.store.ts'
import { RoundPage } from './round.outcome.page.tsx'
import { readRound, roundsOf, sentencesOf } from './round.store.ts'
import type { Round } from './round.ts'
import { type Judged, type ShownReason, VerdictPage, VerdictsPage } from './verdict.page.tsx'
import { lastVerdicts, type VerdictRow, verdictsOf } from './verdict.store.ts'

/** What came of it: for everyone, and beside it one's own answer for whoever holds the key. */
export function verdictRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/uitslag', publicPage, showAll)
    .get('/olympiades/:slug/uitslag/:statement{[0-9a-f-]{36}}', publicPage, showOne)
    .get('/olympiades/:slug/rondes/:n{[0-4]}', showRound)
    .get('/olympiades/:slug/rondes/:n{[0-4]}/controle', showReceipts)
}

/** Every sentence of the closed rounds with the verdicts about it, last round first. */
async function judgedIn(db: Db, rounds: readonly Round[], verdicts: readonly VerdictRow[]): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const round of rounds.filter(({ id }) => verdicts.some((row) => row.round === id)))
    for (const sentence of await sentencesOf(db, round.id)) {
      const row = verdicts.find((one) => one.round === round.id && one.statement === sentence.statement)
      if (row) judged.push({ sentence, row })
    }
  return judged
}

async function reasonsOf(db: Db, rounds: readonly string[]): Promise<ShownReason[]> {
  const passed = (await Promise.all(rounds.map((round) => passedReasons(db, round)))).flat()
  const words = await utterances(
    db,
    passed.map(({ utterance }) => utterance),
  )
  return passed.flatMap(({ statement: about, role, utterance }) => {
    const text = words.get(utterance)?.text
    return text ? [{ statement: about, role, text }] : []
  })
}

async function showAll(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { db } = c.var
  const judged = await judgedIn(db, await roundsOf(db, olympiad.id), await lastVerdicts(db, olympiad.id))
  return page(
    c,
    {
      title: `Uitslag: ${olympiad.title}`,
      description: `Wat elke groep vond: ${olympiad.question}`,
      breadcrumb: trail(olympiad, { label: 'Uitslag' }),
      ...forSearch(olympiad),
      canonical: `${olympiadUrl(olympiad)}/uitslag`,
    },
    <VerdictsPage olympiad={olympiad} charter={await readCharter(db, olympiad.id)} judged={judged} />,
  )
}

async function showOne(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { db } = c.var
  const about = c.req.param('statement') ?? ''
  const rounds = await roundsOf(db, olympiad.id)
  const closed = rounds.filter(({ closedAt, kind }) => closedAt !== null && kind === 'weighing')
  const all = (await Promise.all(closed.map(({ id }) => verdictsOf(db, id)))).flat()
  const rows = all.filter((row) => row.statement === about).toSorted((one, other) => other.number - one.number)
  const row = found(rows[0])
  const sentence = found((await sentencesOf(db, row.round)).find((one) => one.statement === about))
  const charter = await readCharter(db, olympiad.id)
  const reasons = await reasonsOf(
    db,
    rows.map(({ round }) => round),
  )
  return page(
    c,
    {
      title: sentence.plain,
      breadcrumb: trail(olympiad, { label: 'Uitslag', href: `${olympiadUrl(olympiad)}/uitslag` }, { label: 'Een zin' }),
      ...forSearch(olympiad),
    },
    <VerdictPage
      olympiad={olympiad}
      charter={charter}
      judged={{ sentence, row }}
      earlier={rows.slice(1)}
      takenOut={await takenOutOf(db, row.round)}
      reasons={reasons.filter((one) => one.statement === about)}
      named={closed.filter((one) => standsWithNames(charter, one) && rows.some(({ round }) => round === one.id))}
    />,
  )
}

const ownSaid = async (db: Db, { id, mode }: Round, held: Held | undefined): Promise<Given[]> =>
  held && mode !== 'secret' ? ownAnswers(db, id, held) : []

/** What someone wrote themselves in a round, by statement; only their own key finds it. */
async function writtenBy(db: Db, round: string, held: Held): Promise<Map<string, string>> {
  const places = await ownReasons(db, round, held)
  const words = await utterances(db, [...places.values()])
  return new Map(
    [...places].flatMap(([about, place]): [string, string][] => {
      const text = words.get(place)?.text
      return text ? [[about, text]] : []
    }),
  )
}

async function showRound(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const { db } = c.var
  const round = found(await readRound(db, olympiad.id, Number(c.req.param('n'))))
  found(round.closedAt !== null && round.kind === 'weighing' ? round : undefined)
  const sentences = await sentencesOf(db, round.id)
  const rows = new Map((await verdictsOf(db, round.id)).map((row) => [row.statement, row]))
  const charter = await readCharter(db, olympiad.id)
  // A link that was renewed since opens nothing, here neither.
  const me = await here(c, olympiad)
  const held = me?.held
  const named = standsWithNames(charter, round)
  const said = me && named ? await answersUnderName(db, round.id, me.panellist.id) : await ownSaid(db, round, held)
  const own = new Map(said.map((one) => [one.statement, one.answer]))
  const takenOut = await takenOutOf(db, round.id)
  return page(
    c,
    {
      title: `Ronde ${round.number}: ${olympiad.title}`,
      breadcrumb: trail(olympiad, { label: `Ronde ${round.number}` }),
      ...forSearch(olympiad),
    },
    <RoundPage
      leads={mayChair(c.var.person, olympiad)}
      olympiad={olympiad}
      charter={charter}
      round={round}
      judged={sentences.flatMap((sentence) => {
        const row = rows.get(sentence.statement)
        return row ? [{ sentence, row }] : []
      })}
      takenOut={takenOut}
      ownReasons={held ? await writtenBy(db, round.id, held) : new Map()}
      takenBack={c.req.query('ingetrokken') === 'ja'}
      mine={held !== undefined && takenOut.length > 0 && (await ownTakenOut(db, round.id, held))}
      reasons={await reasonsOf(db, [round.id])}
      own={own}
      receipt={
        held && own.size > 0
          ? receiptOf(
              held.receipt,
              sentences.map((one) => own.get(one.statement)),
            )
          : undefined
      }
      named={named ? (me ? 'to you' : 'to others') : 'no'}
    />,
  )
}

async function showReceipts(c: PeopleContext): Promise<Response> {
  const olympiad = await olympiadAt(c)
  const round = found(await readRound(c.var.db, olympiad.id, Number(c.req.param('n'))))
  found(round.closedAt !== null && round.kind === 'weighing' ? round : undefined)
  const codes = await receiptsOf(c.var.db, round.id)
  const typed = (c.req.query('code') ?? '').slice(0, 60)
  const plain = typed.toLowerCase().replaceAll(/[^0-9a-z]/g, '')
  return page(
    c,
    {
      title: 'Controleer of je stem is geteld',
      robots: 'noindex',
      breadcrumb: trail(
        olympiad,
        { label: `Ronde ${round.number}`, href: `${olympiadUrl(olympiad)}/rondes/${round.number}` },
        { label: 'Controle' },
      ),
    },
    <ReceiptPage
      olympiad={olympiad}
      round={round}
      typed={typed}
      found={plain === '' ? undefined : codes.includes(plain)}
      codes={codes}
      takenOut={(await takenOutOf(c.var.db, round.id)).length > 0}
    />,
  )
}
