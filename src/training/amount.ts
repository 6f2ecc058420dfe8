/** What was typed as a price: cents, null for "on request", or undefined when it is no price. */
export function centsTyped(text: string): number | null | undefined {
  const typed = text.trim().toLowerCase()
  if (typed === '' || typed === 'op aanvraag') return null
  if (['gratis', 'kosteloos', 'vrij'].includes(typed)) return 0
  const bare = typed
    .replace(/^(€|eur|euro)\s*/, '')
    .replace(/\s*(euro|eur)$/, '')
    .replace(/,(-|–|--)$/, '')
  // "1.234,50" is Dutch, "1234.50" is what machines write; a point with three digits behind it parts thousands.
  const dutch = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare)
  const machine = /^(\d+)\.(\d{1,2})$/.exec(bare)
  const [, whole = '', part = ''] = dutch ?? machine ?? []
  if (whole === '') return undefined
  const cents = Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0') || 0)
  return cents <= MOST ? cents : undefined
}

/** A hundred thousand euro; more is a slip of the finger. */
const MOST = 10_000_000

/** A price as it stands in its field. */
export const centsInField = (cents: number | null): string =>
  cents === null ? '' : cents === 0 ? 'gratis' : (cents / 100).toFixed(2).replace('.', ',').replace(',00', '')

/** A number as Dutch people type it: "1,5", "12"; undefined when it is none, or below zero. */
export function numberTyped(text: string): number | undefined {
  const typed = text.trim().replace(',', '.')
  return /^\d{1,5}(\.\d{1,2})?$/.test(typed) ? Number(typed) : undefined
}

/** The same back into its field. */
export const numberInField = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',')
