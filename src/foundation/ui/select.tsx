import { describedBy, FieldFrame, type FieldProps, fieldId, single } from './field.parts.tsx'

/** One choice out of a list too long for radio buttons. */
export function Select(props: FieldProps & { options: { value: string; label: string }[] }) {
  const id = props.id ?? fieldId(props.name)
  const chosen = single(props.value) ?? ''
  return (
    <FieldFrame {...props} inputId={id}>
      <select
        class={`utrecht-select utrecht-select--html-select${props.error ? ' utrecht-select--invalid' : ''}`}
        id={id}
        name={props.name}
        autocomplete={props.autocomplete}
        aria-required={props.optional ? undefined : 'true'}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(id, props.hint, props.error)}
      >
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
