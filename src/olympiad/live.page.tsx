import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Script,
  Small,
} from '../foundation/ui/index.ts'
import { JOIN, liveUrl, type Screen, timeWords } from './live.ts'
import { type Olympiad, olympiadUrl, type StakeholderRole } from './olympiad.ts'
import { NameField, NameForm } from './panel.part.tsx'
import type { Sentence } from './round.ts'
import { SentenceWords, Weighing } from './vote.page.tsx'

/** Where everyone types the six digits of the screen. */
export function JoinPage({ errors, typed }: { errors: FieldError[]; typed: Typed }) {
  return (
    <Band tone="wad" narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Doe mee</Heading>
      <Lead>Op het scherm in de zaal staan zes cijfers. Typ ze hier. Een account is niet nodig.</Lead>
      <Form action={JOIN} nonce={false}>
        <Field
          label="De zes cijfers"
          name="code"
          inputmode="numeric"
          autocomplete="off"
          size="code"
          value={typed.code}
          error={errorFor(errors, 'code')}
        />
        <Actions>
          <Button>Doe mee</Button>
        </Actions>
      </Form>
      <Small>
        Zit je niet in de zaal, maar kreeg je een uitnodiging? Open dan de link in je mail. Ben je die kwijt?{' '}
        <a href="/olympiades">Kies je Olympiade</a>, daar vraag je een nieuwe.
      </Small>
    </Band>
  )
}

/** As whom someone takes part. Nobody checks it. */
export function RoomRolePage(props: {
  olympiad: Olympiad
  roles: StakeholderRole[]
  /** Whether answers stand with names here. */
  named: boolean
  typed: Typed
  errors: FieldError[]
}) {
  const { olympiad, roles, named, typed, errors } = props
  return (
    <Band tone="wad" narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Fijn dat je meepraat</Heading>
      <Lead>{olympiad.question}</Lead>
      <Form action={`${liveUrl(olympiad)}/groep`}>
        <Choices
          type="radio"
          big
          legend="Bij welke groep hoor je?"
          name="groep"
          hint="Kies wat het beste past. Elke groep telt apart."
          options={roles.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={typed.groep}
          error={errorFor(errors, 'groep')}
        />
        {named ? <NameField value={typeof typed.naam === 'string' ? typed.naam : ''} errors={errors} /> : null}
        <Actions>
          <Button>Begin</Button>
        </Actions>
      </Form>
      <Small>
        {named
          ? 'In deze Olympiade is de stemming open: wie meedoet, ziet na de sluiting wie wat koos.'
          : 'Niemand ziet wat jij kiest, ook de voorzitter niet.'}
      </Small>
    </Band>
  )
}

/** Whoever takes part already and gave no name yet, while answers stand with one here. */
export function RoomNamePage({ olympiad }: { olympiad: Olympiad }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Onder welke naam?</Heading>
      <p>In deze Olympiade is de stemming open: wie meedoet, ziet na de sluiting wie wat koos.</p>
      <NameForm olympiad={olympiad} name="" errors={[]} room />
    </Band>
  )
}

const SAVED = 'Je antwoord is bewaard. Je mag het nog veranderen.'

export interface PhoneView {
  olympiad: Olympiad
  screen: Screen
  sentence: Sentence | undefined
  counter: string
  seconds: number | null
  typed: Typed
  errors: FieldError[]
  saved: boolean
}

/**
 * The phone: the sentence that is on the screen of the hall, with the answers of the round's own page. The module next to
 * it follows the screen; without it, one button does.
 */
export function PhonePage(view: PhoneView) {
  const { olympiad, screen, sentence, counter, seconds, typed, errors, saved } = view
  const at = liveUrl(olympiad)
  return (
    <Band>
      <div class="live" data-live={`${at}/stroom`} data-step={screen.seq}>
        <ErrorSummary errors={errors} />
        <p class="live__top">
          <span data-live-counter>{counter}</span>{' '}
          <span data-live-time>{timeWords(seconds, screen.left !== null)}</span>
        </p>
        <div data-live-wait class={sentence === undefined ? undefined : 'live-away'}>
          <Heading level={1}>Kijk naar het scherm</Heading>
          <Lead>Zo komt er een zin. Dan kun je hier kiezen.</Lead>
        </div>
        <div data-live-vote class={sentence === undefined ? 'live-away' : undefined}>
          <Form action={`${at}/stem`} nonce={false}>
            <input type="hidden" name="zin" value={sentence?.statement ?? ''} />
            <input type="hidden" name="eerder" value="" />
            <div data-live-words>{sentence ? <SentenceWords sentence={sentence} level={1} /> : null}</div>
            <Weighing typed={typed} errors={errors} />
            <Actions>
              <Button>Bewaar mijn antwoord</Button>
            </Actions>
          </Form>
        </div>
        <p
          class="live__saved"
          role="status"
          data-live-saved={SAVED}
          data-live-lost="Je antwoord kwam niet aan. Heb je verbinding? Druk dan nog eens op de knop."
        >
          {saved ? SAVED : ''}
        </p>
        <noscript>
          <p>
            <LinkButton href={at} kind="secondary">
              Ververs
            </LinkButton>
          </p>
        </noscript>
        <Small>
          Alle zinnen rustig teruglezen kan ook: <a href={`${olympiadUrl(olympiad)}/zinnen`}>op één pagina</a>.
        </Small>
      </div>
      <Script name="live" />
    </Band>
  )
}

/** Nothing goes on in the room now. */
export function NoRoomPage({ olympiad }: { olympiad: Olympiad }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>De ronde in de zaal is voorbij</Heading>
      <Lead>Dank je wel. Wat je antwoordde, telt mee.</Lead>
      <p>Wat elke groep vindt, zie je bij de Olympiade zodra de ronde is gesloten.</p>
      <p>
        <LinkButton href={olympiadUrl(olympiad)} kind="secondary">
          Naar de Olympiade
        </LinkButton>
      </p>
    </Band>
  )
}
