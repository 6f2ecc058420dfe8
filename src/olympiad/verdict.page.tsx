import { inDutch } from '../foundation/clock.ts'
import {
  Badge,
  Band,
  Button,
  Disclosure,
  Example,
  Form,
  Heading,
  Lead,
  Notice,
  Rows,
  Small,
} from '../foundation/ui/index.ts'
import { originLink } from '../thread/index.ts'
import { CharterWords } from './charter.page.tsx'
import type { Charter } from './charter.ts'
import type { TakenOutTold } from './flag.store.ts'
import { namedUrl, OpenNotice } from './named.page.tsx'
import { chairUrl } from './olympiad.context.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { alongWords, BothTallies, TakenOutNotice } from './removal.part.tsx'
import type { Round, Sentence } from './round.ts'
import { type Answer, answerWords } from './score.ts'
import { GroupShares, holdingBack, restsOn, verdictSentence } from './verdict.part.tsx'
import { type VerdictRow, verdictUrl } from './verdict.store.ts'
import { basisWords, VERDICTS, type Verdict, verdictWord } from './verdict.ts'
import { inFours, SentenceWords } from './vote.page.tsx'

const TONE: Record<Verdict, 'ok' | 'plain' | 'warn' | 'old'> = {
  accepted: 'ok',
  rejected: 'plain',
  'no consensus': 'warn',
  'no verdict': 'old',
}

const HEADS: Record<Verdict, string> = {
  accepted: 'Gedragen',
  rejected: 'Niet gedragen',
  'no consensus': 'Nog geen overeenstemming',
  'no verdict': 'Geen uitspraak',
}

/** A sentence with the verdict about it. */
export interface Judged {
  sentence: Sentence
  row: VerdictRow
}

/** By how many, and when: always beside a verdict, for it is never valid for everyone. */
const basis = (row: VerdictRow): string => basisWords(row.figures.outcome, inDutch(row.closedAt))

interface VerdictsView {
  olympiad: Olympiad
  charter: Charter | undefined
  judged: Judged[]
}

/** What came of every sentence: carried first. */
export function VerdictsPage({ olympiad, charter, judged }: VerdictsView) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Uitslag</Heading>
        <Lead>{olympiad.question}</Lead>
        {olympiad.fictional ? <Example /> : null}
        {judged.length === 0 ? (
          <p>Er is nog niets geteld. Tot een ronde sluit, ziet niemand een tussenstand.</p>
        ) : (
          <p>
            Per zin zie je wat elke groep vond. Dit zegt wat déze mensen vonden, op die dag.{' '}
            {olympiad.finishedAt ? null : 'Een volgende ronde kan er nog iets aan veranderen.'}
          </p>
        )}
      </Band>
      {VERDICTS.map((verdict) => {
        const here = judged.filter(({ row }) => row.verdict === verdict)
        if (here.length === 0) return null
        return (
          <Band>
            <Heading level={2}>
              {HEADS[verdict]} ({here.length})
            </Heading>
            <Rows
              items={here.map(({ sentence, row }) => ({
                href: verdictUrl(olympiad, sentence.statement),
                title: sentence.plain,
                badge: <Badge tone={TONE[verdict]}>{verdictWord(verdict)}</Badge>,
                text: `${sentenceAbout(row, charter)} ${capital(basis(row))}.`,
              }))}
            />
          </Band>
        )
      })}
      <Counting charter={charter} olympiad={olympiad} />
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function sentenceAbout(row: VerdictRow, charter: Charter | undefined): string {
  const roles = charter?.roles ?? []
  const along = alongWords(row, charter)
  const both = along === undefined ? '' : ` Met de formulieren die eruit zijn gehaald: ${along}.`
  if (row.verdict === 'no verdict') return `${capital(verdictSentence(row, roles))}.${both}`
  const back = holdingBack(row, roles)
  return `${back.length === 0 ? '' : `Tegengehouden door ${back.join(', ')}.`}${both}`
}

