import type { Child } from 'hono/jsx'

/** One column of a table. */
export interface Column {
  key?: string
  label: string
  numeric?: boolean
}

/** A table that turns into label-value rows on a phone. The first cell of a row names it. */
export function Table(props: { caption: Child; columns: Column[]; rows: Child[][] }) {
  return (
    <table class="table">
      <caption class="table__caption">{props.caption}</caption>
      <thead class="table__head">
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={column.numeric ? 'table__cell--numeric' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr>
            {row.map((cell, index) => {
              const column = props.columns[index]
              if (index === 0) return <th scope="row">{cell}</th>
              return (
                <td class={column?.numeric ? 'table__cell--numeric' : undefined} data-label={column?.label}>
                  {cell}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
