import type { Child } from 'hono/jsx'
import { given } from './given.ts'

/** One fault in what was typed, and the field it belongs to. */
export interface FieldError {
  field: string
  message: string
}

/** What a form keeps of the text that was typed. */
export type FieldValue = string | number | string[] | null | undefined

/** What every kind of field has in common. */
export interface FieldProps {
  label: Child
  name: string
  hint?: Child
  error?: string
  value?: FieldValue
  autocomplete?: string
  /** The field may stay empty; the label says so. */
  optional?: boolean
  maxlength?: number
  /** Needed only when two forms on one page have a field of the same name. */
  id?: string
}

/** The id a field of this name gets, and that the error summary points at. */
export function fieldId(name: string): string {
  return `veld-${name.replace(/[^\w-]+/g, '-').replace(/-+$/, '')}`
}

/** The message that belongs to this field, if there is one. */
export function errorFor(errors: FieldError[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message
}

/** The single text of a value that may have come more than once. */
export function single(value: FieldValue): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return first === null || first === undefined ? undefined : String(first)
}

/** The attributes that tie an input to its hint and its error. */
export function describedBy(id: string, hint: Child, error: string | undefined): string | undefined {
  return [given(hint) ? `${id}-uitleg` : '', error ? `${id}-fout` : ''].filter(Boolean).join(' ') || undefined
}

/** The words of a label, with "niet verplicht" where that is so. */
export function LabelWords(props: { optional?: boolean; children?: Child }) {
  return (
    <>
      {props.children}
      {props.optional ? <span class="field__optional"> (niet verplicht)</span> : null}
    </>
  )
}

/** Hint and error, in the order they are read: before the input. */
export function Remarks(props: { id: string; hint?: Child; error?: string }) {
  return (
    <>
      {given(props.hint) ? (
        <div class="utrecht-form-field-description" id={`${props.id}-uitleg`}>
          {props.hint}
        </div>
      ) : null}
      {props.error ? (
        <div class="utrecht-form-field-error-message" id={`${props.id}-fout`}>
          <span class="hidden">Fout: </span>
          {props.error}
        </div>
      ) : null}
    </>
  )
}

/** Label, remarks and input under each other. */
export function FieldFrame(props: FieldProps & { inputId: string; children?: Child }) {
  return (
    <div class={props.error ? 'field utrecht-form-field utrecht-form-field--invalid' : 'field utrecht-form-field'}>
      <label class="utrecht-form-label" for={props.inputId}>
        <LabelWords optional={props.optional}>{props.label}</LabelWords>
      </label>
      <Remarks id={props.inputId} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  )
}
