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
  Small,
} from '../foundation/ui/index.ts'
import { CodeMail } from './code-mail.part.tsx'

interface Asked {
  typed: Typed
  errors: FieldError[]
}

/** Asks for the new address. */
export function AddressPage(props: Asked & { current: string }) {
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Ander mailadres</Heading>
      <Lead>
        {props.current ? (
          <>
            Je logt nu in met <strong>{props.current}</strong>.
          </>
        ) : (
          'Er hoort nog geen mailadres bij je account.'
        )}{' '}
        We sturen een mail naar je nieuwe adres. Pas als je daarop antwoordt, verandert er iets.
      </Lead>
      <Form action="/mijn/account/mailadres">
        <Field
          label="Je nieuwe mailadres"
          name="email"
          type="email"
          inputmode="email"
          autocomplete="email"
          spellcheck={false}
          maxlength={254}
          value={props.typed.email}
          error={errorFor(props.errors, 'email')}
        />
        <Actions>
          <Button>Stuur mij een mail</Button>
          <LinkButton kind="subtle" href="/mijn/account">
            Toch niet
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}

/** Says the same whether the address was free or belongs to another account. */
export function AddressWaitingPage(props: Asked & { to: string; demo: boolean }) {
  return (
    <CodeMail
      {...props}
      action="/mijn/account/mailadres/code"
      does="Gebruik dit adres"
      again="/mijn/account/mailadres"
    />
  )
}

/** Behind the link in the mail. Opening it changes nothing: mail scanners open links too. */
export function AddressKeyPage(props: { token: string; from: string; to: string }) {
  return (
    <Band narrow>
      <Heading level={1}>Nog één druk op de knop</Heading>
      <Lead>
        Vanaf dan log je in met <strong>{props.to}</strong>
        {props.from ? `, en niet meer met ${props.from}` : ''}.
      </Lead>
      <Form action={`/mijn/account/mailadres/sleutel/${props.token}`}>
        <Actions>
          <Button>Gebruik dit adres</Button>
        </Actions>
      </Form>
      <Small>Op je andere apparaten word je uitgelogd.</Small>
    </Band>
  )
}

/** A link that did its work, is too old, or belongs to another account. */
export function SpentAddressPage(props: { state: 'used' | 'expired' | 'unknown' }) {
  const why = {
    used: 'Deze link is al gebruikt. Elke link werkt één keer.',
    expired: 'Deze link is ouder dan een kwartier.',
    unknown: 'Deze link werkt niet. Misschien ben je met een ander account ingelogd dan waarmee je hem aanvroeg.',
  }[props.state]
  return (
    <Band narrow>
      <Heading level={1}>Deze link werkt niet meer</Heading>
      <Lead>{why} Kijk bij Mijn account welk adres er nu staat.</Lead>
      <p>
        <LinkButton href="/mijn/account">Naar Mijn account</LinkButton>
      </p>
    </Band>
  )
}
