import { GEMEENTEN, gemeenteName } from '../foundation/gemeente.ts'
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
  Notice,
  RopeSteps,
  TextArea,
} from '../foundation/ui/index.ts'
import { AttachmentField, AttachmentList } from './attachment.part.tsx'
import type { Attachment } from './attachment.ts'
import type { PolicyField } from './field.ts'
import { FORM_PAGES, type FormField, type FormOption, MOST_PEOPLE } from './nomination.fields.ts'
import {
  NOMINATION_SECTIONS,
  type Nomination,
  type NominationSection,
  nominationSectionWord,
  nominationUrl,
  sectionBefore,
  sectionPlace,
} from './nomination.ts'
import type { Theme } from './theme.ts'

/** Someone saved this page while it was being written on. */
export interface SectionConflict {
  theirs: Typed
  /** The fields in which the two differ. */
  fields: FormField[]
}

export interface SectionView {
  nomination: Nomination
  section: NominationSection
  version: number
  typed: Typed
  errors: FieldError[]
  /** Said after saving: what to look at again, and what a start date means for the call. */
  notes: string[]
  /** Saved, with something to look at: the next press goes on. */
  seen: boolean
  conflict?: SectionConflict
  /** Sent meanwhile, or the call closed: what was typed can be read and copied, not saved. */
  locked: boolean
  /** Every page was saved once, so that the check page is near. */
  complete: boolean
  themes: Theme[]
  fields: PolicyField[]
  /** What was sent along, on the page of documents. */
  attachments: Attachment[]
}

const GEMEENTE_LIST = 'gemeenten'

/** One page of the nomination. */
export function SectionPage(view: SectionView) {
  const { nomination, section, errors, notes, conflict, locked } = view
  const { title, lead } = FORM_PAGES[section]
  return (
    <Band>
      <RopeSteps
        steps={NOMINATION_SECTIONS.length}
        current={NOMINATION_SECTIONS.indexOf(section) + 1}
        labels={NOMINATION_SECTIONS.map(nominationSectionWord)}
      />
      <Heading level={1}>{title}</Heading>
      <Lead>{lead}</Lead>
      {locked ? <Locked id={nomination.id} /> : null}
      <ErrorSummary errors={errors} />
      {notes.length > 0 ? (
        <Notice tone="warning" title="Goed om nu te weten">
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </Notice>
      ) : null}
      {conflict ? <Conflict view={view} conflict={conflict} /> : null}
      {locked ? (
        // To read and to copy: without a button it is no form.
        <div class="form">{section === 'people' ? <PeopleFields {...view} /> : <PlainFields {...view} />}</div>
      ) : (
        <Form
          action={nominationUrl(nomination.id, sectionPlace(section))}
          {...(section === 'documents' ? { enctype: 'multipart/form-data' as const } : {})}
        >
          <input type="hidden" name="versie" value={String(view.version)} />
          {view.seen ? <input type="hidden" name="gezien" value="ja" /> : null}
          {section === 'people' ? <PeopleFields {...view} /> : <PlainFields {...view} />}
          {section === 'documents' ? <Documents {...view} /> : null}
          <Turns {...view} />
        </Form>
      )}
    </Band>
  )
}

/** One document at a time; what was added before stands under it. */
function Documents({ attachments, typed, errors }: SectionView) {
  return (
    <fieldset class="intake-person">
      <legend>Documenten meesturen</legend>
      <AttachmentField errors={errors} title={typed.bestandstitel} />
      <p>
        <Button kind="secondary" name="naar" value="hier">
          Voeg dit document toe
        </Button>
      </p>
      <AttachmentList attachments={attachments} removable />
    </fieldset>
  )
}

function Turns({ section, conflict, complete }: SectionView) {
  return (
    <Actions>
      <Button name="naar" value="verder">
        {conflict ? 'Bewaar mijn tekst' : 'Bewaar en ga verder'}
      </Button>
      {conflict?.fields.some(({ as, rows = 6 }) => as === 'text' && rows > 2) ? (
        <Button kind="secondary" name="naar" value="samen">
          Bewaar beide teksten onder elkaar
        </Button>
      ) : null}
      {complete && !conflict ? (
        <Button kind="secondary" name="naar" value="controle">
          Naar de controle
        </Button>
      ) : null}
      {sectionBefore(section) && !conflict ? (
        <Button kind="secondary" name="naar" value="terug">
          Vorige
        </Button>
      ) : null}
      {conflict ? null : (
        <Button kind="subtle" name="naar" value="later">
          Later verder
        </Button>
      )}
    </Actions>
  )
}

