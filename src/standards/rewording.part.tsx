import { Band, Facts, Heading } from '../foundation/ui/index.ts'
import type { Rewording } from './rewording.ts'

/** A standard whose words changed from one edition to the next. */
export interface Reworded {
  name: string
  older: string
  newer: string
  rewordings: Rewording[]
}

/** What the words "anders verwoord" stand for: per part the lines that went, and the lines that came. */
export function RewordedStandards(props: { reworded: Reworded[] }) {
  if (props.reworded.length === 0) return null
  return (
    <Band tone="wad" labelledby="anders">
      <Heading level={2} id="anders">
        Wat er anders staat
      </Heading>
      {props.reworded.map(({ name, older, newer, rewordings }) => (
        <section class="stack">
          <Heading level={3}>{name}</Heading>
          {rewordings.map(({ label, gone, come }) => (
            <div class="stack stack--tight">
              <Heading level={4}>{label}</Heading>
              <Facts
                items={[
                  ...(gone.length > 0 ? [{ term: `Alleen in ${older}`, value: <Lines lines={gone} /> }] : []),
                  ...(come.length > 0 ? [{ term: `Alleen in ${newer}`, value: <Lines lines={come} /> }] : []),
                ]}
              />
            </div>
          ))}
        </section>
      ))}
    </Band>
  )
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 1) return <>{lines[0]}</>
  return (
    <ul class="points">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
