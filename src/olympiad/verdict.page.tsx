import { capital } from '../foundation/capital.ts'
import { inDutch } from '../foundation/clock.ts'
import { Badge, Band, Example, Heading, Lead, Notice, Rows, Small } from '../foundation/ui/index.ts'
import { originLink } from '../thread/index.ts'
import { CharterWords } from './charter.page.tsx'
import type { Charter } from './charter.ts'
import type { TakenOutTold } from './flag.store.ts'
import { namedUrl } from './named.page.tsx'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { alongWords, BothTallies, TakenOutNotice } from './removal.part.tsx'
import type { Round, Sentence } from './round.ts'
import { GroupShares, holdingBack, restsOn, verdictSentence } from './verdict.part.tsx'
import { type VerdictRow, verdictUrl } from './verdict.store.ts'
import { basisWords, VERDICTS, type Verdict, verdictWord } from './verdict.ts'
import { SentenceWords } from './vote.page.tsx'

export const TONE: Record<Verdict, 'ok' | 'plain' | 'warn' | 'old'> = {
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
export const basis = (row: VerdictRow): string => basisWords(row.figures.outcome, inDutch(row.closedAt))

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
