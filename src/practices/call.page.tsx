import { dayInDutch } from '../foundation/day.ts'
import {
  Badge,
  Band,
  Example,
  Facts,
  Heading,
  Lead,
  LinkButton,
  Prose,
  Rows,
  SceneBand,
} from '../foundation/ui/index.ts'
import { originLink } from '../thread/index.ts'
import type { CriteriaEdition } from './call.store.ts'
import { type Call, type CallState, callUrl } from './call.ts'
import { type Criterion, weightWord } from './criterion.ts'
import type { PolicyField } from './field.ts'
import type { Theme } from './theme.ts'

const STATE_WORDS: Record<CallState, string> = {
  draft: 'concept',
  coming: 'binnenkort',
  open: 'nu open',
  closed: 'gesloten',
}

/** The state of a call in one or two words. */
export const stateWord = (state: CallState): string => STATE_WORDS[state]

/** "van 1 september 2026 tot en met 1 december 2026". */
export const periodWords = ({ opensOn, closesOn }: Pick<Call, 'opensOn' | 'closesOn'>): string =>
  `van ${dayInDutch(opensOn)} tot en met ${dayInDutch(closesOn)}`

/** The title, with its year when that is not in it. */
export const callTitle = ({ title, year }: Pick<Call, 'title' | 'year'>): string =>
  title.includes(String(year)) ? title : `${title} (${year})`

export interface ListedCall {
  call: Call
  state: CallState
  themes: Theme[]
}

/** Every call there was, newest first; the open one on top with its button. */
export function CallsPage({ calls }: { calls: ListedCall[] }) {
  const open = calls.find(({ state }) => state === 'open')
  return (
    <>
      <SceneBand scene="stoep">
        <Heading level={1}>Oproepen</Heading>
        <Lead>
          Elk jaar zoeken we praktijken die werken, bij drie thema’s. Wat we vinden, geven we aan iedereen terug.
        </Lead>
        {open ? (
          <>
            <p>
              Nu open: <strong>{open.call.title}</strong>, tot en met {dayInDutch(open.call.closesOn)}.
            </p>
            <p>
              <LinkButton href="/praktijken/aanmelden">Meld jullie praktijk aan</LinkButton>
            </p>
          </>
        ) : null}
      </SceneBand>
      <Band narrow>
        <Rows
          items={calls.map(({ call, state, themes }) => ({
            href: callUrl(call),
            title: callTitle(call),
            badge: (
              <>
                <Badge tone={state === 'open' ? 'ok' : state === 'closed' ? 'old' : 'plain'}>{stateWord(state)}</Badge>{' '}
                {call.fictional ? <Example /> : null}
              </>
            ),
            text: themes.map(({ name }) => name).join(' · '),
          }))}
        />
        <p>
          <a href="/oproepen/themas">Stel een thema voor het volgende jaar voor</a>
        </p>
      </Band>
    </>
  )
}

interface CallProps {
  call: Call
  state: CallState
  themes: Theme[]
  criteria: Criterion[]
  edition: CriteriaEdition | undefined
  fields: PolicyField[]
}

/** One call: its themes, how we look, and the way in. */
export function CallPage({ call, state, themes, criteria, edition, fields }: CallProps) {
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">Oproep {call.year}</p>
        <Heading level={1}>{call.title}</Heading>
        {call.fictional ? <Example /> : null}
        <Prose>
          {call.intro.split(/\n\s*\n/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </Prose>
        <p>
          <strong>{state === 'open' ? 'Nu open' : state === 'coming' ? 'Gaat nog open' : 'Gesloten'}</strong>:{' '}
          {periodWords(call)}.
        </p>
        {state === 'open' ? (
          <p>
            <LinkButton href="/praktijken/aanmelden">Meld jullie praktijk aan</LinkButton>
          </p>
        ) : null}
      </Band>
      <Band labelledby="themas">
        <Heading level={2} id="themas">
          De thema’s
        </Heading>
        <ol class="points">
          {themes.map(({ name, explanation }) => (
            <li>
              <strong>{name}</strong>
              {explanation ? <span class="intake-under">{explanation}</span> : null}
            </li>
          ))}
        </ol>
      </Band>
      <Criteria criteria={criteria} edition={edition} />
      <Band labelledby="velden">
        <Heading level={2} id="velden">
          Velden om uit te kiezen
        </Heading>
        <ul>
          {fields.map(({ code, name, note }) => (
            <li>
              <strong>{code ? `${code}. ${name}` : name}</strong>
              {note ? <span class="intake-under">{note}</span> : null}
            </li>
          ))}
        </ul>
        <Facts
          items={[
            { term: 'Contact', value: call.contact },
            ...(call.source ? [{ term: 'Bron', value: call.source }] : []),
            ...(call.item
              ? [{ term: 'Herkomst', value: <a href={originLink(call.item)}>Waar komt dit vandaan?</a> }]
              : []),
          ]}
        />
      </Band>
    </>
  )
}

function Criteria({ criteria, edition }: Pick<CallProps, 'criteria' | 'edition'>) {
  return (
    <Band tone="boter" labelledby="criteria">
      <Heading level={2} id="criteria">
        Hoe we kijken
      </Heading>
      <Lead>Wat moet, moet. Wat meeweegt, wegen we tegen elkaar af. Twee eisen bekijkt een adviseur als eerste.</Lead>
      <ol class="intake-criteria">
        {criteria.map(({ slug, name, weight, hard, explanation, example, evidence }) => (
          <li class="stack" id={`criterium-${slug}`}>
            <h3 class="intake-criteria__name">
              {name}{' '}
              <span class="intake-weight">
                {weightWord(weight)}
                {hard ? ', bekijken we eerst' : ''}
              </span>
            </h3>
            <p>{explanation}</p>
            <p>
              <strong>Bijvoorbeeld:</strong> {example}
            </p>
            <p>
              <strong>Waaraan we het zien:</strong> {evidence}
            </p>
          </li>
        ))}
      </ol>
      {edition ? (
        <p class="small">
          {edition.source} {edition.ours}
        </p>
      ) : null}
    </Band>
  )
}
