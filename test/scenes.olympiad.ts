/** What must have happened before the pages of an Olympiade show themselves in full. */
import { DAY, after as later } from '../src/foundation/clock.ts'
import { type Db, inTransaction } from '../src/foundation/db/index.ts'
import { saveAnswers } from '../src/olympiad/ballot.store.ts'
import { writeForeword } from '../src/olympiad/bundle.store.ts'
import { changesFor, proposeChange } from '../src/olympiad/change-proposal.store.ts'
import { closeRound } from '../src/olympiad/closing.store.ts'
import { flagsOf, raiseFlags, removeFlagged } from '../src/olympiad/flag.store.ts'
import { sessionByCode, startSession, takeStep } from '../src/olympiad/live.store.ts'
import { moderate, waitingIn } from '../src/olympiad/moderation.store.ts'
import { moderationRule } from '../src/olympiad/moderation.ts'
import {
  rolesTimes,
  settleOlympiad,
  settlePanel,
  settleRound,
  settleStatements,
} from '../src/olympiad/olympiad.sample.ts'
import { entrance } from '../src/olympiad/panel.entry.ts'
import { invite, nameYourself } from '../src/olympiad/panel.store.ts'
import { keepEntry, openPaper } from '../src/olympiad/paper.store.ts'
import { addPart, programmeOf } from '../src/olympiad/programme.store.ts'
import { passedProposals, propose } from '../src/olympiad/proposal.store.ts'
import { keepReason } from '../src/olympiad/reason.store.ts'
import { readRoundById } from '../src/olympiad/round.store.ts'
import type { Answer } from '../src/olympiad/score.ts'
import { signUp } from '../src/olympiad/signup.store.ts'
import { signupKey } from '../src/olympiad/signup.ts'
import { addNote, addTable, noteBecame, notesOf, tablesOf } from '../src/olympiad/table.store.ts'
import { itemId, readItem } from '../src/thread/index.ts'
import { cookiesOf, type House, testMoment } from './house.ts'
import { people } from './world.ts'

/** What a browser holds after someone opened their invitations. */
const held = new WeakMap<House, string>()

/** As a Cookie header; '' before `setOlympiadScenes`. */
export const panellistCookie = (house: House): string => held.get(house) ?? ''

/** One Olympiade with an open round, one that collects sentences, one that is planned and one that has its verdicts. */
export async function setOlympiadScenes(house: House): Promise<Record<string, string>> {
  const { db } = house.database
  const slugs = { open: 'scene-open', asking: 'scene-vragen', planned: 'scene-gepland', done: 'scene-klaar' }
  const open = await settleOlympiad(db, { slug: slugs.open })
  const statements = await settleStatements(db, 3)
  const round = await settleRound(db, { olympiad: open, statements })
  const [someone] = await settlePanel(db, open, rolesTimes(6))
  if (someone === undefined) throw new Error('The panel is empty.')
  const about = statements[0] ?? ''
  await saveAnswers(db, { round, held: someone.held, given: [{ statement: about, answer: 9 }], at: testMoment })
  const reason = { round: round.id, statement: about, role: someone.role, held: someone.held, answer: 9 as const }
  await keepReason(db, { ...reason, words: 'Zo voel ik me serieus genomen.', before: undefined, at: testMoment })

  await setPaper(house, open, round.id, statements)
  const { part, note, key } = await setDay(house, open, statements)
  const code = await setRoom(house, round.id, about)

  const asking = await settleOlympiad(db, { slug: slugs.asking, locked: false })
  const zero = await settleRound(db, { olympiad: asking, statements: [], number: 0 })
  const [proposer] = await settlePanel(db, asking, rolesTimes(1))
  if (proposer === undefined) throw new Error('The panel is empty.')
  await propose(db, { round: zero, held: proposer.held, words: 'Je komt terug als je dat beloofde.', at: testMoment })

  const [proposed] = await passedOrWaiting(db, asking)

  const planned = await settleOlympiad(db, { slug: slugs.planned, locked: false })
  await settleRound(db, { olympiad: planned, statements, open: false })

  // What is not published: an Olympiade that was not announced, and the bundle of a year.
  await settleOlympiad(db, { slug: 'scene-concept', announced: false, locked: false })
  await writeForeword(
    db,
    { year: 2019, foreword: 'Een jaar om op terug te kijken.', version: 0 },
    {
      by: people.yusuf.id,
      at: testMoment,
    },
  )

  const change = await setChange(db, { [asking]: slugs.asking, [planned]: slugs.planned })

  const done = await settleOlympiad(db, { slug: slugs.done })
  const counted = await settleRound(db, { olympiad: done, statements })
  const panel = await settlePanel(db, done, rolesTimes(6))
  for (const [who, one] of panel.entries()) {
    const answers: Answer[] = [8, one.role === 'inwoner' ? 2 : 8, who % 2 === 0 ? 5 : 8]
    const given = statements.map((statement, at) => ({ statement, answer: answers[at] ?? null }))
    await saveAnswers(db, { round: counted, held: one.held, given, at: testMoment })
  }
  await closeRound(db, counted.id, { by: people.henk.id, at: later(testMoment, -DAY / 24), final: false })
  if ((await readRoundById(db, counted.id))?.closedAt === null) throw new Error('The round was not closed.')

  const named = await setNamed(db, statements)
  const flags = await setFlagged(db)
  held.set(
    house,
    [
      await opened(house, slugs.open, someone.key),
      await opened(house, slugs.asking, proposer.key),
      await opened(house, slugs.done, panel[0]?.key ?? ''),
      await opened(house, named.slug, named.key),
      await sentHere(house, `/olympiades/${slugs.open}/aanmelding`, { sleutel: key }),
      await sentHere(house, '/doe-mee', { code }),
    ].join('; '),
  )
  const { rows } = await db.$client.query<{ id: string }>('select id from olympiad.reason where round = $1', [round.id])
  return {
    ...Object.fromEntries(Object.entries(slugs).map(([name, slug]) => [`${name}Olympiad`, slug])),
    namedOlympiad: named.slug,
    draftOlympiad: 'scene-concept',
    ...flags,
    judged: about,
    part,
    note,
    proposed: proposed?.id ?? '',
    brought: rows[0]?.id ?? '',
    ...change,
  }
}

