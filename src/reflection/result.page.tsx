import type { Child } from 'hono/jsx'
import {
  Actions,
  Badge,
  Band,
  Button,
  Choices,
  Disclosure,
  type Drawn,
  drawn,
  ErrorSummary,
  Facts,
  type FieldError,
  Form,
  Heading,
  Knot,
  type KnotName,
  Lead,
  LinkButton,
  Prose,
  Small,
  TenFigures,
} from '../foundation/ui/index.ts'
import type { Comparison } from './comparison.ts'
import type { Instrument } from './instrument.ts'
import { type Choice, countPhrase, type Outcome, type TopicOutcome } from './outcome.ts'
import {
  CHANGES,
  COMPARABLE,
  growthHeading,
  hintOf,
  isSaid,
  levelWord,
  strengthsHeading,
  tooFewPhrase,
  unfinishedText,
} from './result.words.ts'
import { EmployerLine } from './start.page.tsx'

/** The five rope forms, by kenmerk. */
export const KNOTS: Record<string, KnotName> = {
  'eigen-kracht-versterken': 'paalsteek',
  'op-de-vraag-af': 'werplijn',
  'binden-en-verbinden': 'platte-knoop',
  'integraal-werken': 'splits',
  'signaleren-en-agenderen': 'vlag',
}

export interface ResultProps {
  instrument: Instrument
  outcome: Outcome
  comparison: { result: Comparison; month: string } | undefined
  kept: boolean
  counted: boolean
  /** There was a round before this one; a sheet counts once, whichever round that was. */
  again: boolean
  errors?: FieldError[]
  picked?: string | undefined
}

/** What someone's own answers say, first what goes well. */
export function ResultPage(props: ResultProps) {
  const { instrument, outcome, errors = [] } = props
  const { result } = instrument.words
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{result.title}</Heading>
        <Lead>{result.opening}</Lead>
        <ErrorSummary errors={errors} />
        <Unfinished instrument={instrument} outcome={outcome} />
      </Band>
      <Strengths instrument={instrument} outcome={outcome} />
      <Growth {...props} />
      <PerTopic instrument={instrument} outcome={outcome} />
      {props.comparison ? <Compared {...props.comparison} /> : null}
      {once(instrument, `afterwards ${props.kept} ${props.counted} ${props.again}`, () => (
        <Afterwards kept={props.kept} counted={props.counted} again={props.again} />
      ))}
      {once(instrument, 'underneath', () => (
        <Underneath words={instrument.words} />
      ))}
    </>
  )
}

const made = new WeakMap<Instrument, Map<string, Drawn>>()

/**
 * A part of the result that many share, drawn once per edition. `key` says all that it shows, so there are no more of
 * them than an edition has lines, and counts per kenmerk.
 */
function once(instrument: Instrument, key: string, draw: () => Child): Drawn {
  const parts = made.get(instrument) ?? new Map<string, Drawn>()
  made.set(instrument, parts)
  const part = parts.get(key) ?? drawn(draw())
  parts.set(key, part)
  return part
}

