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
  Notice,
  QrCode,
  Script,
  Small,
} from '../foundation/ui/index.ts'
import { KeptNotice } from './kept-form.page.tsx'
import type { Factors } from './second-factor.store.ts'
import { inGroups } from './second-factor.ts'
import { Carry, type PasskeyOffer, PasskeySignIn } from './sign-in.page.tsx'

interface Asked {
  typed: Typed
  errors: FieldError[]
  onward: string | undefined
}

/** Whoever became somebody of the cast has no second step of theirs, and needs none. */
function TrialNotice() {
  return (
    <Notice tone="info" title="Dit is een proefopstelling">
      <p>
        Was je een half uur weg? Dan geldt de tweede stap van een voorbeeldpersoon niet meer.{' '}
        <a href="/demo">Word diegene opnieuw</a>, en ga verder.
      </p>
    </Notice>
  )
}

/** Asks for the second factor of someone who has one. */
export function FactorPage(props: Asked & { factors: Factors; passkey: PasskeyOffer | undefined; trial: boolean }) {
  const { factors } = props
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Nog één stap</Heading>
      <Lead>Laat nog een keer zien dat jij het bent. Zo komt niemand met alleen jouw mail verder.</Lead>
      <KeptNotice onward={props.onward} />
      {props.trial ? <TrialNotice /> : null}
      {props.passkey ? <PasskeySignIn offer={props.passkey} words="Gebruik mijn passkey" /> : null}
      {factors.app || factors.recovery > 0 ? (
        <Form action="/inloggen/tweede-stap">
          <Field
            label={factors.app ? 'Code uit je app' : 'Herstelcode'}
            name="code"
            hint={
              factors.app
                ? 'Zes cijfers. Je telefoon niet bij de hand? Vul een herstelcode in.'
                : 'Twaalf tekens. Elke code werkt één keer.'
            }
            autocomplete="one-time-code"
            size="code"
            spellcheck={false}
            value={props.typed.code}
            error={errorFor(props.errors, 'code')}
          />
          <Carry name="verder" value={props.onward} />
          <Actions>
            <Button>Ga verder</Button>
          </Actions>
        </Form>
      ) : null}
      <Disclosure summary="Lukt het niet?">
        <p>
          Geen app, geen passkey en geen herstelcode meer? Dan kunnen wij de tweede stap voor je wissen.{' '}
          <a href="/contact">Neem contact op</a>.
        </p>
      </Disclosure>
    </Band>
  )
}

/** What the browser module needs to make a passkey. */
export interface NewPasskeyOffer {
  challenge: string
  host: string
  /** Handle of the account for the device: no name or address in it. */
  handle: string
  name: string
  known: string[]
}

/** Making a passkey; shown by the browser module only. */
export function NewPasskey(props: { offer: NewPasskeyOffer; onward: string | undefined }) {
  const { offer } = props
  return (
    <div
      class="passkey passkey--asleep"
      data-passkey="make"
      data-challenge={offer.challenge}
      data-host={offer.host}
      data-handle={offer.handle}
      data-name={offer.name}
      data-known={offer.known.join(' ')}
    >
      <Form action="/mijn/passkeys" label="Nieuwe passkey">
        <Field
          label="Hoe noem je dit apparaat?"
          name="naam"
          hint="Bijvoorbeeld: telefoon van het werk"
          optional
          maxlength={60}
          spellcheck={false}
        />
        <input type="hidden" name="antwoord" value="" />
        <Carry name="verder" value={props.onward} />
        <Actions>
          <Button kind="secondary">Maak een passkey</Button>
        </Actions>
      </Form>
      <p
        class="passkey__status"
        role="status"
        data-passkey-status="Dat lukte niet. Probeer het opnieuw, of gebruik een app."
      ></p>
      <Script name="passkey" />
    </div>
  )
}