function Counting({ charter, olympiad }: { charter: Charter | undefined; olympiad: Olympiad }) {
  return (
    <Band tone="boter">
      <Heading level={2}>Zo is er geteld</Heading>
      {charter ? <CharterWords {...charter} /> : null}
      <p>De rekenwijze is van ons. In 2008–2012 waren Olympiades gesprekken, en er is toen niet zo geteld.</p>
      <Rows
        items={[
          {
            href: `${olympiadUrl(olympiad)}/logboek`,
            title: 'Logboek',
            text: 'Alles wat er besloten is, en hoe je dat nakijkt.',
          },
          {
            href: `${olympiadUrl(olympiad)}/toelating`,
            title: 'Wat is doorgelaten',
            text: 'Welke redenen en voorstellen wel en niet, en waarom.',
          },
        ]}
      />
    </Band>
  )
}

/** A reason that may be shown: the words and the group alone. */
export interface ShownReason {
  statement: string
  role: string
  text: string
}

interface VerdictView {
  olympiad: Olympiad
  charter: Charter | undefined
  judged: Judged
  earlier: VerdictRow[]
  reasons: ShownReason[]
  /** The rounds in which answers stand with names, for whoever takes part. */
  named: Pick<Round, 'number'>[]
  takenOut: TakenOutTold[]
}

/** One sentence and everything that came of it. */
export function VerdictPage({ olympiad, charter, judged, earlier, reasons, named, takenOut }: VerdictView) {
  const { sentence, row } = judged
  const roles = charter?.roles ?? []
  const back = holdingBack(row, roles)
  return (
    <>
      <Band tone="wad">
        <p>
          <Badge tone={TONE[row.verdict]}>{verdictWord(row.verdict)}</Badge> {olympiad.fictional ? <Example /> : null}
        </p>
        <SentenceWords sentence={sentence} level={1} />
        <p>
          {restsOn(row, roles)} In ronde {row.number} van <a href={olympiadUrl(olympiad)}>{olympiad.title}</a>.
        </p>
        {back.length > 0 ? (
          <Notice tone="info" title={`Nog niet gedragen door ${back.join(', ')}`}>
            <p>Een zin is pas gedragen als élke groep hem nodig vindt. Hun redenen staan hieronder.</p>
          </Notice>
        ) : null}
        <TakenOutNotice takenOut={takenOut} charter={charter} />
      </Band>
      <Band>
        <Heading level={2}>Wat elke groep koos</Heading>
        <GroupShares shown={row.figures.shown} roles={roles} />
      </Band>
      <BothTallies row={row} charter={charter} />
      <Reasons reasons={reasons} charter={charter} first={row.figures.outcome.holdingBack} />
      <Band>
        {earlier.length > 0 ? (
          <>
            <Heading level={2}>Eerdere rondes</Heading>
            <ul>
              {earlier.map((one) => (
                <li>
                  Ronde {one.number}: {verdictSentence(one, roles)}, {basis(one)}.
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <Rows
          items={[
            ...(row.item
              ? [
                  {
                    href: originLink(row.item),
                    title: 'Waar komt dit vandaan?',
                    text: 'De weg terug naar de praktijk en de woorden van mensen.',
                  },
                ]
              : []),
            ...named.map((round) => ({
              href: namedUrl(olympiad, round, sentence.statement),
              title: `Wie koos wat in ronde ${round.number}?`,
              text: 'Alleen voor wie meedoet aan deze open Olympiade, met de eigen link.',
            })),
            { href: `${olympiadUrl(olympiad)}/uitslag`, title: 'Alle zinnen', text: 'De hele uitslag.' },
          ]}
        />
      </Band>
    </>
  )
}

function Reasons({
  reasons,
  charter,
  first,
}: {
  reasons: ShownReason[]
  charter: Charter | undefined
  first: readonly string[]
}) {
  if (reasons.length === 0) return null
  const nameOf = (slug: string) => charter?.roles.find((role) => role.slug === slug)?.name ?? slug
  // The groups that hold it back speak first.
  const sorted = reasons.toSorted((one, other) => Number(first.includes(other.role)) - Number(first.includes(one.role)))
  return (
    <Band tone="boter">
      <Heading level={2}>Waarom mensen dit vonden</Heading>
      <ul class="reasons">
        {sorted.map(({ role, text }) => (
          <li class="reason">
            <blockquote>{text}</blockquote>
            <Small>een {nameOf(role)}</Small>
          </li>
        ))}
      </ul>
    </Band>
  )
}

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
