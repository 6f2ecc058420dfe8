import type { Child } from 'hono/jsx'
import { Disclosure } from './disclosure.tsx'
import { Table } from './table.tsx'
import { tenFigures } from './ten-figures.ts'

/** One row of little figures with its name and its number. */
export interface FigureRow {
  label: string
  filled: number
  of: number
  /** The number in words; "4 van de 5" unless told. */
  caption?: Child
}

function inWords(row: FigureRow): Child {
  return row.caption ?? `${row.filled} van de ${row.of}`
}

/** Ten little people, filled for the ones who are in; name and number in words beside them. */
export function TenFigures(props: FigureRow) {
  const { figures, filled } = tenFigures(props.filled, props.of)
  return (
    <div class="figures">
      <span class="figures__label">{props.label}</span>
      <svg class="figures__row" viewBox={`0 0 ${figures * 24} 36`} width={figures * 24} height="36" aria-hidden="true">
        {Array.from({ length: figures }, (_, index) => (
          <path
            class={index < filled ? 'figure figure--filled' : 'figure'}
            transform={`translate(${index * 24} 0)`}
            d="M12 14.5a5.5 5.5 0 1 1 .1 0M3.5 33.5V27C3.5 21 7 18.500 12 18.500S20.500 21 20.500 27V33.500Z"
          />
        ))}
      </svg>
      <span class="figures__number">{inWords(props)}</span>
    </div>
  )
}

/** Several rows of figures, with the same numbers as a table for whoever prefers that. */
export function TenFiguresTable(props: { caption: string; columns: [string, string]; rows: FigureRow[] }) {
  const [label, number] = props.columns
  return (
    <div class="figures-group">
      {props.rows.map((row) => (
        <TenFigures {...row} />
      ))}
      <Disclosure summary="Dezelfde cijfers als tabel">
        <Table
          caption={props.caption}
          columns={[{ label }, { label: number, numeric: true }]}
          rows={props.rows.map((row) => [row.label, inWords(row)])}
        />
      </Disclosure>
    </div>
  )
}
