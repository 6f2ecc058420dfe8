import { Badge, Band, Button, Disclosure, Form, Heading, Lead, Notice, Small } from '../foundation/ui/index.ts'
import type { Charter } from './charter.ts'
import type { TakenOutTold } from './flag.store.ts'
import { namedUrl, OpenNotice } from './named.page.tsx'
import { chairUrl } from './olympiad.context.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { alongWords, TakenOutNotice } from './removal.part.tsx'
import type { Round } from './round.ts'
import { type Answer, answerWords } from './score.ts'
import { type Judged, type ShownReason, TONE } from './verdict.page.tsx'
import { GroupShares, restsOn } from './verdict.part.tsx'
import { verdictUrl } from './verdict.store.ts'
import { verdictWord } from './verdict.ts'
import { inFours } from './vote.page.tsx'

interface RoundView {
  olympiad: Olympiad
  charter: Charter | undefined
  round: Round
  judged: Judged[]
  reasons: ShownReason[]
  /** Someone's own answers, behind their own key, until the final closing. */
  own: ReadonlyMap<string, Answer>
  receipt: string | undefined
  /** Whether answers stand with names here, and whether whoever asks takes part and sees them. */
  named: 'no' | 'to others' | 'to you'
  /** What whoever asks wrote themselves, by statement; they may take it back. */
  ownReasons: ReadonlyMap<string, string>
  takenBack: boolean
  takenOut: TakenOutTold[]
  /** Whether the form of whoever asks was taken out. */
  mine: boolean
  /** Whether whoever asks leads this Olympiade, and goes on from here. */
  leads: boolean
}

/** What came of a round: what the groups chose, one's own answer beside it, and why. */
export function RoundPage(view: RoundView) {
  const { olympiad, charter, round, judged, reasons, own, receipt, named } = view
  const roles = charter?.roles ?? []
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Ronde {round.number}: wat eruit kwam</Heading>
        <Lead>{olympiad.question}</Lead>
        {receipt ? (
          <p>
            Je controlecode is <strong class="receipt">{inFours(receipt)}</strong>.{' '}
            <a href={`${olympiadUrl(olympiad)}/rondes/${round.number}/controle`}>Kijk of hij in de lijst staat</a>.
          </p>
        ) : (
          <p>
            <a href={`${olympiadUrl(olympiad)}/rondes/${round.number}/controle`}>Controleer of je stem is geteld</a>
          </p>
        )}
        {view.leads ? (
          <p>
            <a href={chairUrl(olympiad)}>Verder met voorzitten</a>
          </p>
        ) : null}
        {view.takenBack ? <Notice tone="ok" title="Je reden is teruggenomen en overal weg" /> : null}
        <TakenOutNotice takenOut={view.takenOut} charter={charter} mine={view.mine} />
        {named === 'no' ? null : <OpenNotice olympiad={olympiad} round={round} inside={named === 'to you'} />}
      </Band>
      {judged.map(({ sentence, row }) => (
        <Band>
          <Heading level={2}>{sentence.plain}</Heading>
          <p>
            <Badge tone={TONE[row.verdict]}>{verdictWord(row.verdict)}</Badge> {restsOn(row, roles)}
          </p>
          {row.figures.withRemoved ? (
            <p>Met de formulieren die eruit zijn gehaald: {alongWords(row, charter)}.</p>
          ) : null}
          {own.has(sentence.statement) ? (
            <p>
              Jij koos: <strong>{answerWords(own.get(sentence.statement) ?? null)}</strong>
            </p>
          ) : null}
          <OwnReason {...view} statement={sentence.statement} />
          <GroupShares shown={row.figures.shown} roles={roles} />
          <RoundReasons
            reasons={reasons.filter(({ statement }) => statement === sentence.statement)}
            charter={charter}
          />
          <p>
            <a href={verdictUrl(olympiad, sentence.statement)}>Meer over deze zin</a>
          </p>
          {named === 'to you' ? (
            <p>
              <a href={namedUrl(olympiad, round, sentence.statement)}>Wie koos wat bij deze zin?</a>
            </p>
          ) : null}
        </Band>
      ))}
    </>
  )
}

function OwnReason({ olympiad, round, ownReasons, statement }: RoundView & { statement: string }) {
  const words = ownReasons.get(statement)
  if (words === undefined) return null
  return (
    <>
      <p>Jij schreef: “{words}”</p>
      <Form action={`${olympiadUrl(olympiad)}/rondes/${round.number}/redenen/${statement}/intrekking`}>
        <Button kind="subtle">Neem deze reden terug</Button>
      </Form>
      <Small>
        De woorden zijn dan overal weg; je antwoord blijft geteld. Het kan tot de laatste ronde is gesloten: daarna weet
        niemand meer van wie een reden is.
      </Small>
    </>
  )
}

function RoundReasons({ reasons, charter }: { reasons: ShownReason[]; charter: Charter | undefined }) {
  if (reasons.length === 0) return null
  const nameOf = (slug: string) => charter?.roles.find((role) => role.slug === slug)?.name ?? slug
  return (
    <Disclosure summary={reasons.length === 1 ? 'Eén reden' : `${reasons.length} redenen`}>
      <ul class="reasons">
        {reasons.map(({ role, text }) => (
          <li class="reason">
            <blockquote>{text}</blockquote>
            <Small>een {nameOf(role)}</Small>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
