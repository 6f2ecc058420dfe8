import type { Child } from 'hono/jsx'

/** How much weight a button has. One primary per screen. */
export type ButtonKind = 'primary' | 'secondary' | 'subtle' | 'danger'

const classes: Record<ButtonKind, string> = {
  primary: 'nl-button nl-button--primary',
  secondary: 'nl-button nl-button--secondary',
  subtle: 'nl-button nl-button--subtle',
  danger: 'nl-button nl-button--secondary nl-button--negative',
}

/** Sends the form it stands in. */
export function Button(props: {
  kind?: ButtonKind
  name?: string
  value?: string
  /** Sends the form to another address than the form's own. */
  formaction?: string
  children?: Child
}) {
  return (
    <button
      type="submit"
      class={classes[props.kind ?? 'primary']}
      name={props.name}
      value={props.value}
      formaction={props.formaction}
    >
      <span class="nl-button__label">{props.children}</span>
    </button>
  )
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton(props: { href: string; kind?: ButtonKind; download?: boolean; children?: Child }) {
  return (
    <a class={`${classes[props.kind ?? 'primary']} link-button`} href={props.href} download={props.download}>
      <span class="nl-button__label">{props.children}</span>
    </a>
  )
}

/** Buttons side by side, under each other on a phone. */
export function Actions(props: { children?: Child }) {
  return <div class="actions">{props.children}</div>
}
