import { describedBy, FieldFrame, type FieldProps, fieldId, single } from './field.parts.tsx'

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const id = props.id ?? fieldId(props.name)
  return (
    <FieldFrame {...props} inputId={id}>
      <textarea
        class={`utrecht-textarea utrecht-textarea--html-textarea${props.error ? ' utrecht-textarea--invalid' : ''}`}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        autocomplete={props.autocomplete}
        maxlength={props.maxlength}
        aria-required={props.optional ? undefined : 'true'}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(id, props.hint, props.error)}
      >
        {single(props.value) ?? ''}
      </textarea>
    </FieldFrame>
  )
}
