import type { Child } from 'hono/jsx'
import type { Tone } from './band.tsx'
import { Scene, type SceneName } from './scene.tsx'

/** The opening of a page: words on the left, a scene on the right whose line runs on into the band below. */
export function SceneBand(props: { scene: SceneName; tone?: Tone; children?: Child }) {
  return (
    <section class={`band band--opening band--${props.tone ?? 'wad'}`}>
      <div class="band__inner opening">
        <div class="opening__words">{props.children}</div>
        <div class="opening__scene">
          <Scene name={props.scene} tail />
        </div>
      </div>
    </section>
  )
}
