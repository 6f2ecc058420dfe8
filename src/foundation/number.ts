const dutchNumber = new Intl.NumberFormat('nl-NL')

/** "1.234". Intl costs too much for the hundreds of small ones a list says. */
export const inThousands = (count: number): string => (count < 1_000 ? String(count) : dutchNumber.format(count))
