import type { Db } from '../foundation/db/index.ts'
import { Band, Example, Heading, Rows } from '../foundation/ui/index.ts'

/** Something by which one can learn what a standard is about; the floor above knows it. */
export interface TaughtBy {
  href: string
  title: string
  /** Why it is shown. */
  reason: string
  text: string
  fictional: boolean
  /** A course of a provider, that one can look for nearby; else a way to learn from each other. */
  isCourse: boolean
}

/** What teaches a standard (by its place on the thread), most fitting first. */
export type TaughtSlot = (db: Db, standard: string, now: Date) => Promise<TaughtBy[]>

/** Where one can learn it, the few that fit best, and where to look for more courses; nothing when nobody teaches it. */
export function TaughtHere({ taught, name, all }: { taught: TaughtBy[]; name: string; all: string | undefined }) {
  if (taught.length === 0) return null
  return (
    <Band tone="wad">
      <Heading level={2}>Hier kun je het leren</Heading>
      <p>Zo leer je over “{name}”, bij een opleider of van elkaar. De redactie bevestigde dat.</p>
      <Rows
        items={taught.map(({ href, title, reason, text, fictional }) => ({
          href,
          title,
          text: (
            <>
              {reason}
              <span class="practice-row__facts">{text}</span>
            </>
          ),
          ...(fictional ? { badge: <Example /> } : {}),
        }))}
      />
      {all === undefined || !taught.some(({ isCourse }) => isCourse) ? null : (
        <p>
          <a href={all}>Zoek een training over dit kenmerk bij jou in de buurt</a>
        </p>
      )}
    </Band>
  )
}
