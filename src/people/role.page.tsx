import { inDutchWithTime } from '../foundation/clock.ts'
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
  Notice,
  Pagination,
  SearchForm,
  Select,
  Table,
} from '../foundation/ui/index.ts'
import { type Organisation, organisationKinds } from './organisation.ts'
import type { GrantLine } from './role.store.ts'
import { roleNames, roleRules } from './role.ts'

interface RolesProps {
  current: { lines: GrantLine[]; page: number; pages: number }
  latest: GrantLine[]
  /** At most fifty to choose from; `named` narrows them, `more` there are beside these. */
  places: Organisation[]
  named: string
  more: number
  typed: Typed
  errors: FieldError[]
  locked: boolean
}

const who = (line: GrantLine) => line.name ?? line.email ?? 'account gewist'

/** Who may do what, and who decided so. */
export function RolesPage(props: RolesProps) {
  return (
    <>
      <Band narrow>
        <ErrorSummary errors={props.errors} />
        <Heading level={1}>Rollen</Heading>
        <Lead>Wie wat mag zien en doen. Elke wijziging staat onderaan, met naam en tijd.</Lead>
        {props.locked ? (
          <Notice tone="info">
            <p>Dit is een proefopstelling. Je kunt hier kijken, maar geen rollen wijzigen.</p>
          </Notice>
        ) : null}
        <Heading level={2}>Geef een rol</Heading>
        {props.more > 0 || props.named !== '' ? (
          <SearchForm
            action="/beheer/rollen"
            label="Zoek eerst de organisatie, op een deel van de naam"
            name="plek"
            value={props.named}
          />
        ) : null}
        <Form action="/beheer/rollen">
          <Field
            label="Mailadres"
            name="email"
            type="email"
            hint="Van iemand die al een keer heeft ingelogd"
            autocomplete="off"
            spellcheck={false}
            value={props.typed.email}
            error={errorFor(props.errors, 'email')}
          />
          <Select
            label="Rol"
            name="rol"
            options={[
              { value: '', label: 'Kies een rol' },
              ...roleNames.map((role) => ({ value: role, label: roleRules[role].word })),
            ]}
            value={props.typed.rol}
            error={errorFor(props.errors, 'rol')}
          />
          <Select
            label="Organisatie"
            name="organisatie"
            optional
            {...(props.more > 0
              ? { hint: `Er zijn er nog ${props.more}. Staat de jouwe er niet bij? Zoek hierboven.` }
              : {})}
            options={[
              { value: '', label: 'Geen organisatie' },
              ...props.places.map((place) => ({
                value: place.id,
                label: `${place.name} (${organisationKinds[place.kind]})`,
              })),
            ]}
            value={props.typed.organisatie}
            error={errorFor(props.errors, 'organisatie')}
          />
          <Actions>
            <Button>Geef deze rol</Button>
          </Actions>
        </Form>
      </Band>
      <Band tone="wad">
        <Table
          caption="Wie nu welke rol heeft"
          columns={[
            { label: 'Naam' },
            { label: 'Rol' },
            { label: 'Organisatie' },
            { label: 'Sinds' },
            { label: 'Beëindig' },
          ]}
          rows={props.current.lines.map((line) => [
            who(line),
            roleRules[line.role].word,
            line.organisation ?? '',
            inDutchWithTime(line.grantedAt),
            <Form
              action={`/beheer/rollen/${line.id}/einde`}
              label={`Beëindig ${roleRules[line.role].word} van ${who(line)}`}
            >
              <Button kind="subtle">Beëindig</Button>
            </Form>,
          ])}
        />
        <Pagination
          page={props.current.page}
          pages={props.current.pages}
          href={(page) => `/beheer/rollen?bladzijde=${page}`}
        />
      </Band>
      <Band>
        <Table
          caption="Laatste wijzigingen"
          columns={[{ label: 'Naam' }, { label: 'Rol' }, { label: 'Gegeven' }, { label: 'Beëindigd' }]}
          rows={props.latest.map((line) => [
            who(line),
            roleRules[line.role].word,
            `${inDutchWithTime(line.grantedAt)}, door ${line.grantedBy ?? 'de server'}`,
            line.endedAt ? `${inDutchWithTime(line.endedAt)}, door ${line.endedBy ?? 'de server'}` : 'nee',
          ])}
        />
      </Band>
    </>
  )
}
