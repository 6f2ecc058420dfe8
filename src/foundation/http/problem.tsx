import { Actions, Band, Button, Heading, Lead, LinkButton, TextArea } from '../ui/index.ts'
import type { HouseContext } from './env.ts'
import { isForMachines } from './headers.ts'
import { page } from './page.tsx'
import type { LeftOpen, WayOn } from './refusal.ts'

const TITLES: Record<number, string> = {
  400: 'Dit klopt niet helemaal',
  401: 'Je bent niet ingelogd',
  403: 'Dit mag niet',
  404: 'Niet gevonden',
  405: 'Dit kan hier niet',
  409: 'Dit is al gebeurd of intussen veranderd',
  410: 'Dit is er niet meer',
  413: 'Dit is te groot',
  415: 'Dit soort bericht kennen we niet',
  429: 'Even wachten',
  500: 'Er ging iets mis bij ons',
  501: 'Dat kunnen wij niet',
  503: 'We zijn even niet bereikbaar',
}

/** A fault with its status, one sentence that says what to do, and, for the API, all faults at once. */
export interface Problem {
  status: number
  sentence: string
  retryAfterMs?: number | undefined
  /** The fields of the form that could not be taken: the page offers to send them once more. */
  typed?: [name: string, value: string][] | undefined
  /** Words to copy, where the form is not to be sent from here. */
  words?: string[]
  errors?: { veld: string; melding: string }[]
  /** Where to go on; the front page unless said. */
  wayOn?: WayOn | undefined
}

/** A form that was open in another tab while its visitor signed in anew. */
export function leftOpenProblem({ fields, isOwn }: LeftOpen): Problem {
  if (isOwn)
    return {
      status: 403,
      sentence: 'Je bent intussen opnieuw ingelogd. Verstuur dit daarom nog een keer.',
      typed: fields,
    }
  const words = fields.flatMap(([name, value]) => (!name.startsWith('_') && /\S\s+\S/.test(value) ? [value] : []))
  const ask = words.length > 0 ? 'Kopieer wat je schreef en zet het terug op de pagina.' : 'Vul het daar opnieuw in.'
  return {
    status: 403,
    sentence: `Je bent intussen opnieuw ingelogd, dus dit is nog niet bewaard. Open de pagina opnieuw. ${ask}`,
    words,
  }
}

const pathAndQuery = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** The answer to something that went wrong: a page for people, a problem (RFC 9457) for machines. */
export function answerProblem(c: HouseContext, problem: Problem): Response {
  const title = TITLES[problem.status] ?? 'Er ging iets mis'
  if (problem.retryAfterMs !== undefined)
    c.header('Retry-After', String(Math.max(1, Math.ceil(problem.retryAfterMs / 1000))))
  c.header('Cache-Control', 'no-store')
  if (isForMachines(c.req.path, c.req.header('accept'))) {
    c.header('Content-Type', 'application/problem+json')
    const { status, sentence, errors } = problem
    return c.body(
      JSON.stringify({
        // What happened is said in words; there is no page about it elsewhere (RFC 9457, 4.2.1).
        type: 'about:blank',
        status,
        title,
        detail: sentence,
        ...(errors ? { errors } : {}),
        instance: `urn:verzoek:${c.var.requestId}`,
      }),
      status as 400,
    )
  }
  return page(
    c,
    { title, robots: 'noindex', status: problem.status },
    <Band>
      <Heading level={1}>{title}</Heading>
      <Lead>{problem.sentence}</Lead>
      {problem.typed ? <SendAgain path={pathAndQuery(c.req.url)} typed={problem.typed} /> : null}
      {problem.words?.map((words, at) => (
        <TextArea label={`Stukje ${at + 1}`} name={`tekst-${at + 1}`} value={words} optional />
      ))}
      <p>
        <LinkButton href={problem.wayOn?.href ?? '/'}>{problem.wayOn?.label ?? 'Naar de voorpagina'}</LinkButton>
      </p>
      <p>
        Of ga naar <a href="/zoeken">zoeken</a> of naar het <a href="/menu">menu</a>.
      </p>
      <p>
        Kom je er niet uit? <a href="/contact">Neem contact op</a> en noem nummer <strong>{c.var.requestId}</strong>.
      </p>
    </Band>,
  )
}

function SendAgain(props: { path: string; typed: [name: string, value: string][] }) {
  const isTyped = props.typed.some(([name, value]) => !name.startsWith('_') && value.trim() !== '')
  return (
    <form class="form" method="post" action={props.path}>
      {isTyped ? <p>Wat je invulde, is er nog. Het is nog niet bewaard.</p> : null}
      {props.typed.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Actions>
        <Button>Verstuur het opnieuw</Button>
      </Actions>
    </form>
  )
}
