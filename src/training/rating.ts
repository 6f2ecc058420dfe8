/** Whether a training helped for a standard, in one word. */
export const RATINGS = ['yes', 'somewhat', 'no'] as const

export type Rating = (typeof RATINGS)[number]

export const ratingWords: Record<Rating, string> = {
  yes: 'Ja, daar heb ik iets aan in mijn werk',
  somewhat: 'Een beetje',
  no: 'Nee, daar hielp het niet bij',
}

/** Answers before anything is said of them, and from then on before they are counted anew. Source: docs/thresholds.md. */
export const FEWEST_RATINGS = 10

/** How often each answer was given. */
export type RatingCount = Record<Rating, number>

const total = (count: RatingCount): number => count.yes + count.somewhat + count.no

/**
 * The figure a page shows from now on: the one that stands until ten more people answered, so that nobody sees what the
 * last one said.
 */
export function nextFigure(shown: RatingCount | undefined, given: RatingCount): RatingCount | undefined {
  const more = total(given) - (shown ? total(shown) : 0)
  return more >= FEWEST_RATINGS ? given : shown
}

const inRow = new Intl.ListFormat('nl', { type: 'conjunction' })

/** "Van 14 mensen die het lieten weten, zeggen er 11 dat het hielp, 2 een beetje en 1 niet." What nobody said is left out. */
export function figureWords(count: RatingCount): string {
  const said = [
    `${count.yes} dat het hielp`,
    ...(count.somewhat > 0 ? [`${count.somewhat} een beetje`] : []),
    ...(count.no > 0 ? [`${count.no} niet`] : []),
  ]
  return `Van ${total(count)} mensen die het lieten weten, zeggen er ${inRow.format(said)}.`
}
