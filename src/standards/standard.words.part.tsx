import type { Child } from 'hono/jsx'
import { Band, Facts, Heading } from '../foundation/ui/index.ts'
import { LENSES, lensLabel, type StandardText, VOICES, voiceLabel } from './standard.ts'

/** A short list, one point per line. */
export function Points(props: { items: Child[] }) {
  return (
    <ul class="points">
      {props.items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}

/** What an inwoner, a professional and an organisation see. */
export function Voices(props: { text: StandardText }) {
  return (
    <Band labelledby="drie-kanten">
      <Heading level={2} id="drie-kanten">
        Van drie kanten bekeken
      </Heading>
      <div class="voices">
        {VOICES.map((voice) => (
          <section class="voice stack">
            <Heading level={3}>{voiceLabel[voice]}</Heading>
            <p class="voice__line">{props.text.perspectives[voice].line}</p>
            <Points items={props.text.perspectives[voice].points} />
          </section>
        ))}
      </div>
    </Band>
  )
}

/** The four lenses, one sentence each. */
export function Lenses(props: { text: StandardText }) {
  return (
    <Band tone="boter" labelledby="lenzen">
      <Heading level={2} id="lenzen">
        Vier manieren om ernaar te kijken
      </Heading>
      <Facts
        items={LENSES.map((lens) => ({
          term: lensLabel[lens],
          value: props.text.lenses[lens],
        }))}
      />
    </Band>
  )
}

/** What someone can do, and by what people notice it. */
export function HowTo(props: { text: StandardText }) {
  return (
    <Band>
      <div class="halves">
        <section class="stack">
          <Heading level={2}>Zo vul je het in</Heading>
          <Points items={props.text.howTo} />
        </section>
        <section class="stack">
          <Heading level={2}>Zo merk je dat het lukt</Heading>
          <Points items={props.text.measures} />
        </section>
      </div>
    </Band>
  )
}
