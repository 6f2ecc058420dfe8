import { GEMEENTEN, gemeenteName } from '../foundation/gemeente.ts'
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
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Adoption } from './adoption.ts'
import { type Listing, listingUrl } from './listing.ts'

interface AdoptionView {
  listing: Listing
  /** What this person said before. */
  mine: Adoption | undefined
  errors: FieldError[]
  typed: Typed | undefined
}

/** Saying that your organisation uses a practice, saying it anew, or taking it back. */
export function AdoptionPage({ listing, mine, errors, typed }: AdoptionView) {
  const before: Typed = mine
    ? {
        organisatie: mine.organisation,
        gemeente: gemeenteName(mine.gemeente),
        sinds: String(mine.sinceYear),
        anders: mine.changed,
      }
    : {}
  const shown = typed ?? before
  const fault = (field: string) => {
    const message = errorFor(errors, field)
    return message === undefined ? {} : { error: message }
  }
  return (
    <Band narrow>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <Heading level={1}>Wij doen dit ook</Heading>
      <Lead>
        Doen jullie wat in {listing.title} staat, misschien een beetje anders? Zet je organisatie erbij. Dan weten
        anderen waar het nog meer gebeurt.
      </Lead>
      <Form action={`${listingUrl(listing)}/ook`}>
        <Field
          label="Welke organisatie?"
          name="organisatie"
          autocomplete="organization"
          value={shown.organisatie}
          {...fault('organisatie')}
        />
        <Field
          label="In welke gemeente?"
          name="gemeente"
          list="gemeenten"
          spellcheck={false}
          hint="Typ de eerste letters en kies."
          value={shown.gemeente}
          {...fault('gemeente')}
        />
        <datalist id="gemeenten">
          {GEMEENTEN.map(({ code }) => (
            <option value={gemeenteName(code)} />
          ))}
        </datalist>
        <Field
          label="Sinds welk jaar?"
          name="sinds"
          inputmode="numeric"
          size="short"
          value={shown.sinds}
          {...fault('sinds')}
        />
        <TextArea
          label="Wat doen jullie anders?"
          name="anders"
          optional
          rows={3}
          hint="Schrijf over het werk, niet over wie er komt."
          value={shown.anders}
          {...fault('anders')}
        />
        <Button>{mine ? 'Pas aan' : 'Zet ons erbij'}</Button>
      </Form>
      <Small>Je organisatie en wat je schrijft, komen op de pagina. Je eigen naam niet.</Small>
      {mine ? (
        <Form action={`${listingUrl(listing)}/ook/einde`} label="Trek in wat je zei">
          <Button kind="subtle">Haal ons weg</Button>
        </Form>
      ) : null}
    </Band>
  )
}
