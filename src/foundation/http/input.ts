/** PostgreSQL cannot keep NUL, and half a surrogate pair is not text: both would end as a fault deep inside. */
export function isCleanText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

/** Whether a URL decodes to clean text; a broken percent sign counts as unclean. */
export function isCleanUrl(raw: string): boolean {
  if (!raw.includes('%')) return isCleanText(raw)
  try {
    return isCleanText(decodeURIComponent(raw.replaceAll('+', ' ')))
  } catch {
    return false
  }
}

/** No message of ours is nested deeper; a deeper one exhausts whoever reads it. */
const DEEPEST = 20

/** Whether every text in parsed data is clean, keys included, however deep it stands. */
export function isCleanData(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isCleanText(value)
  if (value === null || typeof value !== 'object') return true
  return depth < DEEPEST && Object.entries(value).every(([key, one]) => isCleanText(key) && isCleanData(one, depth + 1))
}