/** Which second factor to set up. */
export function ChooseFactorPage(props: {
  forced: boolean
  trial: boolean
  errors: FieldError[]
  onward: string | undefined
  offer: NewPasskeyOffer | undefined
}) {
  const way = props.onward === undefined ? '' : `?${new URLSearchParams({ verder: props.onward })}`
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Zet een tweede stap aan</Heading>
      <Lead>
        {props.forced
          ? 'Je rol laat je gegevens van anderen zien. Daarom log je in met twee stappen: je mail, en iets wat alleen jij hebt.'
          : 'Met een tweede stap kan niemand met alleen jouw mail inloggen.'}
      </Lead>
      {props.trial ? <TrialNotice /> : null}
      {props.offer ? (
        <>
          <Heading level={2}>Een passkey</Heading>
          <p>Je telefoon of computer herkent jou, met je vinger, gezicht of pincode. Wij zien daar niets van.</p>
          <NewPasskey offer={props.offer} onward={props.onward} />
          <noscript>
            <p>Voor een passkey moet JavaScript aanstaan in je browser. Met een app kan het zonder.</p>
          </noscript>
        </>
      ) : null}
      <Heading level={2}>Een app met codes</Heading>
      <p>Een app op je telefoon laat elke halve minuut een andere code zien. Elke app voor inlogcodes is goed.</p>
      <p>
        <LinkButton href={`/mijn/tweede-stap/app${way}`}>Koppel een app</LinkButton>
      </p>
    </Band>
  )
}

/** Linking an authenticator app. */
export function NewAppPage(props: Asked & { secret: string; uri: string; sealed: string }) {
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Koppel een app</Heading>
      <ol>
        <li>Open de app met inlogcodes op je telefoon en kies “toevoegen”.</li>
        <li>Richt de camera op het vierkant, of typ de sleutel over.</li>
        <li>Vul hieronder de zes cijfers in die de app laat zien.</li>
      </ol>
      <QrCode text={props.uri} title="QR-code voor je app; dezelfde sleutel staat hieronder in letters" />
      <p>
        Sleutel: <code class="secret">{inGroups(props.secret)}</code>
      </p>
      <p>
        <a href={props.uri}>Zit de app op dit apparaat? Open hem dan hier.</a>
      </p>
      <Form action="/mijn/tweede-stap/app">
        <input type="hidden" name="geheim" value={props.sealed} />
        <Field
          label="Code uit je app"
          name="code"
          hint="Zes cijfers"
          inputmode="numeric"
          autocomplete="one-time-code"
          size="code"
          spellcheck={false}
          value={props.typed.code}
          error={errorFor(props.errors, 'code')}
        />
        <Carry name="verder" value={props.onward} />
        <Actions>
          <Button>Koppel de app</Button>
        </Actions>
      </Form>
    </Band>
  )
}

/** Ten codes for when the phone is gone. Shown once: the next visit to this page makes other ones. */
export function RecoveryPage(props: { codes: string[]; sealed: string; onward: string | undefined; had: number }) {
  return (
    <Band narrow>
      <Heading level={1}>Bewaar je herstelcodes</Heading>
      <Lead>Raak je je telefoon kwijt, dan kom je hiermee weer binnen. Elke code werkt één keer.</Lead>
      <ol class="recovery">
        {props.codes.map((code) => (
          <li>
            <code class="secret">{code}</code>
          </li>
        ))}
      </ol>
      <p>
        Print ze of schrijf ze over, en leg ze ergens waar alleen jij bij kunt. We laten deze tien niet nog een keer
        zien.
      </p>
      {props.had > 0 ? (
        <Notice tone="warning">
          <p>Druk je op de knop, dan werken je oude herstelcodes niet meer.</p>
        </Notice>
      ) : null}
      <Form action="/mijn/tweede-stap/herstelcodes">
        <input type="hidden" name="codes" value={props.sealed} />
        <Carry name="verder" value={props.onward} />
        <Actions>
          <Button>Ik heb ze bewaard</Button>
        </Actions>
      </Form>
      <Small>De codes werken pas als je op de knop hebt gedrukt.</Small>
    </Band>
  )
}
