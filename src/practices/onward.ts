import type { Call } from './call.ts'
import type { Nomination, NominationBodies } from './nomination.ts'

/**
 * Whether a nomination may be taken along to this call: it was never sent nor taken back, its own call is over, and this
 * one is open.
 */
export function mayTakeOnward(
  nomination: Pick<Nomination, 'call' | 'submissions' | 'withdrawnAt'>,
  open: Pick<Call, 'id'> | undefined,
  today: string,
): boolean {
  const { call, submissions, withdrawnAt } = nomination
  return (
    submissions.length === 0 &&
    withdrawnAt === null &&
    call.closesOn < today &&
    open !== undefined &&
    open.id !== call.id
  )
}

/** What goes along: every word, and of what was chosen from a list whatever the new call has too. */
export function takenAlong(
  bodies: NominationBodies,
  lists: { themes: readonly { slug: string }[]; fields: readonly { slug: string }[] },
): NominationBodies {
  const has = (list: readonly { slug: string }[], slug: string) => list.some((one) => one.slug === slug)
  const { theme, fields } = bodies
  return {
    ...bodies,
    theme: { ...theme, theme: has(lists.themes, theme.theme) ? theme.theme : '' },
    fields: { ...fields, fields: fields.fields.filter((slug) => has(lists.fields, slug)) },
  }
}
