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
  Script,
  Small,
} from '../foundation/ui/index.ts'
import { CodeMail } from './code-mail.part.tsx'
import { KeptNotice } from './kept-form.page.tsx'

/** A hidden field, when there is something to carry. */
export function Carry(props: { name: string; value: string | undefined }) {
  return props.value === undefined ? null : <input type="hidden" name={props.name} value={props.value} />
}

/** What the browser module needs to offer a passkey; absent where browsers have none. */
export interface PasskeyOffer {
  action: string
  challenge: string
  host: string
  onward: string | undefined
  /** Ids of the passkeys that may answer; empty for any. */
  allowed: string[]
  /** It is all that is asked, so the device has to check who holds it. */
  alone: boolean
}

/** Shown by the browser module only: without script there is nothing to press. */
export function PasskeySignIn(props: { offer: PasskeyOffer; words: string }) {
  const { offer } = props
  return (
    <div
      class="passkey passkey--asleep"
      data-passkey="use"
      data-challenge={offer.challenge}
      data-host={offer.host}
      data-allowed={offer.allowed.join(' ')}
      data-verification={offer.alone ? 'required' : 'preferred'}
    >
      <Form action={offer.action} label={props.words}>
        <input type="hidden" name="antwoord" value="" />
        <Carry name="verder" value={offer.onward} />
        <Button kind="secondary">{props.words}</Button>
      </Form>
      <p
        class="passkey__status"
        role="status"
        data-passkey-status="Dat lukte niet. Probeer het opnieuw, of gebruik een andere manier."
      ></p>
      <Script name="passkey" />
    </div>
  )
}

interface SignInProps {
  typed: Typed
  errors: FieldError[]
  onward: string | undefined
  again: boolean
  passkey: PasskeyOffer | undefined
  organisation: string | undefined
  demo: boolean
}

/** The first page of signing in: an address, or one of the other ways. */
export function SignInPage(props: SignInProps) {
  const way = props.onward === undefined ? '' : `?${new URLSearchParams({ verder: props.onward })}`
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Inloggen</Heading>
      {props.again ? (
        <Notice tone="info">
          <p>Voor deze stap vragen we je om nog een keer in te loggen. Zo weten we zeker dat jij het bent.</p>
        </Notice>
      ) : (
        <Lead>Je krijgt een mail met een knop en een code. Een wachtwoord is niet nodig.</Lead>
      )}
      <KeptNotice onward={props.onward} />
      <Form action="/inloggen">
        <Field
          label="Je mailadres"
          name="email"
          type="email"
          inputmode="email"
          autocomplete="email"
          spellcheck={false}
          maxlength={254}
          value={props.typed.email}
          error={errorFor(props.errors, 'email')}
        />
        <Carry name="verder" value={props.onward} />
        <Actions>
          <Button>Stuur mij een mail</Button>
        </Actions>
      </Form>
      <Small>
        Nog geen account? Dan maken we er een als je voor het eerst inlogt. De reflectie doe je zonder account.
      </Small>
      {props.passkey ? <PasskeySignIn offer={props.passkey} words="Inloggen met een passkey" /> : null}
      {props.organisation ? (
        <p>
          <LinkButton kind="secondary" href={`/inloggen/organisatie${way}`}>
            Inloggen via {props.organisation}
          </LinkButton>
        </p>
      ) : null}
      {props.demo ? (
        <p>
          Dit is een proefopstelling. <a href="/demo">Word iemand uit de voorbeelden</a>, of lees je mail op{' '}
          <a href="/demo/post">de proefpost</a>.
        </p>
      ) : null}
    </Band>
  )
}

/** Says the same to everyone, whether the address was known or not. */
export function WaitingPage(props: {
  email: string
  typed: Typed
  errors: FieldError[]
  onward: string | undefined
  demo: boolean
}) {
  return (
    <CodeMail
      to={props.email}
      typed={props.typed}
      errors={props.errors}
      demo={props.demo}
      action="/inloggen/code"
      does="Log in"
      again="/inloggen"
    >
      <p>
        Vraag je snel achter elkaar een mail aan, dan kan de volgende even duren. De vorige mail werkt een kwartier.
      </p>
      <Form action="/inloggen">
        <input type="hidden" name="email" value={props.email} />
        <Carry name="verder" value={props.onward} />
        <Button kind="secondary">Stuur de mail opnieuw</Button>
      </Form>
    </CodeMail>
  )
}

/** Behind the link in the mail. Opening it does nothing: mail scanners open links too. */
export function KeyPage(props: { token: string; email: string }) {
  return (
    <Band narrow>
      <Heading level={1}>Nog één druk op de knop</Heading>
      <Lead>
        Je logt in als <strong>{props.email}</strong>.
      </Lead>
      <Form action={`/inloggen/sleutel/${props.token}`}>
        <Actions>
          <Button>Log in</Button>
        </Actions>
      </Form>
      <Small>Vroeg jij dit niet aan? Sluit dan deze pagina. Er gebeurt niets.</Small>
    </Band>
  )
}

/** A link that did its work, or is too old. */
export function SpentKeyPage(props: { state: 'used' | 'expired' | 'unknown' }) {
  const why = {
    used: 'Deze link is al gebruikt. Elke link werkt één keer.',
    expired: 'Deze link is ouder dan een kwartier.',
    unknown: 'Deze link werkt niet. Misschien is hij niet helemaal overgenomen, of al lang geleden gebruikt.',
  }[props.state]
  return (
    <Band narrow>
      <Heading level={1}>Deze link werkt niet meer</Heading>
      <Lead>{why} Vraag een nieuwe mail aan, dan kun je weer verder.</Lead>
      <p>
        <LinkButton href="/inloggen">Nieuwe mail aanvragen</LinkButton>
      </p>
    </Band>
  )
}

/** Right after the first sign-in. */
export function WelcomePage(props: { typed: Typed; errors: FieldError[]; onward: string | undefined; fresh: boolean }) {
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>{props.fresh ? 'Je account is gemaakt' : 'Hoe heet je?'}</Heading>
      <Lead>Hoe mogen we je noemen? Deze naam staat bij wat je hier openbaar zegt.</Lead>
      <Form action="/inloggen/welkom">
        <Field
          label="Je naam"
          name="naam"
          autocomplete="name"
          spellcheck={false}
          maxlength={120}
          value={props.typed.naam}
          error={errorFor(props.errors, 'naam')}
        />
        <Carry name="verder" value={props.onward} />
        <Actions>
          <Button>Bewaar en ga verder</Button>
          <LinkButton kind="subtle" href={props.onward ?? '/mijn'}>
            Sla over
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}
