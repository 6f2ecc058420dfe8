/** One thing that narrows a list, and the address of the same list without it. */
export interface ChosenItem {
  word: string
  without: string
}

/** Everything that narrows a list, each to be taken away by itself; `all` is the list with nothing chosen. */
export function Chosen({ items, all }: { items: readonly ChosenItem[]; all?: string }) {
  if (items.length === 0) return null
  return (
    <nav aria-label="Gekozen">
      <ul class="chosen">
        {items.map(({ word, without }) => (
          <li>
            <a class="chosen__word" href={without}>
              <span class="hidden">Haal weg: </span>
              {word}
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
        {all !== undefined && items.length > 1 ? (
          <li>
            <a class="chosen__all" href={all}>
              Alles wissen
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
