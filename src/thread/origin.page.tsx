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
import { linkVerb, linkVerbHere } from './link.ts'
import { type Direction, type Origin, type OriginStart, type OriginStop, restWords } from './origin.ts'
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
  const [upstream, downstream] = withNewNotes(origin)
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
        <>
          <Ropes
            view={view}
            id="vandaan"
            title="Hier rust het op"
            onward="Verder terug"
            none="Dit rust op niets anders in Verankerd."
            direction={upstream}
            line={(stop) => upLine(stop, nameOf(origin, stop, upstream))}
          />
          <Ropes
            view={view}
            id="gebouwd"
            title="Wat is hierop gebouwd?"
            onward="Verder vooruit"
            none="Hierop is nog niets gebouwd."
            direction={downstream}
            line={(stop) => downLine(stop, nameOf(origin, stop, downstream))}
          />
        </>
      ) : (
        <Band narrow>
          <p>
            Op {view.day ? dutchDay(origin.at) : 'dat moment'} stond dit nog niet in Verankerd.{' '}
            <a href={originLink(item.id)}>Bekijk hoe het nu is</a>
          </p>
        </Band>
      )}
      <OtherDay {...view} />
    </>
  )
}

const dutchDay = (at: Date) => inDutch(at)

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
          ...(day ? [{ term: 'Zoals het was op', value: dutchDay(origin.at) }] : []),
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
  direction: Direction
  line: (stop: OriginStop) => string
}

function Ropes({ view, id, title, onward, none, direction, line }: RopesProps) {
  const { item } = view.origin
  const rest = restWords(direction)
  const rope = (stops: OriginStop[]) => <OriginRope stops={stops.map((one) => stop(one, line(one)))} />
  const near = direction.stops.filter(({ depth }) => depth === 1)
  const far = direction.stops.filter(({ depth }) => depth > 1)
  const query = new URLSearchParams({ ...(view.day ? { op: view.day } : {}), alles: 'ja' })
  return (
    <Band labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {direction.stops.length === 0 ? <p>{none}</p> : rope(near)}
      {far.length > 0 ? (
        <Disclosure summary={`${onward} (${far.length})`} open={view.everything}>
          {rope(far)}
        </Disclosure>
      ) : null}
      {rest ? (
        <p>
          {rest} {view.everything ? null : <a href={`${originLink(item.id)}?${query}#${id}`}>Laat er meer zien</a>}
        </p>
      ) : null}
    </Band>
  )
}

/** Each note once on the page: where five things come from one list, its note is not read five times. */
function withNewNotes({ start, upstream, downstream }: Origin): [Direction, Direction] {
  const told = [start?.note ?? '']
  const once = (direction: Direction): Direction => ({
    ...direction,
    stops: direction.stops.map((one) => {
      const known = [one.summary, ...told].some((words) => words.includes(one.note))
      told.push(one.note)
      return known ? { ...one, note: '' } : one
    }),
  })
  return [once(upstream), once(downstream)]
}

/** The fixed revision when there is a newer one: what was meant then, and not what stands there now. */
const addressOf = ({ id, number, latest }: OriginStop): string =>
  number < latest ? revisionLink(id, number) : itemLink(id)

function stop(one: OriginStop, line: string): Stop {
  const date = one.dated ?? inDutch(one.date)
  if (one.withdrawn) return { word: one.word, date, text: '', withdrawn: true }
  return {
    word: one.word,
    date,
    text: (
      <>
        <a class="stop__title" href={addressOf(one)}>
          {one.title}
        </a>
        {one.fictional ? <Example /> : null}
        {one.summary && one.summary !== one.title ? <span class="stop__summary">{one.summary}</span> : null}
        {one.note ? <span class="stop__summary">{one.note}</span> : null}
        <span class="stop__tie">
          {line} <a href={originLink(one.id)}>Volg de lijn vanaf hier</a>
        </span>
      </>
    ),
  }
}

const versionWords = ({ number, latest }: OriginStop) =>
  number < latest ? ` (versie ${number}; er is een nieuwere)` : ''

const upLine = (one: OriginStop, nearer: string): string =>
  `${nearer} ${linkVerbHere(one.via.kind)}${versionWords(one)}.`

const downLine = (one: OriginStop, nearer: string): string =>
  `Dit ${linkVerb(one.via.kind)} ${nearer}${versionWords(one)}.`

/** What the thing one step nearer is called in a sentence. */
function nameOf({ item, start }: Origin, { via }: OriginStop, { stops }: Direction): string {
  const nearer = stops.find((one) => one.id === via.item)
  const { word, title, withdrawn } = nearer ?? {
    word: item.word,
    title: start?.title ?? '',
    withdrawn: start?.withdrawn,
  }
  return withdrawn || title === '' ? `Een ${word}` : `‘${title}’`
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
