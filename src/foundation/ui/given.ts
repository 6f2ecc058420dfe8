import type { Child } from 'hono/jsx'

/** Whether there is anything to show: an optional part may be left out as nothing, as false or as an empty text. */
export function given(child: Child): boolean {
  return child !== undefined && child !== null && child !== false && child !== ''
}
