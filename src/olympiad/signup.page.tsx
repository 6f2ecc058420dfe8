import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  Facts,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Small,
} from '../foundation/ui/index.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { programmeUrl, spanWords } from './programme.ts'
import { type Seating, SignupFields } from './signup.fields.part.tsx'
import { type Signup, signupUrl } from './signup.ts'

/** The same words for an address we knew and for one we did not. */
export function SignedUpPage({ olympiad }: { olympiad: Olympiad }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Kijk in je mail</Heading>
      <Lead>We stuurden je een bevestiging, met een link om iets te veranderen of af te zeggen.</Lead>
      <p>
        Komt er niets? Kijk bij ongewenste mail. Staat hij daar ook niet, meld je dan nog eens aan met een ander adres.
      </p>
      <p>
        <LinkButton href={programmeUrl(olympiad)} kind="secondary">
          Terug naar het programma
        </LinkButton>
      </p>
    </Band>
  )
}

/** What the link in the mail opens: one button, so that a program that only looks at links opens nothing. */
export function SignupKeyPage({ olympiad, token }: { olympiad: Olympiad; token: string }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Je aanmelding</Heading>
      <Lead>{olympiad.title}</Lead>
      <Form action={signupUrl(olympiad)}>
        <input type="hidden" name="sleutel" value={token} />
        <Actions>
          <Button>Open mijn aanmelding</Button>
        </Actions>
      </Form>
    </Band>
  )
}

/** For whoever comes without a link, or with one that opens nothing any more. */
export function LostSignupPage({ olympiad, worn }: { olympiad: Olympiad; worn: boolean }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Je aanmelding</Heading>
      {worn ? (
        <Notice tone="warning" title="Deze link opent niets meer">
          <p>Misschien is hij niet helemaal meegekomen, of je zei af. Dan is alles van je gewist.</p>
        </Notice>
      ) : (
        <Lead>Open de link in de mail die je kreeg toen je je aanmeldde.</Lead>
      )}
      <p>
        Link kwijt? Meld je met hetzelfde mailadres nog eens aan. Je plek blijft van jou, en je krijgt de link opnieuw.
      </p>
      <p>
        <LinkButton href={programmeUrl(olympiad)} kind="secondary">
          Naar het programma
        </LinkButton>
      </p>
    </Band>
  )
}

export interface OwnSignupView {
  olympiad: Olympiad
  signup: Signup
  roles: StakeholderRole[]
  seating: Seating
  /** What was typed, or how it stands. */
  typed: Typed
  errors: FieldError[]
  changed: boolean
  open: boolean
}

/** Someone's own signup: as it stands, to change or to cancel. */
export function OwnSignupPage(view: OwnSignupView) {
  const { olympiad, signup, roles, seating, typed, errors, changed, open } = view
  const table = seating.tables.find(({ id }) => id === signup.table)
  return (
    <>
      <Band tone="boter" narrow>
        <ErrorSummary errors={errors} />
        <Heading level={1}>Je aanmelding</Heading>
        {changed ? <Notice tone="ok" title="Je aanmelding is veranderd" /> : null}
        <Lead>{olympiad.title}</Lead>
        <Facts
          items={[
            { term: 'Wanneer', value: spanWords(olympiad) },
            ...(olympiad.place === '' ? [] : [{ term: 'Waar', value: olympiad.place }]),
            { term: 'Je komt als', value: roles.find(({ slug }) => slug === signup.role)?.name ?? signup.role },
            { term: 'Je tafel', value: table ? `${table.number}: ${table.title}` : 'maakt niet uit' },
          ]}
        />
        <Actions>
          <LinkButton href={`${signupUrl(olympiad)}/agenda.ics`} kind="secondary">
            Zet in mijn agenda
          </LinkButton>
          <LinkButton href={programmeUrl(olympiad)} kind="subtle">
            Bekijk het programma
          </LinkButton>
        </Actions>
      </Band>
      {open ? (
        <Band narrow>
          <Heading level={2}>Iets veranderen</Heading>
          <Form action={`${signupUrl(olympiad)}/wijziging`}>
            <SignupFields roles={roles} seating={seating} typed={typed} errors={errors} own={signup.table} />
            <Actions>
              <Button>Bewaar</Button>
            </Actions>
          </Form>
        </Band>
      ) : null}
      <Band tone="wad" narrow>
        <Heading level={2}>Kom je toch niet?</Heading>
        <p>Dan is je plek voor iemand anders. We wissen meteen alles wat we van je hebben.</p>
        <Form action={`${signupUrl(olympiad)}/afmelding`}>
          <Actions>
            <Button kind="danger">Meld me af</Button>
          </Actions>
        </Form>
        <Small>Anders wissen we je naam, je mailadres en wat je nodig hebt vier weken na de dag.</Small>
      </Band>
    </>
  )
}

/** After cancelling. */
export function CancelledSignupPage({ olympiad }: { olympiad: Olympiad }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Je bent afgemeld</Heading>
      <Lead>Alles wat we van je hadden, is weg. Fijn dat je het liet weten.</Lead>
      <p>
        <LinkButton href={programmeUrl(olympiad)} kind="secondary">
          Naar het programma
        </LinkButton>
      </p>
    </Band>
  )
}
