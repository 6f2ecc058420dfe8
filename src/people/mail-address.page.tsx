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
  LinkButton,
  Small,
} from '../foundation/ui/index.ts'

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
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Kijk in je mail</Heading>
      <Lead>
        We stuurden een mail naar <strong>{props.to}</strong>. Druk op de knop in die mail, of vul hier de code in.
      </Lead>
      <Form action="/mijn/account/mailadres/code">
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
          <Button>Gebruik dit adres</Button>
        </Actions>
      </Form>
      {props.demo ? (
        <p>
          Dit is een proefopstelling: lees de mail op <a href="/demo/post">de proefpost</a>.
        </p>
      ) : null}
      <Disclosure summary="Geen mail gekregen?">
        <p>
          Kijk ook bij de ongewenste mail, en of het adres klopt.{' '}
          <a href="/mijn/account/mailadres">Ander adres invullen</a>
        </p>
      </Disclosure>
    </Band>
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
