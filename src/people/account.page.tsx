import { inDutch, inDutchWithTime } from '../foundation/clock.ts'
import type { SessionLine, Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  Small,
  Table,
} from '../foundation/ui/index.ts'
import type { Membership } from './membership.store.ts'
import type { PasskeyLine } from './passkey.store.ts'
import type { Person } from './person.ts'
import { needsSecondFactor, type RoleName, roleRules } from './role.ts'
import { type Factors, hasFactor } from './second-factor.store.ts'

interface AccountProps {
  person: Person
  typed: Typed
  errors: FieldError[]
  sessions: SessionLine[]
  here: string
  passkeys: PasskeyLine[]
  factors: Factors
  memberships: Membership[]
  organisation: { name: string; linked: boolean } | undefined
}

/** Who I am here, where I am signed in and how. */
export function AccountPage(props: AccountProps) {
  const { person, errors } = props
  const general = person.roles.flatMap(({ role, organisation }) => (organisation === null ? [role] : []))
  return (
    <>
      <Band narrow>
        <ErrorSummary errors={errors} />
        <Heading level={1}>Mijn account</Heading>
        <Facts
          items={[
            { term: 'Mailadres', value: <MailAddress email={person.email} /> },
            ...(general.length > 0 ? [{ term: 'Rollen', value: inWords(general) }] : []),
          ]}
        />
        <Form action="/mijn/account/naam">
          <Field
            label="Je naam"
            name="naam"
            hint="Deze naam staat bij wat je hier openbaar zegt"
            autocomplete="name"
            spellcheck={false}
            maxlength={120}
            value={props.typed.naam ?? person.name}
            error={errorFor(errors, 'naam')}
          />
          <Actions>
            <Button kind="secondary">Bewaar je naam</Button>
          </Actions>
        </Form>
      </Band>
      <Memberships memberships={props.memberships} />
      <SecondStep {...props} />
      <Sessions sessions={props.sessions} here={props.here} />
    </>
  )
}

const inWords = (roles: RoleName[]): string => roles.map((role) => roleRules[role].word).join(', ')

function MailAddress({ email }: { email: string }) {
  return (
    <>
      {email || 'Nog geen.'} <a href="/mijn/account/mailadres">{email ? 'Verander' : 'Voeg toe'}</a>
    </>
  )
}

function Memberships(props: { memberships: Membership[] }) {
  if (props.memberships.length === 0) return null
  return (
    <Band narrow>
      <Table
        caption="Waar je bij hoort"
        columns={[{ label: 'Organisatie' }, { label: 'Je rol daar' }, { label: 'Sinds' }, { label: 'Weggaan' }]}
        rows={props.memberships.map((place) => [
          place.name,
          inWords(place.roles) || 'geen',
          inDutch(place.since),
          <Form action={`/mijn/account/organisaties/${place.organisation}/einde`} label={`Ga weg bij ${place.name}`}>
            <Button kind="subtle">Ik hoor hier niet meer bij</Button>
          </Form>,
        ])}
      />
      <Small>Ga je ergens weg, dan stoppen je rollen daar meteen. Je reflecties en je account houd je.</Small>
    </Band>
  )
}

function SecondStep(props: AccountProps) {
  const { factors, passkeys, organisation } = props
  return (
    <Band tone="wad" narrow>
      <Heading level={2}>Inloggen in twee stappen</Heading>
      {hasFactor(factors) ? null : (
        <p>
          {needsSecondFactor(props.person)
            ? 'Voor jouw rol is een tweede stap nodig.'
            : 'Niet verplicht. Met een tweede stap kan niemand met alleen jouw mail inloggen.'}
        </p>
      )}
      {factors.app ? (
        <Form action="/mijn/account/app/einde">
          <p>Er is een app met codes gekoppeld.</p>
          <Button kind="danger">Ontkoppel de app</Button>
        </Form>
      ) : null}
      {passkeys.length > 0 ? (
        <Table
          caption="Je passkeys"
          columns={[{ label: 'Naam' }, { label: 'Gemaakt' }, { label: 'Laatst gebruikt' }, { label: 'Weghalen' }]}
          rows={passkeys.map((key) => [
            key.label,
            inDutch(key.createdAt),
            key.usedAt ? inDutch(key.usedAt) : 'nog niet',
            <Form action={`/mijn/passkeys/${key.id}/einde`} label={`Haal ${key.label} weg`}>
              <Button kind="subtle">Haal weg</Button>
            </Form>,
          ])}
        />
      ) : null}
      {hasFactor(factors) && factors.recovery < 3 ? (
        <Notice tone="warning">
          <p>
            Je hebt nog {factors.recovery === 0 ? 'geen' : factors.recovery} herstelcodes. Maak nieuwe, voor als je je
            telefoon kwijt bent.
          </p>
        </Notice>
      ) : null}
      <Actions>
        <LinkButton kind="secondary" href="/mijn/tweede-stap?verder=%2Fmijn%2Faccount">
          {hasFactor(factors) ? 'Voeg een manier toe' : 'Zet een tweede stap aan'}
        </LinkButton>
        {hasFactor(factors) ? (
          <LinkButton kind="subtle" href="/mijn/tweede-stap/herstelcodes">
            Nieuwe herstelcodes
          </LinkButton>
        ) : null}
      </Actions>
      {organisation ? <OrganisationLink {...organisation} /> : null}
    </Band>
  )
}

function OrganisationLink(props: { name: string; linked: boolean }) {
  return (
    <>
      <Heading level={2}>Inloggen via {props.name}</Heading>
      {props.linked ? (
        <Form action="/mijn/account/organisatie/einde">
          <Button kind="danger">Maak de koppeling los</Button>
        </Form>
      ) : (
        <p>
          <a href="/inloggen/organisatie?koppel=ja">Koppel je account bij {props.name}</a>
        </p>
      )}
    </>
  )
}

function Sessions(props: { sessions: SessionLine[]; here: string }) {
  const others = props.sessions.filter((session) => session.id !== props.here)
  return (
    <Band narrow>
      <Table
        caption="Waar je bent ingelogd"
        columns={[{ label: 'Apparaat' }, { label: 'Sinds' }, { label: 'Laatst gezien' }, { label: 'Uitloggen' }]}
        rows={props.sessions.map((session, place) => [
          session.label,
          inDutchWithTime(session.startedAt),
          inDutchWithTime(session.seenAt),
          session.id === props.here ? (
            <Badge tone="ok">dit apparaat</Badge>
          ) : (
            <Form
              action={`/mijn/account/sessies/${session.id}/einde`}
              label={`Log uit op ${session.label}, rij ${place + 1}`}
            >
              <Button kind="subtle">Log uit</Button>
            </Form>
          ),
        ])}
      />
      {others.length > 0 ? (
        <Form action="/mijn/account/sessies/einde">
          <Button kind="secondary">Log overal uit, behalve hier</Button>
        </Form>
      ) : null}
      <Small>Na twaalf uur word je vanzelf uitgelogd.</Small>
    </Band>
  )
}
