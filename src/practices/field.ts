/** One term of a dated list of policy: a prestatieveld, or a part of the law of today. */
export interface PolicyField {
  vocabulary: string
  slug: string
  code: string
  name: string
  /** What it means in one line; '' where its name says it. */
  note: string
  position: number
  validFrom: string | null
  validTo: string | null
}

/** The terms that were in force on a day; a term without dates always is. */
export const fieldsOn = (fields: readonly PolicyField[], day: string): PolicyField[] =>
  fields.filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day))

/** The list of bakens, which any practice may carry beside the fields of its call. */
export const BAKENS = 'bakens'

/** Whether a slug is one of the bakens: theirs are all called baken-1, baken-2 and so on, and no other term is. */
export const isBaken = (slug: string): boolean => /^baken-\d+$/.test(slug)

/** What the dated lists of the repository are called, as their own files say. */
const VOCABULARY_NAMES: Record<string, string> = {
  wmo2007: 'De negen prestatievelden van de Wmo (2007)',
  wmo2015: 'De drie onderdelen van de Wmo 2015',
  bakens: 'De acht bakens van Welzijn Nieuwe Stijl',
}

/** The lists these terms come from, by a name people know; a list we have no name for is called by its first terms. */
export function vocabulariesOf(fields: readonly PolicyField[]): { slug: string; name: string }[] {
  return [...new Set(fields.map(({ vocabulary }) => vocabulary))].map((slug) => {
    const terms = fields.filter(({ vocabulary }) => vocabulary === slug).map(({ name }) => name)
    const first = `${terms.slice(0, 2).join(', ')}${terms.length > 2 ? ' …' : ''}`
    return { slug, name: VOCABULARY_NAMES[slug] ?? first }
  })
}
