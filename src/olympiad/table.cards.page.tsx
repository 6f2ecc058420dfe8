import { Band, Heading, Lead } from '../foundation/ui/index.ts'
import type { Olympiad } from './olympiad.ts'
import type { Discussed } from './programme.page.tsx'
import type { HallTable } from './table.ts'

/** Cards to print and put on the tables, one per sheet: the number large, the rest beneath. */
export function TableCardsPage(props: {
  olympiad: Olympiad
  tables: HallTable[]
  practices: Map<string, Discussed>
  hosts: Map<string, string>
}) {
  return (
    <Band narrow>
      <div class="no-print">
        <Heading level={1}>Kaartjes voor op tafel</Heading>
        <Lead>Print deze pagina. Elke tafel krijgt een eigen blad.</Lead>
      </div>
      {props.tables.map((table) => (
        <section class="table-card" aria-labelledby={`tafel-${table.number}`}>
          <p class="table-card__day">{props.olympiad.title}</p>
          <h2 class="table-card__number" id={`tafel-${table.number}`}>
            Tafel {table.number}
          </h2>
          <p class="table-card__title">{table.title}</p>
          {table.host !== null && props.hosts.has(table.host) ? (
            <p>Ontvangst door {props.hosts.get(table.host)}</p>
          ) : null}
          <ul>
            {table.practices.flatMap((id) => {
              const practice = props.practices.get(id)
              return practice ? [<li>{practice.title}</li>] : []
            })}
          </ul>
        </section>
      ))}
    </Band>
  )
}
