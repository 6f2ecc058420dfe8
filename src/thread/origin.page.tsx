import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  Example,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  OriginRope,
  Small,
  type Stop,
} from '../foundation/ui/index.ts'
import { type Item, itemLink, originLink, revisionLink } from './item.ts'
import { downLine, SpokenBand, stopOf, upLine } from './origin.part.tsx'
import { foldWords, type Origin, type OriginStart, type OriginStop, type Rope, restWords, ropeOf } from './origin.ts'
import { dateWords } from './revision.ts'

/** What the page needs: the origin itself, or what was wrong with the day that was asked for. */
export interface OriginView {
  origin: Origin
  baseUrl: string
  /** The day asked for; undefined is now. */
  day: string | undefined
  everything: boolean
  errors?: FieldError[]
  typed?: Typed
}

/** Where something comes from and what was built on it: the red thread, made visible. */
export function OriginPage(view: OriginView) {
  const { origin, errors = [] } = view
  const { item, start } = origin
  return (
    <>
      <Band tone="wad">
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <Heading level={1}>Waar komt dit vandaan?</Heading>
        <Lead>{start ? <StartWords item={item} start={start} /> : item.word}</Lead>
        {item.fictional ? <Example /> : null}
        <StartFacts {...view} />
        <Small>Geen verplicht kader. Wel een goed begin van een gesprek.</Small>
      </Band>
      {start ? (
        <Thread {...view} />
      ) : (
        <Band narrow>
          <p>
            Op {view.day ? inDutch(origin.at) : 'dat moment'} stond dit nog niet in Verankerd.{' '}
            <a href={originLink(item.id)}>Bekijk hoe het nu is</a>
          </p>
        </Band>
      )}
      <OtherDay {...view} />
    </>
  )
}

/** Both directions, with what people said lifted out of them. */
function Thread(view: OriginView) {
  const { origin, everything } = view
  const { upstream, downstream } = origin
  const [up, down] = [ropeOf(upstream), ropeOf(downstream)]
  const drawn = onceTold(origin)
  const drawUp = (stops: OriginStop[]) => stops.map((one) => drawn(one, upLine(origin, one)))
  const drawDown = (stops: OriginStop[]) => stops.map((one) => drawn(one, downLine(origin, one)))
  const spoken = [...drawUp(up.quotes), ...drawDown(down.quotes)]
  return (
    <>
      {spoken.length > 0 ? <SpokenBand stops={spoken} everything={everything} /> : null}
      <Ropes
        view={view}
        id="vandaan"
        title="Hier rust het op"
        onward="Verder terug"
        none={
          up.quotes.length > 0
            ? 'Dit rust op de woorden hierboven, en verder op niets anders in Verankerd.'
            : 'Dit rust op niets anders in Verankerd.'
        }
        rope={up}
        draw={drawUp}
        rest={restWords(upstream)}
      />
      <Ropes
        view={view}
        id="gebouwd"
        title="Wat is hierop gebouwd?"
        onward="Verder vooruit"
        none={down.quotes.length > 0 ? 'Verder is hierop nog niets gebouwd.' : 'Hierop is nog niets gebouwd.'}
        rope={down}
        draw={drawDown}
        rest={restWords(downstream)}
      />
    </>
  )
}

function StartWords({ item, start }: { item: Item; start: OriginStart }) {
  if (start.withdrawn) return <>{item.word}: ingetrokken</>
  return (
    <>
      {item.word}: <a href={itemLink(item.id)}>{start.title}</a>
    </>
  )
}

function StartFacts({ origin, baseUrl, day }: OriginView) {
  const { item, start } = origin
  if (start === undefined) return null
  const address = revisionLink(item.id, start.number)
  return (
    <>
      {start.note ? <p>{start.note}</p> : null}
      <Facts
        items={[
          ...(day ? [{ term: 'Zoals het was op', value: inDutch(origin.at) }] : []),
          {
            term: 'Versie',
            value: `${start.number}${start.number < item.latest ? ', er is een nieuwere versie' : ''}`,
          },
          { term: 'Datum', value: dateWords(start.dated, start.date) },
          {
            term: 'Vaste link naar deze versie',
            value: (
              <a class="fingerprint" href={address}>
                {baseUrl}
                {address}
              </a>
            ),
          },
        ]}
      />
    </>
  )
}

interface RopesProps {
  view: OriginView
  id: string
  title: string
  /** What the fold with everything further away is called. */
  onward: string
  none: string
  rope: Rope
  draw: (stops: OriginStop[]) => Stop[]
  /** What is counted but not shown. */
  rest: string | undefined
}

function Ropes({ view, id, title, onward, none, rope, draw, rest }: RopesProps) {
  const { few, others, far } = rope
  const query = new URLSearchParams({ ...(view.day ? { op: view.day } : {}), alles: 'ja' })
  const goesOn = far.length > 0 || rest !== undefined
  return (
    <Band labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {few.length > 0 ? (
        <OriginRope stops={draw(few)} goesOn={goesOn || others.length > 0} />
      ) : far.length === 0 ? (
        <p>{none}</p>
      ) : null}
      {others.length > 0 ? (
        <Disclosure summary={foldWords(others)} open={view.everything}>
          <OriginRope stops={draw(others)} goesOn={goesOn} />
        </Disclosure>
      ) : null}
      {far.length > 0 ? (
        <Disclosure summary={`${onward} (${far.length})`} open={view.everything}>
          <OriginRope stops={draw(far)} goesOn={rest !== undefined} />
        </Disclosure>
      ) : null}
      {rest ? (
        <p>
          {rest}{' '}
          {view.everything ? null : <a href={`${originLink(view.origin.item.id)}?${query}#${id}`}>Laat er meer zien</a>}
        </p>
      ) : null}
    </Band>
  )
}

/** Draws stops with each note once on the page: where five things come from one list, its note is not read five times. */
function onceTold({ start }: Origin): (one: OriginStop, line: string) => Stop {
  const told = [start?.note ?? '']
  return (one, line) => {
    const isKnown = [one.summary, ...told].some((words) => words.includes(one.note))
    if (!one.withdrawn) told.push(one.note)
    return stopOf(isKnown ? { ...one, note: '' } : one, line)
  }
}

function OtherDay({ origin, day, errors, typed }: OriginView) {
  const { item } = origin
  return (
    <Band tone="boter" narrow labelledby="dag">
      <Heading level={2} id="dag">
        Hoe was dit op een andere dag?
      </Heading>
      <Form action={originLink(item.id)} method="get" label="Kies een dag">
        <Field label="Dag" name="op" type="date" size="short" value={typed?.op ?? day} error={errorFor(errors, 'op')} />
        <Actions>
          <Button kind="secondary">Laat zien</Button>
          {day ? <a href={originLink(item.id)}>Terug naar nu</a> : null}
        </Actions>
      </Form>
      <Small>
        Voor computers staat dit ook klaar als{' '}
        <a href={`${originLink(item.id)}.json${day ? `?op=${day}` : ''}`}>JSON</a>.
      </Small>
    </Band>
  )
}
