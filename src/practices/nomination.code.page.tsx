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
  Lead,
  Notice,
} from '../foundation/ui/index.ts'
import { FORM_PAGES } from './nomination.fields.ts'
import { type NominationSection, nominationUrl, sectionPlace } from './nomination.ts'

interface CodeProps {
  id: string
  section: NominationSection
  /** Everything that was typed on the page, and what came with it. */
  typed: Typed
  code: string | undefined
  errors: FieldError[]
  signedIn: boolean
}

const valuesOf = (value: Typed[string]): string[] => (Array.isArray(value) ? value : [value ?? ''])

/** The code is asked once more, halfway: what was typed goes along and is saved as soon as it opens. */
export function CodeAskedPage({ id, section, typed, code, errors, signedIn }: CodeProps) {
  const asked = FORM_PAGES[section].fields.filter(({ name }) => valuesOf(typed[name]).some((value) => value !== ''))
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Vul je code in om verder te gaan</Heading>
      <Lead>Wat je net typte is niet weg. Vul de bewaarcode in, dan bewaren we het meteen.</Lead>
      <ErrorSummary errors={errors} />
      <Form action={nominationUrl(id, sectionPlace(section))}>
        {Object.entries(typed).flatMap(([name, value]) =>
          valuesOf(value).map((one) => <input type="hidden" name={name} value={one} />),
        )}
        <Field
          label="Bewaarcode"
          name="code"
          size="code"
          value={code}
          hint="Twintig letters en cijfers, in groepjes van vier"
          autocomplete="off"
          spellcheck={false}
          error={errorFor(errors, 'code')}
        />
        <Button>Ga verder en bewaar</Button>
      </Form>
      <p>
        Een maand na het invullen vragen we de code opnieuw, en ook als een collega een nieuwe maakte. Vraag die dan.
        {signedIn ? '' : ' Stond de aanmelding bij je account? Kopieer dan eerst je tekst hieronder en log in.'}
      </p>
      {section === 'documents' ? <p>Een bestand kies je daarna opnieuw.</p> : null}
      <Notice tone="info" title="Dit typte je">
        {asked.map(({ name, label }) => (
          <>
            <p>
              <strong>{label}</strong>
            </p>
            <p class="intake-words">{valuesOf(typed[name]).join(', ')}</p>
          </>
        ))}
      </Notice>
    </Band>
  )
}
