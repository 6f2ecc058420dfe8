import { acceptedExtensions, type FileKind, kindFacts, SENTENCE, sizeInWords } from '../foundation/files/index.ts'
import { Button, errorFor, Field, type FieldError, type FieldValue } from '../foundation/ui/index.ts'
import { type Attachment, FIELDS } from './attachment.ts'

/** The address of a file, for whoever may take it along. */
export const fileUrl = (file: string): string => `/bestanden/${file}`

/** "pdf, 340 kB". */
export const fileWords = ({ kind, size }: { kind: FileKind; size: number }): string =>
  `${kindFacts[kind].word}, ${sizeInWords(size)}`

const STANDING = { ready: undefined, waiting: SENTENCE.waiting, infected: SENTENCE.virus }

/**
 * The documents of a nomination. With `removable` it stands inside a form that `settleAttachments` reads: every document
 * then has a button that takes it away.
 */
export function AttachmentList(props: { attachments: Attachment[]; removable?: boolean }) {
  if (props.attachments.length === 0) return <p>Er zijn nog geen documenten toegevoegd.</p>
  return (
    <ul class="attachments">
      {props.attachments.map(({ id, title, file }) => (
        <li class="attachment">
          <span class="attachment__words">
            {file.standing === 'ready' ? <a href={fileUrl(file.id)}>{title}</a> : title}{' '}
            <small>({fileWords(file)})</small>
            {STANDING[file.standing] ? <span class="attachment__standing"> {STANDING[file.standing]}</span> : null}
          </span>
          {props.removable ? (
            <Button kind="subtle" name={FIELDS.remove} value={id}>
              Verwijder<span class="hidden"> {title}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/**
 * One document to add; several go one at a time. Stands inside a form with `enctype="multipart/form-data"`, whose answer
 * calls `settleAttachments`.
 */
export function AttachmentField(props: { errors?: FieldError[] | undefined; title?: FieldValue }) {
  const [fileError, titleError] = [errorFor(props.errors, FIELDS.file), errorFor(props.errors, FIELDS.title)]
  return (
    <>
      <Field
        type="file"
        name={FIELDS.file}
        label="Document"
        optional
        accept={acceptedExtensions()}
        hint="Pdf, Word (docx), OpenDocument (odt), Excel (xlsx) of een foto. Hooguit 25 MB. De naam van de maker en de plek van een foto halen we eruit."
        {...(fileError ? { error: fileError } : {})}
      />
      <Field
        name={FIELDS.title}
        label="Wat is het?"
        optional
        maxlength={120}
        value={props.title}
        hint="Bijvoorbeeld: evaluatie 2025. Laat je dit leeg, dan gebruiken we de naam van het bestand."
        {...(titleError ? { error: titleError } : {})}
      />
    </>
  )
}
