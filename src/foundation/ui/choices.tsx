import type { Child } from 'hono/jsx'
import { describedBy, type FieldValue, fieldId, LabelWords, Remarks } from './field.parts.tsx'
import { given } from './given.ts'

/** One thing to choose. `apart` sets it off from the scale above it. */
export interface Choice {
  value: string
  label: Child
  hint?: Child
  apart?: boolean
}

interface ChoicesProps {
  type: 'radio' | 'checkbox'
  legend: Child
  name: string
  options: Choice[]
  value?: FieldValue
  error?: string
  hint?: Child
  /** Full-width rows of at least 48 px, for a thumb. */
  big?: boolean
  /** With `big`: the rows stand side by side where there is room. */
  across?: boolean
  optional?: boolean
  id?: string
}

function isChosen(value: FieldValue, option: string): boolean {
  return Array.isArray(value)
    ? value.includes(option)
    : value !== null && value !== undefined && String(value) === option
}

/** Radio buttons or checkboxes under one question. The first option bears the id an error points at. */
export function Choices(props: ChoicesProps) {
  const id = props.id ?? fieldId(props.name)
  const shape = ['choices', props.big ? 'choices--big' : '', props.across ? 'choices--across' : '']
  const required = !props.big && !props.optional
  const group =
    props.type === 'radio'
      ? {
          role: 'radiogroup' as const,
          'aria-required': required ? ('true' as const) : undefined,
          'aria-invalid': props.error ? ('true' as const) : undefined,
        }
      : {}
  return (
    <fieldset
      class={`${shape.filter(Boolean).join(' ')}${props.error ? ' utrecht-form-field--invalid' : ''}`}
      {...group}
      aria-describedby={describedBy(id, props.hint, props.error)}
    >
      <legend class="utrecht-form-label">
        <LabelWords optional={props.optional && !props.big}>{props.legend}</LabelWords>
      </legend>
      <Remarks id={id} hint={props.hint} error={props.error} />
      <div class="choices__options">
        {props.options.map((option, index) => (
          <Option group={props} option={option} id={index === 0 ? id : `${id}-${index + 1}`} />
        ))}
      </div>
    </fieldset>
  )
}

function Option(props: { group: ChoicesProps; option: Choice; id: string }) {
  const { group, option, id } = props
  const input = group.type === 'radio' ? 'utrecht-radio-button' : 'utrecht-checkbox'
  const custom = group.type === 'radio' ? 'utrecht-radio-button--html-input' : 'utrecht-checkbox--html-input'
  return (
    <div class={option.apart ? 'choice choice--apart' : 'choice'}>
      <input
        class={`${input} ${custom}`}
        type={group.type}
        id={id}
        name={group.name}
        value={option.value}
        checked={isChosen(group.value, option.value)}
        aria-describedby={given(option.hint) ? `${id}-bij` : undefined}
      />
      <label class="choice__label" for={id}>
        {option.label}
      </label>
      {given(option.hint) ? (
        <span class="choice__hint" id={`${id}-bij`}>
          {option.hint}
        </span>
      ) : null}
    </div>
  )
}
