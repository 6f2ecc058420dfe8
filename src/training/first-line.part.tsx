import type { FirstLine } from './first-line.ts'

/** The first line of a page: price, load, place, day, seats and points, each on a place of its own. */
export function FirstLineBar({ line }: { line: FirstLine }) {
  const parts: [term: string, value: string][] = [
    ['Kosten', line.price],
    ['Duur', line.load],
    ['Waar', line.where],
    ['Wanneer', line.seats === '' ? line.when : `${line.when}, ${line.seats}`],
    ['Punten', line.points],
  ]
  return (
    <dl class="first-line">
      {parts.map(([term, value]) => (
        <div class="first-line__part">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
