import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Button,
  Choices,
  Disclosure,
  Example,
  errorFor,
  type FieldError,
  Form,
  Heading,
  TextArea,
} from '../foundation/ui/index.ts'
import { type ImpactEnd, type ImpactRow, kindsOf, openRows, outcomeWords } from './impact.ts'
import { revisionLink } from './item.ts'
import { linkVerb } from './link.ts'

interface ImpactListProps {
  rows: ImpactRow[]
  /** Where a decision is posted; fields `koppeling[]`, `besluit` and `reden` of `impactForm`. */
  action: string
  /** What was wrong with the decision just sent, and what was typed. */
  errors?: FieldError[]
  typed?: Typed
}

/** With more links than this to decide about, each question waits folded: the list itself is what is read then. */
const MOST_UNFOLDED = 10

/** Everything that points at a text about to change, each with a form to decide whether it still holds. */
export function ImpactList({ rows, action, errors, typed }: ImpactListProps) {
  const open = openRows(rows).length
  const isTogether = typed?.samen === 'ja'
  if (rows.length === 0) return <p>Niets wijst naar de oude tekst. Er hoeft niets te worden besloten.</p>
  return (
    <>
      <p>
        {open === 0
          ? 'Over alles is besloten.'
          : open === 1
            ? 'Over één koppeling moet nog worden besloten.'
            : `Over ${open} koppelingen moet nog worden besloten.`}
      </p>
      {open > 1 || isTogether ? (
        // A form that comes back keeps what was typed, also when a colleague decided about the rest meanwhile.
        <Together rows={open > 1 ? openRows(rows) : rows} action={action} {...(isTogether ? { errors, typed } : {})} />
      ) : null}
      <ul class="impact">
        {rows.map((row) => (
          <ImpactItem
            row={row}
            action={action}
            isFolded={row.decision !== null || open > MOST_UNFOLDED}
            {...(!isTogether && typed?.['koppeling[]']?.includes(row.link) ? { errors, typed } : {})}
          />
        ))}
      </ul>
    </>
  )
}

/** What is asked about a link, or about several at once; a form that comes back has the ids that its faults point at. */
function Question(
  props: { legend: string; place: string; value?: string | undefined } & Pick<ImpactListProps, 'errors' | 'typed'>,
) {
  const { legend, place, errors, typed } = props
  const ids = typed ? {} : { besluit: { id: `besluit-${place}` }, reden: { id: `reden-${place}` } }
  return (
    <>
      <Choices
        type="radio"
        legend={legend}
        name="besluit"
        {...ids.besluit}
        value={typed?.besluit ?? props.value}
        error={errorFor(errors, 'besluit')}
        options={[
          { value: 'klopt', label: outcomeWords('accept'), hint: 'De koppeling gaat naar de nieuwe tekst.' },
          {
            value: 'aanpassen',
            label: outcomeWords('adapt'),
            hint: 'De koppeling blijft bij de oude tekst, tot de eigenaar haar verandert.',
          },
        ]}
      />
      <TextArea
        label="Waarom?"
        name="reden"
        {...ids.reden}
        rows={2}
        maxlength={1000}
        value={typed?.reden}
        error={errorFor(errors, 'reden')}
      />
    </>
  )
}

/** One decision with one reason about several links; each still gets a row of its own. */
function Together({ rows, action, errors, typed }: ImpactListProps) {
  return (
    <Disclosure summary="Besluit over meer tegelijk" open={typed !== undefined}>
      <Form action={action} label="Besluit over meer tegelijk">
        <input type="hidden" name="samen" value="ja" />
        <Kinds rows={rows} chosen={typed?.['soort[]']} />
        <Choices
          type="checkbox"
          legend="Waarover besluit je?"
          name="koppeling[]"
          value={typed?.['koppeling[]']}
          error={errorFor(errors, 'koppeling[]')}
          options={rows.map(({ link, kind, from, to }) => ({
            value: link,
            label: nameOf(from),
            hint: `${from.word}, ${linkVerb(kind)} ${nameOf(to)}`,
          }))}
        />
        <Question legend="Klopt dit nog met de nieuwe tekst?" place="samen" errors={errors} typed={typed} />
        <Button kind="secondary">Leg vast voor alles wat je koos</Button>
      </Form>
    </Disclosure>
  )
}

/** Of many the same, nobody should have to tick each. */
function Kinds({ rows, chosen }: { rows: ImpactRow[]; chosen: Typed[string] }) {
  const kinds = rows.length > MOST_UNFOLDED ? kindsOf(openRows(rows)) : []
  if (kinds.length === 0) return null
  return (
    <Choices
      type="checkbox"
      legend="Alles van één soort?"
      name="soort[]"
      optional
      value={chosen}
      options={kinds.map(({ word, count }) => ({ value: word, label: `${word} (${count})` }))}
    />
  )
}

function ImpactItem(props: { row: ImpactRow; isFolded: boolean } & Omit<ImpactListProps, 'rows'>) {
  const { row, action, errors, typed, isFolded } = props
  const { from, to, kind, decision, link } = row
  const form = (
    <Form action={action} label={`Besluit over ${nameOf(from)}`}>
      <input type="hidden" name="koppeling[]" value={link} />
      <Question
        legend="Klopt dit nog met de nieuwe tekst?"
        place={link.slice(0, 8)}
        value={decision?.outcome === 'accept' ? 'klopt' : decision ? 'aanpassen' : undefined}
        errors={errors}
        typed={typed}
      />
      <Button kind="secondary">Leg vast</Button>
    </Form>
  )
  return (
    <li class="impact__row" id={`koppeling-${link}`}>
      <Heading level={3}>
        <End end={from} />
      </Heading>
      <p>
        {linkVerb(kind)} <End end={to} />
      </p>
      {decision ? (
        <p>
          <Badge tone={decision.outcome === 'accept' ? 'ok' : 'warn'}>{outcomeWords(decision.outcome)}</Badge>{' '}
          {decision.name ?? 'iemand van de redactie'}, {inDutch(decision.at)}: {decision.reason ?? 'ingetrokken'}
        </p>
      ) : null}
      {isFolded ? (
        <Disclosure summary={decision ? 'Toch anders?' : 'Besluit hierover'} open={typed !== undefined}>
          {form}
        </Disclosure>
      ) : (
        form
      )}
    </li>
  )
}

const nameOf = (end: ImpactEnd): string => (end.withdrawn ? `${end.word} (ingetrokken)` : end.title)

function End({ end }: { end: ImpactEnd }) {
  return (
    <>
      <a href={revisionLink(end.item, end.number)}>{nameOf(end).replace(/\.$/, '')}</a>, {end.word}, versie {end.number}{' '}
      {end.fictional ? <Example /> : null}
    </>
  )
}