/** What someone would change in a standard, on the agenda of the one that is next. */
async function setChange(db: Db, slugs: Record<string, string>): Promise<{ change: string; changing: string }> {
  const standard = await readItem(db, itemId('standard', 'eigen-kracht-versterken'))
  if (standard === undefined) throw new Error('The standard is gone.')
  await proposeChange(db, {
    ...{ standard: standard.id, revision: standard.revision.id, keyHash: null, person: null, fictional: true },
    ...{ words: 'Mensen zonder netwerk lezen dit als: zoek het zelf uit. Noem eerst wat wij doen.', at: testMoment },
  })
  for (const [olympiad, slug] of Object.entries(slugs)) {
    const [first] = await changesFor(db, olympiad)
    if (first) return { change: first.id, changing: slug }
  }
  throw new Error('The proposal came on no agenda.')
}

/** An open Olympiade that is finished, in which answers stand with names. */
async function setNamed(db: Db, statements: string[]): Promise<{ slug: string; key: string }> {
  const slug = 'scene-open-namen'
  const olympiad = await settleOlympiad(db, { slug, mode: 'open' })
  const round = await settleRound(db, { olympiad, statements, mode: 'open' })
  const panel = await settlePanel(db, olympiad, rolesTimes(6))
  for (const [at, one] of panel.entries()) {
    await nameYourself(db, one.id, `Deelnemer ${at + 1} (verzonnen)`)
    const given = statements.map((statement) => ({ statement, answer: at % 3 === 0 ? (5 as const) : (8 as const) }))
    await saveAnswers(db, { round, held: one.held, given, at: testMoment })
  }
  await closeRound(db, round.id, { by: people.henk.id, at: later(testMoment, -DAY / 24), final: true })
  return { slug, key: panel[0]?.key ?? '' }
}

/** A round in which forms stand out, and one that was counted with and without such forms. */
async function setFlagged(db: Db): Promise<Record<string, string>> {
  const statements = await settleStatements(db, 6)
  const found: Record<string, string> = {}
  for (const slug of ['scene-signalen', 'scene-met-zonder']) {
    const olympiad = await settleOlympiad(db, { slug })
    const settled = await settleRound(db, { olympiad, statements })
    const panel = await settlePanel(db, olympiad, [...rolesTimes(5), ...new Array<string>(12).fill('inwoner')])
    for (const [who, one] of panel.entries()) {
      const given = statements.map((statement, at) => ({
        statement,
        answer: who < 10 ? ((1 + ((who * 5 + at) % 9)) as Answer) : at === 0 ? (2 as const) : (9 as const),
      }))
      await saveAnswers(db, { round: settled, held: one.held, given, at: testMoment })
    }
    const round = await readRoundById(db, settled.id)
    if (round === undefined) throw new Error('There is no round.')
    await raiseFlags(db, round, testMoment)
    const [flag] = await flagsOf(db, round.id)
    if (flag === undefined) throw new Error('Nothing was flagged.')
    found.flagged ??= flag.id
    if (slug === 'scene-signalen') continue
    const reason = 'Eén iemand vertelde dat deze codes samen zijn ingevuld.'
    await removeFlagged(db, round, { id: flag.id, reason }, { by: people.henk.id, at: testMoment })
    await closeRound(db, round.id, { by: people.henk.id, at: testMoment, final: false })
  }
  return {
    ...found,
    flaggedOlympiad: 'scene-signalen',
    bothOlympiad: 'scene-met-zonder',
    bothJudged: statements[0] ?? '',
  }
}

