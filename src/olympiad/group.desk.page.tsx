import { inDutch } from '../foundation/clock.ts'
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
  Notice,
  Small,
  Table,
  TextArea,
} from '../foundation/ui/index.ts'
import type { StudyPractice } from '../practices/index.ts'
import { type Names, RoomTop, type Typed, whoWords } from './group.part.tsx'
import { type GroupMember, groupUrl, type WorkingGroup } from './group.ts'

interface FieldsProps {
  errors: FieldError[]
  typed: Typed
  themes: { slug: string; name: string; explanation: string }[]
  practices: StudyPractice[]
  version: number
}

function GroupFields({ errors, typed, themes, practices, version }: FieldsProps) {
  return (
    <>
      <input type="hidden" name="versie" value={String(version)} />
      <Field
        label="Jaar"
        name="jaar"
        size="short"
        inputmode="numeric"
        autocomplete="off"
        value={typed.jaar}
        error={errorFor(errors, 'jaar')}
      />
      <Field
        label="Naam van de werkgroep"
        name="naam"
        autocomplete="off"
        maxlength={120}
        value={typed.naam}
        error={errorFor(errors, 'naam')}
      />
      <TextArea
        label="Opdracht"
        name="opdracht"
        hint="Wat lezen ze, en wat maken ze ervan? Iedereen kan dit lezen."
        rows={4}
        maxlength={2000}
        value={typed.opdracht}
        error={errorFor(errors, 'opdracht')}
      />
      {themes.length > 0 ? (
        <Choices
          type="checkbox"
          legend="Thema’s van dat jaar"
          name="thema[]"
          id="veld-thema"
          optional
          options={themes.map(({ slug, name, explanation }) => ({ value: slug, label: name, hint: explanation }))}
          value={typed['thema[]']}
          error={errorFor(errors, 'thema[]')}
        />
      ) : (
        <Small>Voor dit jaar is geen oproep gepubliceerd, dus er zijn nog geen thema’s om te kiezen.</Small>
      )}
      {practices.length > 0 ? (
        <Choices
          type="checkbox"
          legend="Praktijken om te lezen"
          name="praktijk[]"
          id="veld-praktijk"
          optional
          options={practices.map(({ item, title, year, line }) => ({
            value: item,
            label: `${title} (${year})`,
            hint: line,
          }))}
          value={typed['praktijk[]']}
          error={errorFor(errors, 'praktijk[]')}
        />
      ) : null}
    </>
  )
}

/** An editor begins a group. */
export function NewGroupPage(props: Omit<FieldsProps, 'version'>) {
  return (
    <Band tone="wad">
      <Heading level={1}>Begin een werkgroep</Heading>
      <Lead>Een werkgroep hoort bij een jaar en zijn thema’s. Leden voeg je daarna toe.</Lead>
      <ErrorSummary errors={props.errors} />
      <Form action="/werkgroepen">
        <GroupFields {...props} version={0} />
        <Button>Begin deze werkgroep</Button>
      </Form>
    </Band>
  )
}

/** An editor mends what a group is about; who was second sees what a colleague wrote. */
export function GroupDataPage(
  props: FieldsProps & {
    group: WorkingGroup
    theirs: { label: string; theirs: string }[] | undefined
    saved: boolean
  },
) {
  const { group, theirs, saved, errors } = props
  return (
    <Band tone="wad">
      <RoomTop group={group} here="gegevens" title="Gegevens" isEditor />
      {saved ? <Notice tone="ok" title="Bewaard" /> : null}
      <ErrorSummary errors={errors} />
      {theirs ? (
        <Notice tone="warning" title="Iemand anders bewaarde dit terwijl jij schreef">
          <p>Jouw tekst staat hieronder en is nog niet bewaard. Bewaar je nog eens, dan geldt die van jou.</p>
          {theirs.map((one) => (
            <p>
              <strong>{one.label}</strong>, zo staat het er nu: {one.theirs}
            </p>
          ))}
        </Notice>
      ) : null}
      <Form action={groupUrl(group, 'gegevens')}>
        <GroupFields {...props} />
        <Button>Bewaar</Button>
      </Form>
    </Band>
  )
}

/** Someone who was found by name. */
export interface PersonFound {
  id: string
  name: string
  places: string[]
}

interface MembersProps {
  group: WorkingGroup
  members: GroupMember[]
  names: Names
  named: string
  found: PersonFound[]
  errors: FieldError[]
}

/** Who is in the group; an editor finds people by the beginning of a name, never as a list of everyone. */
export function MembersPage({ group, members, names, named, found, errors }: MembersProps) {
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="leden" title="Leden" isEditor />
        <ErrorSummary errors={errors} />
        {members.length === 0 ? (
          <p>Er zijn nog geen leden.</p>
        ) : (
          <Table
            caption={members.length === 1 ? 'Eén lid' : `${members.length} leden`}
            columns={[{ label: 'Naam' }, { label: 'Sinds' }, { label: 'Eraf halen' }]}
            rows={members.map(({ person, since }) => [
              whoWords(names, person),
              inDutch(since),
              <Form action={groupUrl(group, 'leden/einde')} label={`Haal ${whoWords(names, person)} eraf`}>
                <input type="hidden" name="persoon" value={person} />
                <Button kind="subtle">Haal eraf</Button>
              </Form>,
            ])}
          />
        )}
      </Band>
      <Band labelledby="erbij">
        <Heading level={2} id="erbij">
          Iemand erbij
        </Heading>
        <Form action={groupUrl(group, 'leden')} method="get" label="Zoek iemand met een account">
          <Field
            label="Naam"
            name="naam"
            hint="De eerste drie letters van een voor- of achternaam. Alleen mensen met een account."
            autocomplete="off"
            value={named}
            error={errorFor(errors, 'naam')}
          />
          <Actions>
            <Button kind="secondary">Zoek</Button>
          </Actions>
        </Form>
        {named !== '' && found.length === 0 ? <p>Niemand gevonden. Typ minstens drie letters van de naam.</p> : null}
        {found.map(({ id, name, places }) => (
          <Form action={groupUrl(group, 'leden')} label={`Maak ${name} lid`}>
            <input type="hidden" name="persoon" value={id} />
            <p>
              <strong>{name}</strong>
              {places.length > 0 ? `, ${places.join(', ')}` : ''}
            </p>
            <Button kind="secondary">Maak lid</Button>
          </Form>
        ))}
        <p>
          <LinkButton href={groupUrl(group)} kind="subtle">
            Terug naar de werkgroep
          </LinkButton>
        </p>
      </Band>
    </>
  )
}
