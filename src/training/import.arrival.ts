import { type CourseState, dueWords, lacking } from './publication.ts'

/** What asks for something to be done stands first. */
export const ARRIVAL_STATES = ['draft', 'asked', 'waiting', 'live', 'archived'] as const satisfies CourseState[]

/** What to do with those that stand there. */
export const arrivalAdvice: Record<CourseState, string> = {
  draft:
    'Een concept zien alleen jullie. Vul bij elke training aan wat er mist, en zet hem dan op de site. Of vul het aan in je bestand en lever dat opnieuw aan: wat dan compleet is, gaat vanzelf naar de redactie.',
  asked: 'De redactie wil eerst iets van jullie weten. Pas de training aan, en zet hem dan opnieuw op de site.',
  waiting:
    'De redactie kijkt een eerste keer mee, binnen twee werkdagen. Daarna staat de training op de site, ook als er dan nog niemand keek. Jullie hoeven niets te doen.',
  live: 'Deze staan op de site. Wat er veranderde, staat er al.',
  archived: 'Deze liggen in het archief en blijven daar. Haal ze er zelf uit als ze weer op de site mogen.',
}

/** A course that came in or changed by an import, as it stands now. */
export interface Arrival {
  id: string
  code: string
  title: string
  state: CourseState
  /** Of a course that waits: when it goes on the site at the latest. */
  dueAt: Date | null
  /** What an editor asks. */
  asks: string
  anyTime: boolean
  inCompany: boolean
  hasStandards: boolean
  hasDates: boolean
  isLooked: boolean
}

/** How many courses of an import stand where. */
export type ArrivalCounts = Partial<Record<CourseState, number>>

/** Why it stands where it stands, or when that ends. */
export function arrivalText(one: Arrival): string {
  if (one.state === 'asked') return `De redactie vraagt: ${one.asks}`
  if (one.state === 'waiting' && one.dueAt) return `Uiterlijk ${dueWords(one.dueAt)} op de site.`
  if (one.state === 'live' && !one.isLooked) return 'De redactie heeft hem nog niet bekeken.'
  if (one.state !== 'draft') return ''
  const lacks = lacking(one, { dates: one.hasDates, standards: one.hasStandards })
  return lacks.length === 0 ? 'Er mist niets meer. Zet hem op de site.' : lacks.join(' ')
}
