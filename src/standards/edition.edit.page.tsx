import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  TextArea,
} from '../foundation/ui/index.ts'
import { draftUrl } from './draft.page.tsx'
import { editionFields } from './edition.fields.ts'
import type { Edition } from './edition.store.ts'

export interface EditionEdit {
  edition: Edition
  version: number
  typed: Typed
  errors: FieldError[]
  theirs: Typed | undefined
  mayEdit: boolean
}

/** The words around the standards of a draft. */
export function EditionEditPage({ edition, version, typed, errors, theirs, mayEdit }: EditionEdit) {
  const differing = theirs
    ? editionFields.filter(({ name }) => String(theirs[name] ?? '') !== String(typed[name] ?? ''))
    : []
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          Concept · {edition.text.title}, {edition.text.year}
        </p>
        <Heading level={1}>Inleiding, leeswijzer en gebruik</Heading>
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        {differing.length > 0 ? (
          <Notice tone="warning" title="Iemand anders bewaarde dit terwijl jij schreef">
            <p>Jouw tekst staat hieronder en is nog niet bewaard. Dit schreef de ander:</p>
            {differing.map(({ name, label }) => (
              <>
                <Heading level={3}>{label}</Heading>
                <p class="as-typed">{String(theirs?.[name] ?? '')}</p>
              </>
            ))}
          </Notice>
        ) : null}
        <Form action={`${draftUrl(edition.id)}/inleiding`}>
          <input type="hidden" name="versie" value={String(version)} />
          {editionFields.map(({ name, label, hint, rows }) => {
            const error = errorFor(errors, name)
            const same = {
              label,
              name,
              value: typed[name],
              ...(hint ? { hint } : {}),
              ...(error ? { error } : {}),
            }
            return rows ? <TextArea {...same} rows={rows} /> : <Field {...same} maxlength={300} />
          })}
          {mayEdit ? <Button>Bewaar</Button> : null}
        </Form>
        <p>
          <LinkButton href={draftUrl(edition.id)} kind="subtle">
            Terug naar het concept
          </LinkButton>
        </p>
      </Band>
    </>
  )
}
