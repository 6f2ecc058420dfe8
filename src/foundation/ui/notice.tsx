import type { Child } from 'hono/jsx'
import { given } from './given.ts'

/** What a notice is about. */
export type NoticeTone = 'info' | 'ok' | 'warning' | 'error'

const openings: Record<NoticeTone, string> = {
  info: 'Goed om te weten',
  ok: 'Gelukt',
  warning: 'Let op',
  error: 'Er ging iets mis',
}

/** A message that stands apart from the text around it. Without a title it opens with one word that says its tone. */
export function Notice(props: { tone: NoticeTone; title?: Child; children?: Child }) {
  return (
    <div class={`notice notice--${props.tone}`} role={props.tone === 'error' ? 'alert' : undefined}>
      <p class="notice__title">{props.title ?? openings[props.tone]}</p>
      {given(props.children) ? <div class="notice__text">{props.children}</div> : null}
    </div>
  )
}