function Underneath({ words }: Pick<Instrument, 'words'>) {
  return (
    <Band narrow>
      <Heading level={2}>Zo komt deze uitslag tot stand</Heading>
      <Prose>
        <ul>
          {words.result.rule.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <p>
          <strong>Geen verplicht kader.</strong> <a href="/reflectie/verantwoording">Lees wat dit wel en niet is</a>.
        </p>
      </Prose>
      <Disclosure summary="Wie ziet dit?">
        <Facts items={words.privacy} />
      </Disclosure>
      <EmployerLine />
    </Band>
  )
}

function Unfinished({ instrument, outcome }: { instrument: Instrument; outcome: Outcome }) {
  const text = unfinishedText(instrument, outcome)
  if (text === undefined) return null
  const step = outcome.unfinished ?? 1
  return (
    <>
      <p>{text}</p>
      <p>
        <LinkButton href={`/reflectie/vraag/${step}`} kind="secondary">
          {outcome.topics.every(isSaid) ? 'Kijk je antwoorden nog eens na' : `Ga verder bij stap ${step}`}
        </LinkButton>
      </p>
    </>
  )
}

function Strengths({ instrument, outcome }: { instrument: Instrument; outcome: Outcome }) {
  const heading = strengthsHeading(instrument, outcome)
  if (!heading) return null
  return (
    <Band labelledby="sterk">
      <Heading level={2} id="sterk">
        {heading.title}
      </Heading>
      {heading.text ? <p>{heading.text}</p> : null}
      {outcome.strengths.length > 0 ? (
        <ul class="strengths">
          {outcome.strengths.map(({ line, topic }) =>
            once(instrument, `strength ${line.slug}`, () => (
              <li class="strength">
                <Knot name={KNOTS[topic.standard] ?? 'paalsteek'} size={56} />
                <span class="strength__text">{line.strengthText}</span>
                <span class="strength__topic">{topic.title}</span>
              </li>
            )),
          )}
        </ul>
      ) : null}
    </Band>
  )
}

function Growth({ instrument, outcome, errors = [], picked }: ResultProps) {
  if (outcome.growth.length === 0) return null
  const heading = growthHeading(instrument, outcome)
  const wishOf = (choice: Choice) => outcome.topics.find((one) => one.topic === choice.topic)?.wish
  return (
    <Band tone="boter" labelledby="vaker">
      <Heading level={2} id="vaker">
        {heading.title}
      </Heading>
      <Form action="/reflectie/uitslag" nonce={false}>
        <Choices
          type="radio"
          big
          legend={heading.text}
          name="keuze"
          value={picked}
          error={errors.find((error) => error.field === 'keuze')?.message}
          options={outcome.growth.map((choice) => ({
            value: choice.slug,
            label: choice.text,
            hint: hintOf(choice, wishOf(choice)),
          }))}
        />
        <Button>Laat zien hoe</Button>
      </Form>
      {picked !== undefined && errors.length === 0 ? (
        <p>
          Je koos al een stap. <a href="/reflectie/kaart">Bekijk je kaart</a>
        </p>
      ) : null}
    </Band>
  )
}

function PerTopic({ instrument, outcome }: { instrument: Instrument; outcome: Outcome }) {
  return (
    <Band labelledby="kenmerken">
      <Heading level={2} id="kenmerken">
        Per kenmerk
      </Heading>
      <ul class="outcomes">
        {outcome.topics.map((one, index) =>
          once(instrument, `topic ${index} ${one.level} ${one.often} ${one.answered} ${one.unfitting}`, () => (
            <li class="outcome">
              <Knot name={KNOTS[one.topic.standard] ?? 'paalsteek'} size={56} />
              <div class="outcome__words">
                <Heading level={3}>
                  <a href={`/kenmerken/${one.topic.standard}`}>{one.topic.title}</a>
                </Heading>
                <Count instrument={instrument} one={one} step={index + 1} />
              </div>
            </li>
          )),
        )}
      </ul>
      <Small>
        <a href="/reflectie/vraag/1">Antwoorden bekijken of aanpassen</a>, of{' '}
        <a href="/reflectie/formulier/mijn">allemaal op één pagina</a>.
      </Small>
    </Band>
  )
}

function Count({ instrument, one, step }: { instrument: Instrument; one: TopicOutcome; step: number }) {
  const word = levelWord(instrument, one.level)
  if (one.level === 'tooFew') {
    return (
      <p>
        {word}. {tooFewPhrase(one)} <a href={`/reflectie/vraag/${step}`}>{isSaid(one) ? 'Kijk het na' : 'Vul aan'}</a>
      </p>
    )
  }
  return <TenFigures label={word} filled={one.often} of={one.answered} caption={countPhrase(one)} />
}

const COUNTED = {
  first: 'Je telt anoniem mee. Dank je.',
  again: 'Je telde al een keer mee, anoniem. Meer dan één keer meetellen kan niet.',
}

function Compared({ result, month }: { result: Comparison; month: string }) {
  const changed = result.lines.filter((one) => one.change !== 'same')
  return (
    <Band tone="boter" labelledby="vorige">
      <Heading level={2} id="vorige">
        Vergeleken met {month}
      </Heading>
      <p>{COMPARABLE[result.comparability]} Eén stap verschil noemen we ongeveer gelijk.</p>
      {result.lines.length === 0 ? (
        <p>Er is geen zin die je beide keren beantwoordde.</p>
      ) : (
        <ul class="changes">
          {[...changed, ...result.lines.filter((one) => one.change === 'same')].map(({ line, change }) => (
            <li class="change">
              <span class="change__text">{line.text}</span> <Badge>{CHANGES[change]}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Band>
  )
}

function Afterwards({ kept, counted, again }: Pick<ResultProps, 'kept' | 'counted' | 'again'>) {
  return (
    <Band tone="wad" labelledby="daarna">
      <Heading level={2} id="daarna">
        Wat doe je met je uitslag?
      </Heading>
      <p>
        {kept
          ? 'Je antwoorden zijn bewaard. Twee jaar niet gebruikt? Dan gaan ze vanzelf weg.'
          : 'Doe je niets, dan is alles 24 uur na je laatste antwoord weg.'}
      </p>
      <Actions>
        <LinkButton href="/reflectie/bewaren">{kept ? 'Bewaard: bekijk hoe' : 'Bewaar met code'}</LinkButton>
        <LinkButton href="/reflectie/uitslag/pdf" kind="secondary">
          Print of bewaar je hele uitslag
        </LinkButton>
        <LinkButton href="/reflectie/wissen" kind="danger">
          Wis alles nu
        </LinkButton>
      </Actions>
      <ul class="later">
        <li>
          <a href="/reflectie/herinnering">Over een half jaar een herinnering</a>
        </li>
        <li>{counted ? COUNTED[again ? 'again' : 'first'] : <a href="/reflectie/tel-mee">Tel anoniem mee</a>}</li>
        {kept ? (
          <li>
            <a href="/reflectie/opnieuw">Doe de reflectie opnieuw en vergelijk</a>
          </li>
        ) : null}
        <li>
          <a href="/reflectie/afsluiten">Klaar op dit apparaat? Sluit af</a>
        </li>
      </ul>
    </Band>
  )
}
