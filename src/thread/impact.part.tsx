import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Button,
  Choices,
  Example,
  errorFor,
  type FieldError,
  Form,
  Heading,
  TextArea,
} from '../foundation/ui/index.ts'
import { type ImpactEnd, type ImpactRow, openRows, outcomeWords } from './impact.ts'
import { revisionLink } from './item.ts'
import { linkVerb } from './link.ts'

interface ImpactListProps {
  rows: ImpactRow[]
  /** Where a decision is posted; fields `koppeling`, `besluit` and `reden` of `impactForm`. */
  action: string
  /** What was wrong with the decision just sent, and what was typed. */
  errors?: FieldError[]
  typed?: Typed
}

/** Everything that points at a text about to change, each with a form to decide whether it still holds. */
export function ImpactList({ rows, action, errors, typed }: ImpactListProps) {
  const open = openRows(rows).length
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
      <ul class="impact">
        {rows.map((row) => (
          <ImpactItem row={row} action={action} {...(typed?.koppeling === row.link ? { errors, typed } : {})} />
        ))}
      </ul>
    </>
  )
}

function ImpactItem({ row, action, errors, typed }: { row: ImpactRow } & Omit<ImpactListProps, 'rows'>) {
  const { from, to, kind, decision, link } = row
  const field = `${link.slice(0, 8)}`
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
      <Form action={action} label={`Besluit over ${nameOf(from)}`}>
        <input type="hidden" name="koppeling" value={link} />
        <Choices
          type="radio"
          legend={decision ? 'Toch anders?' : 'Klopt dit nog met de nieuwe tekst?'}
          name="besluit"
          id={`besluit-${field}`}
          value={typed?.besluit ?? (decision?.outcome === 'accept' ? 'klopt' : decision ? 'aanpassen' : undefined)}
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
          id={`reden-${field}`}
          rows={2}
          maxlength={1000}
          value={typed?.reden}
          error={errorFor(errors, 'reden')}
        />
        <Button kind="secondary">Leg vast</Button>
      </Form>
    </li>
  )
}

const nameOf = (end: ImpactEnd): string => (end.withdrawn ? `${end.word} (ingetrokken)` : end.title)

function End({ end }: { end: ImpactEnd }) {
  return (
    <>
      <a href={revisionLink(end.item, end.number)}>{nameOf(end)}</a>, {end.word}, versie {end.number}{' '}
      {end.fictional ? <Example /> : null}
    </>
  )
}
