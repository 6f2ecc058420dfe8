import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  Select,
} from '../foundation/ui/index.ts'
import type { AcceptedStatement } from '../olympiad/index.ts'
import { draftUrl } from './draft.page.tsx'
import type { Edition } from './edition.store.ts'
import { StatusBadge } from './status.part.tsx'

/** All editions: drafts first, then what is published, with a way to begin a new one. */
export function EditionsPage(props: {
  editions: Edition[]
  accepted: AcceptedStatement[]
  /** Drafts that were thrown away; `by` is a name, as long as there is one. */
  discarded: { title: string; year: number; at: Date; by: string | undefined }[]
  /** It was done just now. */
  thrownAway: boolean
  errors: FieldError[]
  typed: Typed
  year: number
}) {
  const drafts = props.editions.filter(({ publishedAt }) => publishedAt === null)
  const published = props.editions.filter(({ publishedAt }) => publishedAt !== null)
  const current = published.filter(({ status }) => status === 'current')
  const olympiads = carriedIn(props.accepted)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Kenmerken: versies</Heading>
        <Lead>
          Wat gepubliceerd is, verandert niet meer. Een wijziging begin je als nieuwe versie. Een tweede redacteur
          publiceert.
        </Lead>
      </Band>
      <Band>
        <ErrorSummary errors={props.errors} />
        {props.thrownAway ? <Notice tone="ok" title="Het concept is weggegooid." /> : null}
        <Heading level={2}>In de maak</Heading>
        {drafts.length > 0 ? (
          <Rows items={drafts.map((edition) => rowOf(edition, draftUrl(edition.id)))} />
        ) : (
          <p>Er is geen concept.</p>
        )}
        <Heading level={2}>Gepubliceerd</Heading>
        <Rows items={published.map((edition) => rowOf(edition, edition.url))} />
        {props.discarded.length > 0 ? (
          <Disclosure summary={`Weggegooide concepten (${props.discarded.length})`}>
            <ul>
              {props.discarded.map(({ title, year, at, by }) => (
                <li>
                  {title} ({year}), weggegooid op {inDutch(at)} door {by ?? 'iemand die hier niet meer is'}
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </Band>
      <Band tone="boter">
        <Heading level={2}>Nieuwe versie beginnen</Heading>
        <Form action="/redactie/kenmerken/versies">
          <Select
            label="Bouw verder op"
            name="van"
            value={props.typed.van ?? current[0]?.id}
            error={errorFor(props.errors, 'van')}
            options={current.map(({ id, text }) => ({
              value: id,
              label: `${text.title} (${text.year})`,
            }))}
          />
          <Field
            label="Jaar van de nieuwe versie"
            name="jaar"
            inputmode="numeric"
            size="short"
            value={props.typed.jaar ?? String(props.year)}
            error={errorFor(props.errors, 'jaar')}
          />
          {olympiads.size === 0 ? null : (
            <Select
              label="Neem meteen gedragen zinnen over"
              name="zinnen"
              optional
              value={props.typed.zinnen ?? ''}
              options={[
                { value: '', label: 'Nee, begin met wat er staat' },
                ...[...olympiads].map(([slug, title]) => ({ value: slug, label: `Uit ‘${title}’` })),
              ]}
            />
          )}
          <Button>Begin een concept</Button>
        </Form>
      </Band>
      <TakeOver editions={drafts.filter(({ status }) => status === 'draft')} accepted={props.accepted} />
    </>
  )
}

/** The Olympiades with carried statements: title by address. */
const carriedIn = (accepted: AcceptedStatement[]): Map<string, string> =>
  new Map(accepted.map(({ olympiad, title }) => [olympiad, title]))

/** The way to take statements over that every group of an Olympiade stood behind. */
function TakeOver({ editions, accepted }: { editions: Edition[]; accepted: AcceptedStatement[] }) {
  const olympiads = carriedIn(accepted)
  return (
    <Band labelledby="overnemen">
      <Heading level={2} id="overnemen">
        Neem gedragen zinnen over
      </Heading>
      <p>
        Een zin die in een Olympiade door elke groep is gedragen, kan een kenmerk worden. De uitspraak en de redenen van
        wie er anders over dacht, gaan mee.
      </p>
      {olympiads.size === 0 ? <p>Er is nog geen afgeronde Olympiade met gedragen zinnen.</p> : null}
      {olympiads.size > 0 && editions.length === 0 ? <p>Begin hierboven een nieuwe versie met deze zinnen.</p> : null}
      {olympiads.size > 0
        ? editions.flatMap(({ id, text }) =>
            [...olympiads].map(([slug, title]) => (
              <p>
                <LinkButton href={`${draftUrl(id)}/zinnen/${slug}`} kind="secondary">
                  Kies uit ‘{title}’ voor {text.title} {text.year}
                </LinkButton>
              </p>
            )),
          )
        : null}
    </Band>
  )
}

const rowOf = ({ text, status }: Edition, href: string) => ({
  href,
  title: `${text.title} (${text.year})`,
  text: `Versie ${text.version}`,
  badge: <StatusBadge status={status} />,
})
