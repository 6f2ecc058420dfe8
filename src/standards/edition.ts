import type { Person } from '../people/index.ts'

export const STATUSES = ['draft', 'consultation', 'current', 'replaced'] as const
export type EditionStatus = (typeof STATUSES)[number]

/** The words around the standards of one edition; together they read as one handreiking. */
export interface EditionText {
  title: string
  version: string
  year: number
  publishedOn: string | null
  themes: string[]
  foreword: string[]
  readingGuide: string[]
  useIt: string[]
  notLikeThis: string[]
  ours: string
  /** Why the date is not more precise. */
  dateNote?: string | undefined
}

/** Words on screen for each status. */
export const statusLabel: Record<EditionStatus, string> = {
  draft: 'Concept',
  consultation: 'Consultatie',
  current: 'Nieuwste versie',
  replaced: 'Oudere versie',
}

/** Which version this is, with the year only once: "versie 2013", or "2010, versie 2.0". */
export function versionWords({ year, version }: Pick<EditionText, 'year' | 'version'>): string {
  return version === String(year) ? `versie ${version}` : `${year}, versie ${version}`
}

export interface ConsultationSpan {
  opensOn: string
  closesOn: string
}

/** What happened to an edition; the status is read from it and stored nowhere. */
export interface EditionEvents {
  published: boolean
  replaced: boolean
  consultations: ConsultationSpan[]
}

/** A consultation runs on whole days, both days included. */
export function runs(consultation: ConsultationSpan, today: string): boolean {
  return consultation.opensOn <= today && today <= consultation.closesOn
}

/** Whether people could react before today: a consultation that is planned or runs has not been held yet. */
export function wasConsulted(consultations: ConsultationSpan[], today: string): boolean {
  return consultations.some(({ closesOn }) => closesOn < today)
}

/** Whether a consultation was announced that has yet to begin. */
export function isPlanned(consultation: ConsultationSpan, today: string): boolean {
  return today < consultation.opensOn
}

export function statusOf(events: EditionEvents, today: string): EditionStatus {
  if (events.published) return events.replaced ? 'replaced' : 'current'
  return events.consultations.some((consultation) => runs(consultation, today)) ? 'consultation' : 'draft'
}

/** The editions whose place this one took. */
export function replacedBy<One extends { successor: string | null }>(editions: One[], id: string): One[] {
  return editions.filter(({ successor }) => successor === id)
}

/** Everyone may read a consultation or a published edition; a draft is for editors only. */
export function isPublic(status: EditionStatus): boolean {
  return status !== 'draft'
}

/** Kept out of search engines: what is made up, and what is only a proposal. */
export function isHidden(edition: { status: EditionStatus; framework: { fictional: boolean } }): boolean {
  return edition.framework.fictional || edition.status === 'consultation'
}

/** What stands between a draft and its publication. */
export interface DraftState {
  status: EditionStatus
  draftedBy: string | null
  lastHands: (string | null)[]
  standards: number
  /** A consultation was held and is over. */
  consulted: boolean
  /** A consultation has yet to begin: it is held, or called off first. */
  planned: boolean
  changed: boolean
  openImpact: number
  crosswalkFaults: number
  /** Names of standards that were taken over from a statement and still have gaps. */
  unfinished: string[]
  /** The edition it was drafted from was replaced by another draft meanwhile. */
  overtaken: boolean
}

const isEditor = (person: Person | undefined): person is Person =>
  person?.roles.some(({ role }) => role === 'editor') ?? false

/** An editor may change a draft as long as nobody is being consulted on it. */
export function mayEdit(person: Person | undefined, status: EditionStatus): boolean {
  return isEditor(person) && status === 'draft'
}

/** Why a draft can't be thrown away, as a sentence; undefined when it can. */
export function discardFault(status: EditionStatus): string | undefined {
  if (status === 'consultation')
    return 'De consultatie loopt. Mensen lezen dit concept en reageren erop: gooi het pas weg als die over is.'
  return status === 'draft' ? undefined : 'Deze versie is gepubliceerd. Wat gepubliceerd is, blijft te lezen.'
}

/** An editor may call a consultation off as long as nobody could react to it. */
export function mayWithdraw(person: Person | undefined, consultation: ConsultationSpan, today: string): boolean {
  return isEditor(person) && isPlanned(consultation, today)
}

/** Publishing takes four eyes: not who began the draft, not who last wrote one of its texts or left one out. */
export function isSecondEditor(
  person: Person | undefined,
  draft: Pick<DraftState, 'draftedBy' | 'lastHands'>,
): boolean {
  return isEditor(person) && draft.draftedBy !== person.id && !draft.lastHands.includes(person.id)
}

/** What still has to be done, in words an editor can act on; empty means ready. */
export function obstacles(draft: DraftState): string[] {
  const open: string[] = []
  if (draft.status === 'current' || draft.status === 'replaced') open.push('Deze versie is al gepubliceerd.')
  if (draft.overtaken)
    open.push(
      'De versie waar dit concept op verder bouwt, is intussen vervangen. Begin een concept op de versie die nu geldt.',
    )
  if (draft.status === 'consultation') open.push('De consultatie loopt nog.')
  else if (draft.planned)
    open.push('Er staat een consultatie gepland. Wacht tot die is geweest, of trek de consultatie eerst in.')
  else if (!draft.consulted) open.push('Er is nog geen consultatie geweest.')
  if (draft.standards === 0) open.push('Er staat nog geen enkel kenmerk in.')
  if (!draft.changed) open.push('Er is nog niets veranderd ten opzichte van de versie die nu geldt.')
  if (draft.unfinished.length > 0) open.push(`Nog niet af: ${draft.unfinished.join(', ')}.`)
  if (draft.crosswalkFaults > 0) open.push('De overgang van de oude naar de nieuwe lijst klopt nog niet.')
  if (draft.openImpact > 0)
    open.push(
      draft.openImpact === 1
        ? 'Er wacht nog één gevolg op een besluit.'
        : `Er wachten nog ${draft.openImpact} gevolgen op een besluit.`,
    )
  return open
}

/** Whether the consultation is all that lacks: a written reason, for everyone to read, may then take its place. */
export function lacksOnlyConsultation(draft: DraftState): boolean {
  return !draft.consulted && obstacles({ ...draft, consulted: true }).length === 0
}

/** A second editor may publish when nothing stands in the way, or nothing but a consultation and there is a reason why not. */
export function mayPublish(person: Person | undefined, draft: DraftState, reason = ''): boolean {
  const ready = obstacles(draft).length === 0 || (lacksOnlyConsultation(draft) && reason !== '')
  return isSecondEditor(person, draft) && ready
}
