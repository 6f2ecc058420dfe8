import { Example, Heading } from '../foundation/ui/index.ts'
import type { Standing } from '../olympiad/index.ts'

/** Who stands behind the statements of a standard, and what those say who thought otherwise. */
export function Standings({ standings, level }: { standings: Standing[]; level: 2 | 3 }) {
  return (
    <>
      <Heading level={level} id={level === 2 ? 'gedragen' : undefined}>
        Wie erachter staat
      </Heading>
      {standings.map((one) => (
        <section class="stack">
          <p>
            <strong>{one.plain}</strong> {one.fictional ? <Example /> : null}
          </p>
          <p>
            {one.said.charAt(0).toUpperCase() + one.said.slice(1)}, in de Olympiade <a href={one.href}>{one.title}</a>.
            Dat zegt wat déze mensen vonden, op die dag.
          </p>
          <Otherwise {...one} />
        </section>
      ))}
    </>
  )
}

function Otherwise({ doubting, reasons }: Standing) {
  if (doubting.length === 0 && reasons.length === 0) return null
  return (
    <>
      <p>Niet iedereen denkt er zo over:</p>
      <ul class="points">
        {doubting.map(({ group, words }) => (
          <li>
            Van de {group}: {words}.
          </li>
        ))}
        {reasons.map(({ group, text }) => (
          <li>
            “{text}” <span class="small">Iemand van de {group}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
