import { acceptedExtensions } from '../foundation/files/index.ts'
import type { Typed } from '../foundation/http/index.ts'
import { LICENCES } from '../foundation/licence.ts'
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
import { TAKE_ALONG_KINDS, type TakeAlong, takeAlongWords } from './take-along.ts'

/** What people may take along of a practice, under which licence. */
export function TakeAlongPage(props: {
  listing: Listing
  takeAlongs: TakeAlong[]
  errors: FieldError[]
  typed: Typed
}) {
  const { listing, takeAlongs, errors, typed } = props
  const fault = (field: string) => {
    const message = errorFor(errors, field)
    return message === undefined ? {} : { error: message }
  }
  const desk = `/redactie/praktijken/${listing.slug}/meenemen`
  return (
    <Band>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <Heading level={1}>Wat je mag meenemen</Heading>
      <Lead>Een plan, een handboek of materiaal, met erbij wat anderen ermee mogen.</Lead>
      <DeskLinks slug={listing.slug} />
      {takeAlongs.length > 0 ? (
        <Table
          caption="Wat er nu staat"
          columns={[{ label: 'Titel' }, { label: 'Wat is het' }, { label: 'Licentie' }, { label: 'Weghalen' }]}
          rows={takeAlongs.map(({ id, title, kind, licence }) => [
            title,
            takeAlongWords[kind],
            licence,
            <Form action={`${desk}/${id}/einde`} label={`Haal weg: ${title}`}>
              <Button kind="subtle">Haal weg</Button>
            </Form>,
          ])}
        />
      ) : null}
      <Heading level={2}>Zet er iets bij</Heading>
      <Form action={desk} enctype="multipart/form-data">
        <Select
          label="Wat is het?"
          name="soort"
          options={[
            { value: '', label: 'Kies' },
            ...TAKE_ALONG_KINDS.map((kind) => ({ value: kind, label: takeAlongWords[kind] })),
          ]}
          value={typed.soort}
          {...fault('soort')}
        />
        <Field label="Hoe heet het?" name="titel" value={typed.titel} {...fault('titel')} />
        <Select
          label="Wat mogen anderen ermee?"
          name="licentie"
          options={[{ value: '', label: 'Kies' }, ...LICENCES.map((licence) => ({ value: licence, label: licence }))]}
          value={typed.licentie}
          {...fault('licentie')}
        />
        <Field
          type="file"
          label="Bestand"
          name="bestand"
          optional
          accept={acceptedExtensions()}
          hint="Of vul hieronder een adres in."
          {...fault('bestand')}
        />
        <Field label="Adres" name="adres" type="url" optional value={typed.adres} {...fault('adres')} />
        <Button>Zet erbij</Button>
      </Form>
    </Band>
  )
}
