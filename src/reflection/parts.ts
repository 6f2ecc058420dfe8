import type { Db } from '../foundation/db/index.ts'
import type { SlotLink } from './card.page.tsx'
import type { ReflectionContent } from './instrument.store.ts'
import type { Instrument } from './instrument.ts'
import type { Sheet } from './sheet.ts'

/** Links another floor has for a kenmerk; it gets the slug of the kenmerk, the moment, and nothing of the person. */
export type Slot = (db: Db, standard: string, now: Date) => Promise<SlotLink[]>

/** What the routes of the reflection are made of. */
export interface ReflectionParts extends ReflectionContent {
  /** "Zo doen anderen het". */
  others?: Slot
  /** "Leer verder". */
  learn?: Slot
}

/** The edition a sheet was asked in. */
export function askedIn({ instruments }: ReflectionParts, sheet: Sheet): Instrument {
  return instruments.byEdition.get(sheet.round.edition) ?? instruments.current
}

/** The edition a form says it is of. */
export function editionNamed({ instruments }: ReflectionParts, name: unknown): Instrument {
  return (typeof name === 'string' ? instruments.byEdition.get(name) : undefined) ?? instruments.current
}

/** Where someone goes on with a sheet: the screen they left. */
export function placeOf(sheet: Sheet | undefined): string {
  const at = sheet?.round.at ?? 1
  return at > 5 ? '/reflectie/uitslag' : `/reflectie/vraag/${at}`
}

const dutchMonth = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "mei 2026" for "2026-05". */
export const monthInDutch = (month: string): string => dutchMonth.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`))
