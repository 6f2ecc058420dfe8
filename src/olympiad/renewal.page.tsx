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
  Prose,
} from '../foundation/ui/index.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { OVER, opensSomething } from './renewal.ts'

/** Where someone asks for a new link. */
export const renewalUrl = (olympiad: Pick<Olympiad, 'slug'>): string => `${olympiadUrl(olympiad)}/meedoen/kwijt`

/** Asks for a new link by mail, and says what is possible for whoever has only a code. */
export function RenewalPage({ olympiad, errors, typed }: { olympiad: Olympiad; errors: FieldError[]; typed: Typed }) {
  if (!opensSomething(olympiad)) return <OverPage olympiad={olympiad} />
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Link kwijt</Heading>
        <Lead>Kreeg je een uitnodiging per mail? Dan sturen we je een nieuwe link.</Lead>
        <ErrorSummary errors={errors} />
        <Form action={renewalUrl(olympiad)}>
          <Field
            label="Je mailadres"
            name="mail"
            type="email"
            autocomplete="email"
            hint="Het adres waarop je bent uitgenodigd"
            value={typed.mail}
            error={errorFor(errors, 'mail')}
          />
          <Actions>
            <Button>Stuur een nieuwe link</Button>
          </Actions>
        </Form>
        <OldAnswers />
      </Band>
      <Band>
        <Heading level={2}>Deed je mee met een code of in de zaal?</Heading>
        <Prose>
          <p>
            Dan hebben wij je naam en adres niet, en van je code alleen een afdruk. Een code die kwijt is, kunnen we
            niet opnieuw geven; ook de voorzitter niet. Wat je al antwoordde, blijft geteld.
          </p>
          <p>
            Antwoordde je in deze ronde nog niet? Vraag de voorzitter om een nieuwe code. Die kan niet nagaan of je al
            meedeed, en vertrouwt op je woord.{olympiad.help === '' ? '' : ` ${olympiad.help}`}
          </p>
        </Prose>
      </Band>
    </>
  )
}

function OverPage({ olympiad }: { olympiad: Olympiad }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Link kwijt</Heading>
      <p>{OVER}</p>
      <LinkButton href={`${olympiadUrl(olympiad)}/uitslag`}>Naar de uitslag</LinkButton>
    </Band>
  )
}

/** What a new link can and cannot do with what was answered before. */
export function OldAnswers() {
  return (
    <p>
      Antwoordde je al in de ronde die nu open is? Die antwoorden blijven tellen. Met een nieuwe link kun je ze niet
      meer zien of veranderen: ze liggen onder een schuilnaam die alleen je oude link kent.
    </p>
  )
}

/** The same for every address, known or not. */
export function RenewalSentPage({ olympiad }: { olympiad: Olympiad }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Kijk in je mail</Heading>
      <p>
        Is dit adres uitgenodigd, dan is er nu een mail met een nieuwe link onderweg. Open hem binnen een dag. Je oude
        link werkt tot je de nieuwe opent.
      </p>
      <p>
        Komt er niets? Kijk bij ongewenste mail, of probeer een ander adres. We zeggen hier niet of een adres is
        uitgenodigd: dat gaat niemand anders iets aan. {olympiad.help}
      </p>
      <p>
        <LinkButton kind="secondary" href={renewalUrl(olympiad)}>
          Probeer een ander adres
        </LinkButton>
      </p>
    </Band>
  )
}
