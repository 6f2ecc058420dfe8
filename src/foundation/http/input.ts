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
