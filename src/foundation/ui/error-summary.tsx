import { type FieldError, fieldId } from './field.parts.tsx'

/** Stands above a form that came back: every fault once, as a link to its field. */
export function ErrorSummary(props: { errors: FieldError[] }) {
  if (props.errors.length === 0) return null
  return (
    <div class="notice notice--error" role="alert" aria-labelledby="fouten">
      <h2 class="notice__title" id="fouten" tabindex={-1}>
        {props.errors.length === 1 ? 'Er klopt iets nog niet' : `Er kloppen ${props.errors.length} dingen nog niet`}
      </h2>
      <ul class="error-summary__list">
        {props.errors.map((error) => (
          <li>{error.field ? <a href={`#${fieldId(error.field)}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  )
}
