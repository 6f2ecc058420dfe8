import type { Section } from './section.ts'

/** How someone wants to stand beside their words. */
export const QUOTE_FORMS = ['name', 'function', 'anonymous'] as const
export type QuoteForm = (typeof QUOTE_FORMS)[number]

/** Whoever we talked with: what they are in the practice. */
export const SPEAKER_ROLES = ['professional', 'client', 'volunteer', 'manager', 'other'] as const
export type SpeakerRole = (typeof SPEAKER_ROLES)[number]

/** Someone's words as a practice may use them. The words themselves stand on the thread; null once taken back. */
export interface Quote {
  id: string
  practice: string
  speaker: string
  section: Section
  position: number
  version: number
  utterance: { id: string; text: string | null; hash: string }
  /** How the speaker is named beside it; null when anonymous or not yet agreed. */
  attribution: { id: string; text: string | null; hash: string } | null
  /** Null: not agreed yet. */
  form: QuoteForm | null
  agreedAt: Date | null
  withdrawn: boolean
  /** Its own place on the thread, from the first publication that holds it. */
  item: string | null
  proposedAt: Date
}

export type QuoteState = 'asked' | 'agreed' | 'withdrawn'

/** Where a quote stands. Words that were emptied anywhere are withdrawn here too. */
export function quoteState(quote: Pick<Quote, 'withdrawn' | 'form' | 'utterance'>): QuoteState {
  if (quote.withdrawn || quote.utterance.text === null) return 'withdrawn'
  return quote.form === null ? 'asked' : 'agreed'
}

/** Nothing someone said is published without their own agreement to these very words. */
export function isPublishable(quote: Pick<Quote, 'withdrawn' | 'form' | 'utterance' | 'attribution'>): boolean {
  if (quoteState(quote) !== 'agreed') return false
  // Whoever agreed under a name and then took the name back, agreed to something else.
  return quote.form === 'anonymous' || typeof quote.attribution?.text === 'string'
}

/** What is chosen when nobody has chosen yet: a client is never named by default. */
export const formOffered = (role: SpeakerRole): QuoteForm => (role === 'client' ? 'anonymous' : 'function')

/** The name offered to stand beside a quote: of whoever is easily hurt by being known, the first name is enough. */
export const nameOffered = (role: SpeakerRole, name: string): string =>
  isEasilyKnown(role) ? (name.split(' ')[0] ?? '') : name

/** Whether to warn that in a small place people are known without their name too. */
export const isEasilyKnown = (role: SpeakerRole): boolean => role === 'client' || role === 'volunteer'

/** The words beside a quote: "Amina, vrijwilliger". Null: nothing stands beside it. */
export function attributionOf(form: QuoteForm, who: { name: string; function: string }): string | null {
  if (form === 'anonymous') return null
  return form === 'function' ? who.function : [who.name, who.function].filter((part) => part !== '').join(', ')
}

/** What is still missing to stand beside a quote in this form, as a sentence for the field; undefined when nothing. */
export function attributionFault(
  form: QuoteForm,
  who: { name: string; function: string },
): { field: 'naam' | 'functie'; message: string } | undefined {
  if (form === 'name' && who.name === '')
    return { field: 'naam', message: 'Vul in welke naam erbij mag staan, of kies “zonder naam”.' }
  if (form === 'function' && who.function === '')
    return { field: 'functie', message: 'Vul in hoe we je noemen, bijvoorbeeld “vrijwilliger”, of kies “zonder naam”.' }
  return undefined
}

const FORM_WORDS: Record<QuoteForm, string> = {
  name: 'met mijn naam',
  function: 'met alleen wat ik doe, bijvoorbeeld “vrijwilliger”',
  anonymous: 'zonder naam',
}

/** A form as the speaker chooses it. */
export const formWord = (form: QuoteForm): string => FORM_WORDS[form]

const ROLE_WORDS: Record<SpeakerRole, string> = {
  professional: 'professional',
  client: 'cliënt of deelnemer',
  volunteer: 'vrijwilliger',
  manager: 'leidinggevende',
  other: 'iemand anders',
}

/** What a speaker is, on screen. */
export const roleWord = (role: SpeakerRole): string => ROLE_WORDS[role]
