import { dayInDutch } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  Select,
  Table,
} from '../foundation/ui/index.ts'
import { DeskLinks } from './desk-links.part.tsx'
import type { Listing } from './listing.ts'
import { kindsFor, type Recognition } from './recognition.ts'

/** What others found of a practice: to note, and to take away what was noted by mistake. */
export function RecognitionPage(props: {
  listing: Listing
  recognitions: Recognition[]
  errors: FieldError[]
  typed: Typed
}) {
  const { listing, recognitions, errors, typed } = props
  const fault = (field: string) => {
    const message = errorFor(errors, field)
    return message === undefined ? {} : { error: message }
  }
  const desk = `/redactie/praktijken/${listing.slug}/erkenningen`
  return (
    <Band>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <Heading level={1}>Erkenningen van anderen</Heading>
      <Lead>Feiten met een datum en een bron. Ons eigen oordeel staat hier niet tussen.</Lead>
      <DeskLinks slug={listing.slug} />
      {recognitions.length > 0 ? (
        <Table
          caption="Wat er nu staat"
          columns={[
            { label: 'Erkenning' },
            { label: 'Door' },
            { label: 'Op' },
            { label: 'Geldig tot en met' },
            { label: 'Weghalen' },
          ]}
          rows={recognitions.map(({ id, kind, givenBy, givenOn, validUntil }) => [
            kind,
            givenBy,
            dayInDutch(givenOn),
            validUntil === null ? 'zonder einde' : dayInDutch(validUntil),
            <Form action={`${desk}/${id}/einde`} label={`Haal weg: ${kind}`}>
              <Button kind="subtle">Haal weg</Button>
            </Form>,
          ])}
        />
      ) : (
        <p>Er staat nog geen erkenning bij deze praktijk.</p>
      )}
      <Heading level={2}>Zet er een bij</Heading>
      {listing.fictional ? <p>Deze praktijk is verzonnen: er past alleen een voorbeelderkenning bij.</p> : null}
      <Form action={desk}>
        <Select
          label="Welke erkenning?"
          name="erkenning"
          options={[{ value: '', label: 'Kies' }, ...kindsFor(listing).map((kind) => ({ value: kind, label: kind }))]}
          value={typed.erkenning}
          {...fault('erkenning')}
        />
        <Field label="Wie gaf de erkenning?" name="door" value={typed.door} {...fault('door')} />
        <Field label="Op welke dag?" name="op" type="date" size="short" value={typed.op} {...fault('op')} />
        <Field
          label="Tot en met welke dag geldt ze?"
          name="tot"
          type="date"
          size="short"
          optional
          value={typed.tot}
          {...fault('tot')}
        />
        <Field
          label="Waar is dit te lezen?"
          name="bron"
          hint="Een adres dat met https:// begint, of een titel."
          value={typed.bron}
          {...fault('bron')}
        />
        <Button>Zet erbij</Button>
      </Form>
    </Band>
  )
}
