import type { Child } from 'hono/jsx'

/** The four grounds a page is built from. */
export type Tone = 'wit' | 'wad' | 'boter' | 'inkt'

/** A full-width strip of one colour; `narrow` keeps its content in one reading column. */
export function Band(props: { tone?: Tone; narrow?: boolean; id?: string; labelledby?: string; children?: Child }) {
  return (
    <section class={`band band--${props.tone ?? 'wit'}`} id={props.id} aria-labelledby={props.labelledby}>
      <div class={props.narrow ? 'band__inner band__inner--narrow' : 'band__inner'}>{props.children}</div>
    </section>
  )
}
