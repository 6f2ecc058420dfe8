import type { Typed } from '../foundation/http/index.ts'
import {
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
  Rows,
  Select,
} from '../foundation/ui/index.ts'
import { type Olympiad, olympiadState, stateWords } from './olympiad.ts'
import { paperUrl } from './paper.page.tsx'

const DESK = '/redactie/olympiades'

/** Every Olympiade for the editors, and beginning one. */
export function OlympiadDeskPage({
  olympiads,
  chairs,
  typed,
  errors,
}: {
  olympiads: Olympiad[]
  chairs: { id: string; name: string }[]
  typed: Typed
  errors: FieldError[]
}) {
  const line = (name: string, label: string, more: { hint?: string; type?: 'date' } = {}) => (
    <Field
      label={label}
      name={name}
      value={typed[name]}
      error={errorFor(errors, name)}
      {...more}
      {...(more.type ? { size: 'short' as const } : {})}
    />
  )
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Olympiades</Heading>
        <Lead>Jij begint een Olympiade en kiest wie voorzit. De voorzitter doet de rest.</Lead>
        <ErrorSummary errors={errors} />
      </Band>
      <Band>
        <Rows
          items={olympiads.map((one) => ({
            href: `${DESK}/${one.slug}`,
            title: one.title,
            text: `${stateWords[olympiadState(one)]}, ${one.year}.${one.item === null ? ' Nog niet aangekondigd.' : ''}`,
          }))}
        />
        <Heading level={2}>Een Olympiade beginnen</Heading>
        <Form action={DESK}>
          {line('titel', 'Titel')}
          {line('vraag', 'De vraag', { hint: 'Zoals iemand op straat hem zou stellen' })}
          {line('begint', 'Eerste dag', { type: 'date' })}
          {line('eindigt', 'Laatste dag', { type: 'date' })}
          <Select
            label="Wie zit voor?"
            name="voorzitter"
            options={[
              { value: '', label: 'Kies een voorzitter' },
              ...chairs.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={typed.voorzitter}
            error={errorFor(errors, 'voorzitter')}
          />
          <Button>Begin</Button>
        </Form>
      </Band>
    </>
  )
}

/** Who chairs one Olympiade, and whose statements it weighs. */
export function OlympiadDeskOnePage({
  olympiad,
  chairs,
  groups,
  tied,
}: {
  olympiad: Olympiad
  chairs: { id: string; name: string }[]
  groups: { id: string; title: string }[]
  tied: string[]
}) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{olympiad.title}</Heading>
        <Lead>{olympiad.question}</Lead>
      </Band>
      <Band>
        <p>
          <a href={paperUrl(olympiad)}>Papieren formulieren invoeren</a>
        </p>
        <Heading level={2}>Voorzitters</Heading>
        <ul>
          {olympiad.chairs.map((id) => (
            <li>{chairs.find((one) => one.id === id)?.name ?? 'Iemand die geen voorzitter meer is'}</li>
          ))}
        </ul>
        <Form action={`${DESK}/${olympiad.slug}/voorzitters`}>
          <Select
            label="Nog een voorzitter"
            name="voorzitter"
            options={chairs
              .filter(({ id }) => !olympiad.chairs.includes(id))
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button kind="secondary">Voeg toe</Button>
        </Form>
        <Heading level={2}>Werkgroepen</Heading>
        <Form action={`${DESK}/${olympiad.slug}/werkgroepen`}>
          <Choices
            type="checkbox"
            legend="Van welke werkgroepen worden de zinnen gewogen?"
            name="groepen[]"
            optional
            options={groups.map(({ id, title }) => ({ value: id, label: title }))}
            value={tied}
          />
          <Button kind="secondary">Bewaar</Button>
        </Form>
      </Band>
    </>
  )
}
