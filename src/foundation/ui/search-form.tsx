import type { Child } from 'hono/jsx'
import { type FieldValue, fieldId, single } from './field.parts.tsx'

/** One line to search with. `children` may add hidden fields or facets to the same form. */
export function SearchForm(props: {
  action: string
  value?: FieldValue
  label: string
  /** Name of the field; `q` unless told. */
  name?: string
  /** For fields of the form that stand elsewhere on the page. */
  id?: string
  children?: Child
}) {
  const name = props.name ?? 'q'
  return (
    <search>
      <form class="search" id={props.id} action={props.action} method="get">
        <label class="utrecht-form-label" for={fieldId(name)}>
          {props.label}
        </label>
        <div class="search__line">
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            type="search"
            id={fieldId(name)}
            name={name}
            value={single(props.value)}
            maxlength={200}
            autocomplete="off"
          />
          <button type="submit" class="nl-button nl-button--primary">
            <span class="nl-button__label">Zoek</span>
          </button>
        </div>
        {props.children}
      </form>
    </search>
  )
}
