import { describedBy, FieldFrame, type FieldProps, fieldId, single } from './field.parts.tsx'

/** One line of text, a date, a number, a code or a file. */
export function Field(
  props: FieldProps & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'time' | 'datetime-local' | 'search' | 'file'
    inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
    /** How wide the answer is expected to be. */
    size?: 'short' | 'code' | 'full'
    min?: string | number
    max?: string | number
    step?: string | number
    accept?: string
    /** Id of a datalist with suggestions; typing something else stays possible. */
    list?: string
    /** Text in another language than Dutch, a name or a code: no spelling check. */
    spellcheck?: boolean
  },
) {
  const id = props.id ?? fieldId(props.name)
  return (
    <FieldFrame {...props} inputId={id}>
      <input
        class={`utrecht-textbox utrecht-textbox--html-input${props.error ? ' utrecht-textbox--invalid' : ''} input--${props.size ?? 'full'}`}
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.type === 'file' ? undefined : single(props.value)}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        min={props.min}
        max={props.max}
        step={props.step}
        accept={props.accept}
        list={props.list}
        spellcheck={props.spellcheck}
        aria-required={props.optional ? undefined : 'true'}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(id, props.hint, props.error)}
      />
    </FieldFrame>
  )
}