function Locked({ id }: { id: string }) {
  return (
    <Notice tone="info" title="Dit kun je nu niet veranderen">
      <p>
        De aanmelding is verstuurd of ingetrokken, of de oproep is gesloten. Typte je net iets? Het staat hieronder nog:
        kopieer het als je het wilt bewaren. <a href={nominationUrl(id, 'status')}>Bekijk hoe het staat</a>.
      </p>
    </Notice>
  )
}

const shown = (field: FormField, value: Typed[string]): string => {
  const values = (Array.isArray(value) ? value : [value ?? '']).filter((one) => one !== '')
  const words = values.map((one) => field.options?.find((option) => option.value === one)?.label ?? one)
  return words.length === 0 ? '(leeg)' : words.join('\n')
}

/** Both texts side by side: nobody's words are gone. */
function Conflict({ view, conflict }: { view: SectionView; conflict: SectionConflict }) {
  const { nomination, section, typed } = view
  return (
    <Notice tone="warning" title="Een collega bewaarde deze pagina terwijl jij schreef">
      <p>Wat jij schreef, staat hieronder in het formulier en is nog niet bewaard. Kies zelf wat blijft.</p>
      {conflict.fields.map((field) => (
        <div class="intake-both">
          <h2 class="intake-both__title">{field.label}</h2>
          <div class="stack stack--tight">
            <p class="intake-both__who">Zo staat het er nu</p>
            <p class="intake-words">{shown(withOptions(field, view), conflict.theirs[field.name])}</p>
          </div>
          <div class="stack stack--tight">
            <p class="intake-both__who">Zo schreef jij het</p>
            <p class="intake-words">{shown(withOptions(field, view), typed[field.name])}</p>
          </div>
        </div>
      ))}
      <p>
        <a href={nominationUrl(nomination.id, sectionPlace(section))}>Laat staan wat er nu staat</a>
      </p>
    </Notice>
  )
}

/** A field with its choices, also where they come from the call. */
function withOptions(field: FormField, { themes, fields }: Pick<SectionView, 'themes' | 'fields'>): FormField {
  const fromCall: Record<string, () => FormOption[]> = {
    thema: () => themes.map(({ slug, name, explanation }) => ({ value: slug, label: name, hint: explanation })),
    'velden[]': () => fields.map(({ slug, code, name }) => ({ value: slug, label: code ? `${code}. ${name}` : name })),
  }
  const options = field.options ?? fromCall[field.name]?.()
  return options ? { ...field, options } : field
}

function PlainFields(view: SectionView) {
  return (
    <>
      {FORM_PAGES[view.section].fields.map((field) => (
        <Asked field={withOptions(field, view)} typed={view.typed} errors={view.errors} />
      ))}
      {view.section === 'organisation' ? (
        <datalist id={GEMEENTE_LIST}>
          {GEMEENTEN.map(({ code }) => (
            <option value={gemeenteName(code)} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}

/** Three people, each with the same three questions. */
function PeopleFields(view: SectionView) {
  const { fields } = FORM_PAGES.people
  const each = fields.length / MOST_PEOPLE
  return (
    <>
      {Array.from({ length: MOST_PEOPLE }, (_, index) => (
        <fieldset class="intake-person">
          <legend>
            Persoon {index + 1}
            {index > 1 ? <span class="field__optional"> (mag)</span> : null}
          </legend>
          {fields.slice(index * each, (index + 1) * each).map((field) => (
            <Asked field={field} typed={view.typed} errors={view.errors} />
          ))}
        </fieldset>
      ))}
    </>
  )
}

function Asked({ field, typed, errors }: { field: FormField; typed: Typed; errors: FieldError[] }) {
  const { name, label, hint, as, options = [] } = field
  const error = errorFor(errors, name)
  const common = {
    label,
    name,
    value: typed[name],
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
    ...(field.optional ? { optional: true } : {}),
  }
  if (as === 'text') return <TextArea {...common} rows={field.rows ?? 6} />
  if (as === 'line')
    return (
      <Field
        {...common}
        {...(field.type ? { type: field.type } : {})}
        {...(field.autocomplete ? { autocomplete: field.autocomplete } : { autocomplete: 'off' })}
        {...(field.type === 'date' ? { size: 'short' as const } : {})}
        {...(name === 'gemeente' ? { list: GEMEENTE_LIST } : {})}
      />
    )
  const { label: legend, ...rest } = common
  return <Choices {...rest} legend={legend} type={as === 'radio' ? 'radio' : 'checkbox'} options={options} />
}

/** The way back from a page that is not one of the ten. */
export function BackToNomination({ id }: { id: string }) {
  return (
    <p>
      <a href={nominationUrl(id)}>Terug naar de aanmelding</a>
    </p>
  )
}
