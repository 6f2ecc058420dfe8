import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Table,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Confirmation } from './confirmation.store.ts'
import { ANSWERS } from './confirmation.ts'
import { DeskLinks } from './desk-links.part.tsx'
import { type Listing, standingWords } from './listing.ts'

/** How a practice is doing, for the desk: what its people said, and noting what they said by phone. */
export function StandingPage(props: {
  listing: Listing
  confirmations: Confirmation[]
  errors: FieldError[]
  typed: Typed
}) {
  const { listing, confirmations, errors, typed } = props
  const fault = (field: string) => {
    const message = errorFor(errors, field)
    return message === undefined ? {} : { error: message }
  }
  return (
    <Band>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <Heading level={1}>Loopt het nog?</Heading>
      <Lead>
        Nu staat erbij: {standingWords[listing.standing]}. Eens per jaar vragen we het de mensen zelf per mail.
      </Lead>
      <DeskLinks slug={listing.slug} />
      {confirmations.length > 0 ? (
        <Table
          caption="Wat ze lieten weten"
          columns={[{ label: 'Wanneer' }, { label: 'Antwoord' }, { label: 'Toelichting' }]}
          rows={confirmations.map(({ answer, words, answeredAt }) => [
            inDutch(answeredAt),
            standingWords[answer],
            words === '' ? 'geen' : words,
          ])}
        />
      ) : null}
      {confirmations[0]?.answer === 'changed' ? (
        <p>
          Dit staat op de lijst van de redactie totdat je hieronder zegt hoe het nu zit, of{' '}
          <a href={`/redactie/praktijken/${listing.slug}/beschrijving`}>een nieuwe versie van de tekst</a> begint.
        </p>
      ) : null}
      <Form action={`/redactie/praktijken/${listing.slug}/stand`}>
        <Choices
          type="radio"
          legend="Hoorde je het op een andere manier?"
          name="antwoord"
          options={ANSWERS.map((answer) => ({ value: answer, label: standingWords[answer] }))}
          value={typed.antwoord}
          {...fault('antwoord')}
        />
        <TextArea
          label="Hoe weet je dat?"
          name="toelichting"
          optional
          rows={3}
          value={typed.toelichting}
          {...fault('toelichting')}
        />
        <Button>Zet erbij</Button>
      </Form>
    </Band>
  )
}
