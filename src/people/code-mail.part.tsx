import type { Child } from 'hono/jsx'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
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
} from '../foundation/ui/index.ts'

/** After a mail with a button and six digits was sent: where the digits go, and what to do when nothing came. */
export function CodeMail(props: {
  to: string
  typed: Typed
  errors: FieldError[]
  demo: boolean
  /** Where the digits are sent, and what that does. */
  action: string
  does: string
  /** Where another address is filled in. */
  again: string
  /** What else helps when no mail came. */
  children?: Child
}) {
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Kijk in je mail</Heading>
      <Lead>
        We stuurden een mail naar <strong>{props.to}</strong>. Druk op de knop in die mail, of vul hier de code in.
      </Lead>
      <Form action={props.action}>
        <Field
          label="Code uit de mail"
          name="code"
          hint="Zes cijfers, een kwartier geldig"
          inputmode="numeric"
          autocomplete="one-time-code"
          size="code"
          spellcheck={false}
          value={props.typed.code}
          error={errorFor(props.errors, 'code')}
        />
        <Actions>
          <Button>{props.does}</Button>
        </Actions>
      </Form>
      {props.demo ? (
        <p>
          Dit is een proefopstelling: lees de mail op <a href="/demo/post">de proefpost</a>.
        </p>
      ) : null}
      <Disclosure summary="Geen mail gekregen?">
        <p>
          Kijk ook bij de ongewenste mail, en of het adres klopt. <a href={props.again}>Ander adres invullen</a>
        </p>
        {props.children}
      </Disclosure>
    </Band>
  )
}
