import { Actions, Badge, Band, Button, Form, Heading, Lead, Notice } from '../foundation/ui/index.ts'
import { offeredWords } from './offered.ts'
import { type CourseState, dueWords, type Offered, type PublicationRequest, stateWords } from './publication.ts'

const TONES: Record<CourseState, 'plain' | 'ok' | 'warn' | 'old'> = {
  draft: 'plain',
  waiting: 'plain',
  asked: 'warn',
  live: 'ok',
  archived: 'old',
}

/** Where something stands, in a word or three. */
export const StateBadge = ({ state }: { state: CourseState }) => <Badge tone={TONES[state]}>{stateWords[state]}</Badge>

/** Where it stands, and what follows from that, for its provider's own people. */
export function StandingNow(props: {
  kind: Offered
  offered: { lookedAt: Date | null }
  /** Where others read it. */
  url: string
  /** Where its own people work on it. */
  desk: string
  state: CourseState
  request: PublicationRequest | undefined
}) {
  const { url, state, request } = props
  const { the, it } = offeredWords[props.kind]
  if (state === 'live')
    return (
      <>
        <p>
          Te lezen op <a href={url}>{url}</a>.
          {props.offered.lookedAt === null ? ' De redactie keek er nog niet naar; dat staat erbij.' : ''}
        </p>
        {props.offered.lookedAt === null && request?.outcome === 'asked' ? (
          <>
            <Notice tone="warning" title="De redactie heeft een vraag">
              <p class="training-words">{request.words}</p>
              <p>Pas {the} aan. Vraag de redactie daarna om opnieuw te kijken.</p>
            </Notice>
            <Form action={`${props.desk}/aanvraag`}>
              <Button kind="secondary">Vraag om opnieuw te kijken</Button>
            </Form>
          </>
        ) : null}
      </>
    )
  if (state === 'waiting' && request)
    return (
      <p>
        De redactie kijkt mee. Uiterlijk {dueWords(request.dueAt)} staat {the} op de site.
      </p>
    )
  if (state === 'asked' && request)
    return (
      <Notice tone="warning" title="De redactie heeft een vraag">
        <p class="training-words">{request.words}</p>
        <p>
          Pas {the} aan en zet {it} daarna opnieuw op de site.
        </p>
      </Notice>
    )
  if (state === 'archived')
    return (
      <p>
        Niemand vindt {the} nu. Je kunt {it} terughalen.
      </p>
    )
  return <Lead>Alleen jullie zien dit.</Lead>
}

/** Asking for a first publication, or what has to be there before that. */
export function PutOnSite(props: { kind: Offered; url: string; state: CourseState; lacks: string[] }) {
  const { url, state, lacks } = props
  if (state === 'waiting' || state === 'archived') return null
  return (
    <Band tone="boter" labelledby="op-de-site">
      <Heading level={2} id="op-de-site">
        Op de site zetten
      </Heading>
      {lacks.length > 0 ? (
        <ul class="points">
          {lacks.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      ) : (
        <>
          <p>
            De redactie kijkt binnen twee werkdagen. Lukt dat niet, dan staat {offeredWords[props.kind].the} er toch op,
            met “nog niet bekeken” erbij. Wat je daarna verandert, staat er meteen.
          </p>
          <Form action={`${url}/aanvraag`}>
            <Button>Zet op de site</Button>
          </Form>
        </>
      )}
    </Band>
  )
}

/** What else someone may do with it: a copy, and away or back, in the words given. */
export function More({ url, state, away, back }: { url: string; state: CourseState; away: string; back: string }) {
  return (
    <Band labelledby="meer">
      <Heading level={2} id="meer">
        Meer
      </Heading>
      <Actions>
        <Form action={`${url}/kopie`} label="Maak een kopie">
          <Button kind="secondary">Maak een kopie</Button>
        </Form>
        {state === 'archived' ? (
          <Form action={`${url}/archief/einde`} label={back}>
            <Button kind="secondary">{back}</Button>
          </Form>
        ) : (
          <Form action={`${url}/archief`} label={away}>
            <Button kind="subtle">{away}</Button>
          </Form>
        )}
      </Actions>
    </Band>
  )
}
