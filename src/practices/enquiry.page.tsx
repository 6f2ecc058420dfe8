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
  LinkButton,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { PracticeMarks } from './example-mark.part.tsx'
import { type Listing, listingUrl } from './listing.ts'

const error = (errors: FieldError[], field: string) => {
  const message = errorFor(errors, field)
  return message === undefined ? {} : { error: message }
}

/** A question to the people of a practice; their address stays hidden until they answer. */
export function EnquiryPage({ listing, errors, typed }: { listing: Listing; errors: FieldError[]; typed: Typed }) {
  return (
    <Band narrow>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <Heading level={1}>Vraag het de mensen zelf</Heading>
      <Lead>
        Je vraag gaat naar de mensen van {listing.title}. Hun antwoord komt in jouw mail. Wij bewaren je vraag niet.
      </Lead>
      <p>
        <PracticeMarks listing={listing} />
      </p>
      <Form action={`${listingUrl(listing)}/vraag`}>
        <Field label="Hoe heet je?" name="naam" autocomplete="name" value={typed.naam} {...error(errors, 'naam')} />
        <Field
          label="Op welk mailadres wil je antwoord?"
          name="mail"
          type="email"
          autocomplete="email"
          hint="De mensen van de praktijk zien dit adres."
          value={typed.mail}
          {...error(errors, 'mail')}
        />
        <TextArea
          label="Wat wil je vragen?"
          name="vraag"
          hint="Schrijf niets op over inwoners waaraan iemand hen kan herkennen."
          value={typed.vraag}
          {...error(errors, 'vraag')}
        />
        <Button>Verstuur mijn vraag</Button>
      </Form>
      <Small>Of ze antwoorden, beslissen ze zelf. Verstuur je vraag één keer; wij kunnen hem niet terugvinden.</Small>
    </Band>
  )
}

/** The question is on its way. */
export function SentPage({ listing }: { listing: Listing }) {
  return (
    <Band narrow>
      <Heading level={1}>Je vraag is verstuurd</Heading>
      <Lead>De mensen van {listing.title} antwoorden je per mail. Dat kan even duren.</Lead>
      <p>
        <LinkButton href={listingUrl(listing)} kind="secondary">
          Terug naar de praktijk
        </LinkButton>
      </p>
    </Band>
  )
}
