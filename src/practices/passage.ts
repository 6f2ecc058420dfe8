/** A passage as it is being written: a piece of text, or the place of a quote. */
export type PassageDraft = { id: string; text: string } | { id: string; quote: string }

/** What was typed for one passage, before it is known which one it was. */
export type Typed = { text: string } | { quote: string }

/** The most characters of one passage: longer is hard to read, and costs more to draw than all the others together. */
export const LONGEST_PASSAGE = 5_000

/** A quote as it stands between the passages of a text area: a line of its own with the beginning of its id. */
export const quoteMark = (quote: string): string => `[citaat ${quote.slice(0, 8)}]`

const MARK = /^\[citaat ([0-9a-f]{8})\]$/

/** A section as one text: blank lines between the passages, quotes by their mark. */
export function typedText(passages: PassageDraft[]): string {
  return passages.map((passage) => ('quote' in passage ? quoteMark(passage.quote) : passage.text)).join('\n\n')
}

/** The passages of a text. `strange` are the marks that belong to none of these quotes. */
export function typedPassages(text: string, quotes: string[]): { typed: Typed[]; strange: string[] } {
  const strange: string[] = []
  const typed = text
    .replaceAll('\r\n', '\n')
    // A mark is a passage by itself, also for whoever forgot the blank line.
    .replace(/^[ \t]*(\[citaat [0-9a-f]{8}\])[ \t]*$/gm, '\n$1\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part.trim() !== '')
    .flatMap((part): Typed[] => {
      const mark = MARK.exec(part.trim())?.[1]
      if (mark === undefined) return [{ text: part }]
      const quote = quotes.find((one) => one.startsWith(mark))
      if (quote === undefined) strange.push(part.trim())
      return quote === undefined ? [] : [{ quote }]
    })
  return { typed, strange }
}

const says = (passage: Typed): string => ('quote' in passage ? `quote ${passage.quote}` : `text ${passage.text}`)

/**
 * Gives what was typed the ids it had, so that links and flyers keep pointing at it: first whatever says the same, then
 * what stands where a passage stood that is gone. Only what is really new gets a new id.
 */
export function keepIds(typed: Typed[], before: PassageDraft[], newId: () => string): PassageDraft[] {
  const left = new Map(before.map((passage, place) => [place, passage]))
  const places = typed.map((passage) => {
    const place = [...left].find(([, known]) => says(known) === says(passage))?.[0]
    if (place !== undefined) left.delete(place)
    return place
  })
  return typed.map((passage, index) => {
    const same = places[index]
    if (same !== undefined) return { ...passage, id: before[same]?.id ?? newId() }
    const follows = index === 0 ? 0 : (places[index - 1] ?? -2) + 1
    const place = [follows, index].find((one) => {
      const known = left.get(one)
      return known !== undefined && 'text' in known && 'text' in passage
    })
    if (place === undefined) return { ...passage, id: newId() }
    left.delete(place)
    places[index] = place
    return { ...passage, id: before[place]?.id ?? newId() }
  })
}
