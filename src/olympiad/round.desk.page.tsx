import { inDutchWithTime } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { chairUrl } from './olympiad.context.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { type Round, type RoundState, roundState } from './round.ts'
import type { Statement } from './statement.ts'

/** A statement that can be weighed, and what came of it before. */
export interface Candidate {
  statement: Statement
  before: string | undefined
}

/** A plan as a colleague left it while someone else was busy. */
export interface Theirs {
  round: Round
  sentences: string[]
}

export interface PlanRoundView {
  olympiad: Olympiad
  round: Round | undefined
  /** The version of the plan that was read. */
  version: number
  theirs: Theirs | undefined
  number: number
  mayPropose: boolean
  candidates: Candidate[]
  typed: Typed
  errors: FieldError[]
}

/** Planning a round: what people do, which sentences, when. */
export function PlanRoundPage(view: PlanRoundView) {
  const { olympiad, round, version, theirs, number, mayPropose, candidates, typed, errors } = view
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{round ? `Ronde ${round.number}` : 'Een ronde plannen'}</Heading>
        <Lead>Tot je de ronde opent, kan alles nog anders.</Lead>
        <ErrorSummary errors={errors} />
        {theirs ? <PlannedMeanwhile theirs={theirs} /> : null}
      </Band>
      <Band>
        <Form action={chairUrl(olympiad, round ? `rondes/${round.number}` : 'rondes')}>
          {round ? <input type="hidden" name="versie" value={String(version)} /> : null}
          <Choices
            type="radio"
            legend="Wat doen mensen in deze ronde?"
            name="soort"
            options={[
              ...(mayPropose ? [{ value: 'bedenken', label: 'Zinnen bedenken (ronde 0)' }] : []),
              { value: 'wegen', label: `Zinnen wegen (ronde ${Math.max(1, number)})` },
            ]}
            value={typed.soort}
            error={errorFor(errors, 'soort')}
          />
          <Field
            type="datetime-local"
            size="code"
            label="Begint op"
            name="opent"
            value={typed.opent}
            error={errorFor(errors, 'opent')}
          />
          <Field
            type="datetime-local"
            size="code"
            label="Eindigt op"
            name="sluit"
            value={typed.sluit}
            error={errorFor(errors, 'sluit')}
          />
          {candidates.length > 0 ? (
            <Choices
              type="checkbox"
              legend="Welke zinnen worden gewogen?"
              hint="Twaalf zinnen kosten ongeveer acht minuten."
              name="zinnen[]"
              optional
              options={candidates.map(({ statement, before }) => ({
                value: statement.id,
                label: statement.text.plain,
                ...(before === undefined ? {} : { hint: before }),
              }))}
              value={typed['zinnen[]']}
              error={errorFor(errors, 'zinnen[]')}
            />
          ) : (
            <Notice tone="info" title="Er zijn nog geen zinnen om te wegen">
              <p>Zinnen komen van werkgroepen, van voorstellen in ronde 0 en van de tafels op de dag zelf.</p>
            </Notice>
          )}
          <Choices
            type="checkbox"
            legend="Geheim"
            hint="Alleen voor de laatste ronde: ieder antwoordt één keer, zonder terugkijken, en niemand kan ooit nagaan wie wat koos."
            name="geheim"
            optional
            options={[{ value: 'ja', label: 'Dit is een geheime laatste ronde' }]}
            value={typed.geheim}
            error={errorFor(errors, 'geheim')}
          />
          <Button>Bewaar</Button>
        </Form>
      </Band>
    </>
  )
}

export interface RoundView {
  olympiad: Olympiad
  round: Round
  state: RoundState
  sentences: number
  /** Groups of which too few are invited. */
  outOfReach: StakeholderRole[]
  minimum: number
}

/** The foot of the page of a planned round: opening it. */
export function OpeningPart({ olympiad, round, sentences, outOfReach, minimum }: RoundView) {
  const action = chairUrl(olympiad, `rondes/${round.number}/opening`)
  return (
    <Band tone="boter" id="openen">
      <Heading level={2}>Openen</Heading>
      {outOfReach.length > 0 && round.kind === 'weighing' ? (
        <Notice tone="warning" title="Deze groepen kunnen het minimum niet halen">
          <p>
            Er zijn minstens {minimum} stemmen per groep nodig, en er zijn minder mensen uitgenodigd van:{' '}
            {outOfReach.map(({ plural }) => plural).join(', ')}. Nodig eerst meer mensen uit, anders komt er over geen
            enkele zin een uitspraak.
          </p>
        </Notice>
      ) : null}
      <p>
        {round.kind === 'weighing'
          ? `Als je opent, liggen ${sentences} zinnen vast zoals ze nu zijn.`
          : 'Als je opent, kan iedereen die meedoet zinnen voorstellen.'}{' '}
        Er kan geantwoord worden tot {inDutchWithTime(round.closesAt)}. Terugdraaien kan niet.
      </p>
      <Form action={action}>
        <Actions>
          <Button>Open ronde {round.number}</Button>
        </Actions>
      </Form>
    </Band>
  )
}

function PlannedMeanwhile({ theirs: { round, sentences } }: { theirs: Theirs }) {
  const secret = round.mode === 'secret' ? ' Het is een geheime ronde.' : ''
  return (
    <Notice tone="warning" title="Een collega plande deze ronde terwijl jij bezig was">
      <p>
        Zo staat het er nu: van {inDutchWithTime(round.opensAt)} tot {inDutchWithTime(round.closesAt)}.{secret}
      </p>
      {sentences.length > 0 ? (
        <ul>
          {sentences.map((plain) => (
            <li>{plain}</li>
          ))}
        </ul>
      ) : null}
      <p>Hieronder staat wat jij koos. Bewaar opnieuw om dat te laten gelden.</p>
    </Notice>
  )
}

/** Whether a round can still be changed. */
export const isPlanned = (round: Round, now: Date): boolean => roundState(round, now) === 'planned'

/** More time for a round. */
export function ExtensionPage({
  olympiad,
  round,
  typed,
  errors,
}: {
  olympiad: Olympiad
  round: Round
  typed: Typed
  errors: FieldError[]
}) {
  return (
    <Band tone="wad">
      <Heading level={1}>Ronde {round.number} verlengen</Heading>
      <p>Antwoorden kan nu tot {inDutchWithTime(round.closesAt)}.</p>
      <ErrorSummary errors={errors} />
      <Form action={chairUrl(olympiad, `rondes/${round.number}/verlenging`)}>
        <Field
          type="datetime-local"
          size="code"
          label="Tot wanneer?"
          name="tot"
          value={typed.tot}
          error={errorFor(errors, 'tot')}
        />
        <TextArea
          label="Waarom?"
          hint="Dit staat in het openbare logboek."
          name="reden"
          rows={3}
          value={typed.reden}
          error={errorFor(errors, 'reden')}
        />
        <Button>Verleng</Button>
      </Form>
      <Small>Korter maken kan niet.</Small>
    </Band>
  )
}
