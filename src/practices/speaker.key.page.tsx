import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
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
  Notice,
  Small,
} from '../foundation/ui/index.ts'
import { READ_BACK } from './speaker.ts'

/** What a mail link opens: one button, so that a program that only looks at links opens nothing. */
export function KeyPage({ token }: { token: string }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Lees terug wat je zei</Heading>
      <Lead>Op deze pagina zie jij wat we van je willen gebruiken. Jij beslist.</Lead>
      <Form action={READ_BACK}>
        <input type="hidden" name="sleutel" value={token} />
        <Actions>
          <Button>Open mijn pagina</Button>
        </Actions>
      </Form>
    </Band>
  )
}

/** For whoever comes without a link, or with one that opens nothing any more. */
export function LostLinkPage(props: { errors: FieldError[]; typed: Typed; worn: boolean }) {
  return (
    <Band tone="wad" narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Lees terug wat je zei</Heading>
      {props.worn ? (
        <Notice tone="warning" title="Deze link opent niets meer">
          <p>Misschien is hij niet helemaal meegekomen. Vraag hieronder een nieuwe.</p>
        </Notice>
      ) : null}
      <Lead>
        Je kreeg van ons een mail met een link. Ben je die kwijt? Vul je mailadres in, dan sturen we hem opnieuw.
      </Lead>
      <Form action={`${READ_BACK}/link`}>
        <Field
          label="Je mailadres"
          name="email"
          type="email"
          autocomplete="email"
          value={props.typed.email}
          error={errorFor(props.errors, 'email')}
        />
        <Actions>
          <Button>Stuur de link opnieuw</Button>
        </Actions>
      </Form>
      <Small>
        Gaf je geen mailadres, of is het langer dan een half jaar geleden? Dan hebben we het niet meer. Neem{' '}
        <a href="/contact">contact</a> op, dan helpen we je.
      </Small>
    </Band>
  )
}

/** The same words for an address we know and for one we don't. */
export function LinkSentPage({ email }: { email: string }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Kijk in je mail</Heading>
      <Lead>Als we met {email} hebben gepraat, staat er nu een mail met je link.</Lead>
      <p>Komt er niets? Kijk bij ongewenste mail, of probeer een ander adres.</p>
      <p>
        <LinkButton href={READ_BACK} kind="secondary">
          Ander adres proberen
        </LinkButton>
      </p>
    </Band>
  )
}
