import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  Choices,
  Contents,
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
  Select,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Competence } from './competence.store.ts'
import { draftUrl } from './draft.page.tsx'
import type { Edition } from './edition.store.ts'
import { type FormField, standardFields } from './standard.fields.ts'
import { AUDIENCES, audienceLabel, KNOTS, SUBJECTS, subjectLabel } from './standard.ts'
import type { VocabularyText } from './vocabulary.ts'

/** Someone saved first: their words, beside one's own. */
export interface Conflict {
  fields: FormField[]
  theirs: Typed
}

export interface StandardEdit {
  edition: Edition
  /** Undefined while the standard is new. */
  id: string | undefined
  version: number
  typed: Typed
  errors: FieldError[]
  conflict: Conflict | undefined
  competences: Competence[]
  vocabularies: VocabularyText[]
  mayEdit: boolean
}

const LINKED = 'waar-het-bij-hoort'
const placeOf = (part: number): string => `onderdeel-${part + 1}`

/** The form is long: its parts can be reached at once. Following a link on the page loses nothing that was typed. */
const partsOfForm = [
  ...standardFields.map(({ title }, part) => ({ to: placeOf(part), label: title })),
  { to: LINKED, label: 'Waar het bij hoort' },
]

/** All words of one standard to write; where someone else came first, both texts stand here. */
export function StandardEditPage(view: StandardEdit) {
  const { edition, id, typed, errors, conflict, mayEdit } = view
  const action = id ? `${draftUrl(edition.id)}/teksten/${id}` : `${draftUrl(edition.id)}/teksten`
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          Concept · {edition.text.title}, {edition.text.year}
        </p>
        <Heading level={1}>
          {id ? String(typed.naam ?? '').trim() || 'Een kenmerk zonder naam' : 'Nieuw kenmerk'}
        </Heading>
        <Lead>Gewone woorden. Eén gedachte per zin. Geen namen van mensen.</Lead>
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        {conflict ? <ConflictNotice conflict={conflict} typed={typed} /> : null}
        {mayEdit ? null : (
          <Notice tone="info" title="Je kunt dit nu niet veranderen">
            <p>De tekst ligt voor ter consultatie, of is al gepubliceerd.</p>
          </Notice>
        )}
        <Contents title="De onderdelen" items={partsOfForm} />
        <Form action={action}>
          <input type="hidden" name="versie" value={String(view.version)} />
          {standardFields.map(({ title, fields }, index) => (
            <>
              <Heading level={2} id={placeOf(index)}>
                {title}
              </Heading>
              {fields.map((field) => (
                <Written field={field} typed={typed} errors={errors} />
              ))}
              {index === 0 ? <Chosen {...view} /> : null}
            </>
          ))}
          <Heading level={2} id={LINKED}>
            Waar het bij hoort
          </Heading>
          <Choices
            type="checkbox"
            legend="Competenties"
            name="competenties[]"
            options={view.competences.map(({ slug, text }) => ({
              value: slug,
              label: `${text.code} ${text.name}`,
            }))}
            value={typed['competenties[]']}
            error={errorFor(errors, 'competenties[]')}
            optional
          />
          <Terms vocabularies={view.vocabularies} />
          {mayEdit ? <Button>Bewaar</Button> : null}
        </Form>
        {id && mayEdit ? (
          <Form action={`${draftUrl(edition.id)}/teksten/${id}/weglating`}>
            <Button kind="danger">Laat dit kenmerk weg uit de nieuwe versie</Button>
          </Form>
        ) : null}
        <p>
          <LinkButton href={draftUrl(edition.id)} kind="subtle">
            Terug naar het concept
          </LinkButton>
        </p>
      </Band>
    </>
  )
}

function Written({ field, typed, errors }: { field: FormField; typed: Typed; errors: FieldError[] }) {
  const { name, label, hint, rows } = field
  const value = typed[name]
  const error = errorFor(errors, name)
  return rows ? (
    <TextArea
      label={label}
      name={name}
      {...(hint ? { hint } : {})}
      rows={rows}
      value={value}
      {...(error ? { error } : {})}
    />
  ) : (
    <Field
      label={label}
      name={name}
      {...(hint ? { hint } : {})}
      value={value}
      maxlength={300}
      {...(error ? { error } : {})}
    />
  )
}

function Chosen({ typed, errors }: StandardEdit) {
  return (
    <>
      <Choices
        type="radio"
        legend="Gaat over"
        name="over"
        options={SUBJECTS.map((value) => ({
          value,
          label: subjectLabel[value],
        }))}
        value={typed.over}
        error={errorFor(errors, 'over')}
      />
      <Choices
        type="checkbox"
        legend="Voor wie"
        name="voor[]"
        options={AUDIENCES.map((value) => ({
          value,
          label: audienceLabel[value],
        }))}
        value={typed['voor[]']}
        error={errorFor(errors, 'voor[]')}
      />
      <Select
        label="Knoop"
        name="knoop"
        optional
        value={typed.knoop}
        options={[
          { value: '', label: 'Geen eigen knoop' },
          ...KNOTS.map((value) => ({ value, label: value.replace('-', ' ') })),
        ]}
      />
    </>
  )
}

function Terms(props: { vocabularies: VocabularyText[] }) {
  return (
    <Disclosure summary="Welke begrippen kun je noemen?">
      {props.vocabularies.map(({ slug, title, terms }) => (
        <>
          <p>
            <strong>{title}</strong>
          </p>
          <ul>
            {terms.map((term) => (
              <li>
                <code>
                  {slug}/{term.slug}
                </code>{' '}
                {term.name}
              </li>
            ))}
          </ul>
        </>
      ))}
    </Disclosure>
  )
}

function shown(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join('\n') : (value ?? '')
}

function ConflictNotice({ conflict, typed }: { conflict: Conflict; typed: Typed }) {
  return (
    <Notice tone="warning" title="Iemand anders bewaarde dit terwijl jij schreef">
      <p>
        Jouw tekst staat hieronder in het formulier en is nog niet bewaard. Bewaar opnieuw om jouw tekst te laten
        gelden.
      </p>
      {conflict.fields.map(({ name, label }) => (
        <>
          <Heading level={3}>{label}</Heading>
          <p>
            <strong>Zo staat het er nu</strong>
          </p>
          <p class="as-typed">{shown(conflict.theirs[name])}</p>
          <p>
            <strong>Zo schreef jij het</strong>
          </p>
          <p class="as-typed">{shown(typed[name])}</p>
        </>
      ))}
    </Notice>
  )
}
