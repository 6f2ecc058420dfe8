import { Badge, Example } from '../foundation/ui/index.ts'
import type { Entry } from './catalogue.ts'
import { KnotOf } from './knot-of.part.tsx'
import type { Lens } from './standard.ts'
import { StatusBadge } from './status.part.tsx'

/** Standards under each other, each with its own drawing. With a lens chosen, the row says what that lens shows. */
export function StandardRows(props: { entries: (Entry & { fictional?: boolean })[]; lens?: Lens; level?: 2 | 3 }) {
  const Title = `h${props.level ?? 2}` as 'h2' | 'h3'
  return (
    <ul class="standards">
      {props.entries.map((entry) => (
        <li class="standards__row">
          <span class="standards__drawing">
            <KnotOf knot={entry.knot} code={entry.code} status={entry.status} size={72} />
          </span>
          <div class="standards__words stack stack--tight">
            <Title class="standards__name">
              <a href={entry.url}>{entry.name}</a>
            </Title>
            <p class="standards__line">{props.lens ? entry.lenses[props.lens] : entry.plainLine}</p>
            <p class="standards__marks">
              <Badge>{entry.code}</Badge> <StatusBadge status={entry.status} />{' '}
              {entry.fictional ? (
                <>
                  <Example />{' '}
                </>
              ) : null}
              <span class="standards__source">{entry.editionTitle}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