/** A sheet that two people typed over differently, and one that waits for the second person. */
async function setPaper(house: House, olympiad: string, id: string, statements: string[]): Promise<void> {
  const { db } = house.database
  const round = await readRoundById(db, id)
  if (round === undefined) throw new Error('There is no round.')
  for (const typists of [[people.jamal.id, people.noor.id], [people.jamal.id]]) {
    const fresh = { olympiad, role: 'inwoner', channel: 'paper' as const, by: people.saskia.id }
    const { key } = await invite(db, fresh, testMoment)
    for (const [at, by] of typists.entries())
      await inTransaction(db, async (tx) => {
        const opened = await openPaper(tx, round, key, testMoment)
        if (opened === undefined || typeof opened === 'string') throw new Error('The sheet did not open.')
        const answers = { [statements[0] ?? '']: at === 0 ? (8 as const) : (5 as const) }
        await keepEntry(tx, round, opened, { group: null, answers }, { by, at: testMoment })
      })
  }
}

/** The first proposal, let through by the chair. */
async function passedOrWaiting(db: Db, olympiad: string) {
  const [waiting] = await waitingIn(db, olympiad)
  const rule = moderationRule('past')
  if (waiting && rule)
    await moderate(db, { olympiad, subject: waiting, rule, words: '' }, { by: people.henk.id, at: testMoment })
  return passedProposals(db, olympiad)
}

/** A day with a programme, a table with practices and notes, and people who come. */
async function setDay(
  house: House,
  olympiad: string,
  statements: string[],
): Promise<{ part: string; note: string; key: string }> {
  const { db } = house.database
  await addPart(db, olympiad, {
    startsAt: later(testMoment, DAY),
    minutes: 45,
    title: 'Inloop met soep',
    words: 'Je kunt vanaf half tien binnenlopen. De ingang is drempelvrij.',
  })
  const [practice] = (await db.$client.query<{ item: string }>('select item from practices.listing order by slug')).rows
  const practices = practice ? [practice.item] : []
  for (const [number, title] of ['Aan de deur', 'Wie beslist?'].entries())
    await addTable(db, olympiad, { number: number + 1, title, seats: 2, host: people.jamal.id, practices })
  const [table] = await tablesOf(db, olympiad)
  if (table === undefined) throw new Error('There is no table.')
  const { secretKey } = house.config
  let key = ''
  for (const name of ['Amina Verzonnen', 'Piet Verzonnen']) {
    const mail = `${name.slice(0, 5).trim().toLowerCase()}@post.example`
    const wish = { role: 'inwoner', needs: 'Een plek voor mijn rolstoel.', reimbursement: true }
    const signed = await signUp(
      db,
      secretKey,
      { olympiad, table: table.id, name, mail, person: null, ...wish },
      testMoment,
    )
    if (signed.is === 'seated') key = signupKey(secretKey, signed.signup.id)
  }
  for (const words of ['Aanbellen helpt meer dan bellen.', 'Zonder haast gaat het beter.'])
    await addNote(db, table.id, words, people.noor.id, testMoment)
  const [first, second] = await notesOf(db, table.id)
  if (second) await noteBecame(db, second, 'reason', statements[0] ?? '')
  const [part] = await programmeOf(db, olympiad)
  return { part: part?.id ?? '', note: first?.id ?? '', key }
}

/** A round in the room, with a sentence on the screen. Gives its code. */
async function setRoom(house: House, round: string, statement: string): Promise<string> {
  const { db } = house.database
  const code = await startSession(db, round, people.henk.id, testMoment)
  const session = code && (await sessionByCode(db, code, testMoment))
  if (!session) throw new Error('The room did not open.')
  await takeStep(db, session.id, { seen: 0, kind: 'show', statement, seconds: 90 }, people.henk.id, testMoment)
  return code
}

/** The cookies of whoever sends this form. */
async function sentHere(house: House, path: string, form: Record<string, string>): Promise<string> {
  const visitor = await house.as('visitor')
  return cookiesOf(await visitor.send('POST', path, form))
}

/** The cookie of whoever opened their invitation. */
const opened = (house: House, slug: string, key: string): Promise<string> =>
  sentHere(house, entrance({ slug }), { sleutel: key })
