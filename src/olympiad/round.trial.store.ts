import { DAY, HOUR, after as later } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import { utterances } from '../thread/index.ts'
import { saveAnswers } from './ballot.store.ts'
import type { Given } from './ballot.ts'
import { closeRound } from './closing.store.ts'
import { present } from './group.trial.store.ts'
import { moderate, waitingIn } from './moderation.store.ts'
import { moderationRule } from './moderation.ts'
import type { OlympiadContent } from './olympiad.content.form.ts'
import { dealtAnswers, moodOf, saidBy, type TrialPanel, whoAnswers } from './olympiad.trial.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { keepReason } from './reason.store.ts'
import { candidatesFor } from './round.candidate.store.ts'
import { openRound, planRound } from './round.desk.store.ts'
import { readRound, sentencesOf } from './round.store.ts'
import type { Round, Sentence } from './round.ts'

/** One round of a fictional Olympiade. */
export interface Play {
  olympiad: Olympiad
  content: OlympiadContent
  panel: TrialPanel
  round: OlympiadContent['rounds'][number]
  now: Date
  chair: string
}

/** Plays a round on the days of the content, by the same steps as any other: whatever is shown of it was computed. */
export async function playRound(tx: Db, play: Play): Promise<void> {
  const { olympiad, content, now, chair } = play
  const { number, opens, closes, closed } = play.round
  const [opensAt, closesAt] = [later(now, -opens * DAY), later(now, -closes * DAY)]
  const statements = (await candidatesFor(tx, olympiad.id))
    .filter(({ decided, statement }) => !decided && (content.weighs?.includes(statement.text.plain) ?? true))
    .map(({ statement: { id, text } }) => ({ statement: id, version: text.version }))
  const planned = { number, mode: olympiad.mode, opensAt, closesAt, statements }
  await planRound(tx, olympiad.id, planned, { by: chair, at: later(opensAt, -DAY) })
  const round = present(await readRound(tx, olympiad.id, number), `ronde ${number}`)
  await openRound(tx, round, olympiadUrl(olympiad), { by: chair, at: opensAt })
  const sentences = await sentencesOf(tx, round.id)
  const votes = await vote(tx, play, round, sentences)
  await reason(tx, play, { round, sentences, votes })
  if (closed) {
    const last = content.rounds.at(-1)?.number === number
    await closeRound(tx, round.id, { by: chair, at: closesAt, final: last })
  }
}

/** What the people of a role answered, by their place in it. */
type Votes = Map<string, Given[][]>

/** Everyone answers on the first days; in a round that is still open, half of them did. */
async function vote(tx: Db, { content, panel, round: { number, closed } }: Play, round: Round, about: Sentence[]) {
  const votes: Votes = new Map()
  for (const [role, people] of panel) {
    const here = whoAnswers(role, number, closed ? people.length : Math.ceil(people.length / 2))
    const dealt = about.map(({ statement, plain }) => ({
      statement,
      answers: dealtAnswers({
        ...{ about: plain, role, round: number, people: here.length },
        mood: moodOf(content.opinions, { about: plain, role, round: number }),
      }),
    }))
    const given: Given[][] = people.map(() => [])
    for (const [at, place] of here.entries()) {
      const held = present(people[place], role)
      const own = dealt.map(({ statement, answers }) => ({ statement, answer: answers[at] ?? null }))
      const saved = await saveAnswers(tx, { round, held, given: own, at: later(round.opensAt, HOUR) })
      if (saved.is === 'refused') throw new Error(`A fictional ballot was refused: ${saved.why}`)
      given[place] = own
    }
    votes.set(role, given)
  }
  return votes
}

interface Said {
  round: Round
  sentences: Sentence[]
  votes: Votes
}

/** Each reason of this round by someone of that role who answered so, read by the chair before the round closes. */
async function reason(tx: Db, { olympiad, content, panel, chair }: Play, { round, sentences, votes }: Said) {
  const reasons = content.reasons.filter((one) => one.round === round.number)
  const at = later(round.opensAt, 2 * HOUR)
  const spoke = new Set<string>()
  for (const { about, role, says, words } of reasons) {
    const { statement } = present(
      sentences.find(({ plain }) => plain === about),
      about,
    )
    const answerOf = (given: Given[]) => given.find((one) => one.statement === statement)
    const place = (votes.get(role) ?? []).findIndex((given, one) => {
      const own = answerOf(given)
      return own !== undefined && saidBy(own.answer) === says && !spoke.has(`${role} ${one} ${about}`)
    })
    const held = present(panel.get(role)?.[place], `${role}, ${says}, ${about}`)
    spoke.add(`${role} ${place} ${about}`)
    const answer = answerOf(votes.get(role)?.[place] ?? [])?.answer ?? null
    await keepReason(tx, { round: round.id, statement, role, held, answer, words, before: undefined, at })
  }
  const waiting = await waitingIn(tx, olympiad.id)
  const texts = await utterances(
    tx,
    waiting.map(({ utterance }) => utterance),
  )
  for (const subject of waiting) {
    const said = reasons.find(({ words }) => words === texts.get(subject.utterance)?.text)
    const rule = present(moderationRule(said?.refused ?? 'past'), said?.refused ?? 'past')
    await moderate(tx, { olympiad: olympiad.id, subject, rule, words: '' }, { by: chair, at: later(at, HOUR) })
  }
}
