/** Whom a standard speaks about, whom it is for, and the four lenses the field looked through. */
export const SUBJECTS = ['professional', 'dienst'] as const
export const AUDIENCES = ['professional', 'instelling', 'gemeente'] as const
export const LENSES = ['klantgerichtheid', 'effectiviteit', 'doelmatigheid', 'duurzaamheid'] as const
export const KNOTS = ['paalsteek', 'werplijn', 'platte-knoop', 'splits', 'vlag'] as const
export const VOICES = ['inwoner', 'professional', 'organisatie'] as const

export type Subject = (typeof SUBJECTS)[number]
export type Audience = (typeof AUDIENCES)[number]
export type Lens = (typeof LENSES)[number]
export type KnotName = (typeof KNOTS)[number]
export type Voice = (typeof VOICES)[number]

/** What one side finds important or does: one line and its points. */
export interface Perspective {
  line: string
  points: string[]
}

/** A term of a law or policy that a standard rests on. */
export interface Connection {
  vocabulary: string
  term: string
  note: string
}

/** The verdict of an Olympiade that a standard rests on: its place on the thread, and as which revision. */
export interface Validation {
  item: string
  revision: string
}

/** The words of one standard, as they stand in one edition. */
export interface StandardText {
  slug: string
  code: string
  name: string
  plainLine: string
  knot?: KnotName | undefined
  subject: Subject
  audience: Audience[]
  themes: string[]
  perspectives: Record<Voice, Perspective>
  lenses: Record<Lens, string>
  howTo: string[]
  measures: string[]
  connects: Connection[]
  competences: string[]
  conversation: { opening: string; questions: string[]; closing: string }
  resident: { title: string; expect: string[]; ask: string[]; ifNot: string }
  /** The verdicts about the statements it was made of; what they say is fetched where the standard is shown. */
  validatedBy?: Validation[]
}

/** The part of the text that lists and facets need. */
export type StandardBrief = Pick<
  StandardText,
  'code' | 'name' | 'plainLine' | 'knot' | 'subject' | 'audience' | 'themes' | 'lenses'
>

export const subjectLabel: Record<Subject, string> = {
  professional: 'De professional',
  dienst: 'De dienst',
}

export const audienceLabel: Record<Audience, string> = {
  professional: 'Professionals',
  instelling: 'Instellingen',
  gemeente: 'Gemeenten',
}

export const lensLabel: Record<Lens, string> = {
  klantgerichtheid: 'Klantgerichtheid',
  effectiviteit: 'Effectiviteit',
  doelmatigheid: 'Doelmatigheid',
  duurzaamheid: 'Duurzaamheid',
}

/** Each voice speaks for itself: what an inwoner finds important, what a professional does, what an organisation gives. */
export const voiceLabel: Record<Voice, string> = {
  inwoner: 'Wat jij als inwoner belangrijk vindt',
  professional: 'Wat de professional doet',
  organisatie: 'Wat de organisatie mogelijk maakt',
}

/** All words of a standard in one string, for search. */
export function wordsOf(text: StandardText): string {
  const { perspectives: voices, lenses, conversation, resident } = text
  return [
    text.name,
    text.plainLine,
    ...text.themes,
    ...VOICES.flatMap((voice) => [voices[voice].line, ...voices[voice].points]),
    ...LENSES.map((lens) => lenses[lens]),
    ...text.howTo,
    ...text.measures,
    ...text.connects.map((connection) => connection.note),
    conversation.opening,
    ...conversation.questions,
    conversation.closing,
    resident.title,
    ...resident.expect,
    ...resident.ask,
    resident.ifNot,
  ].join('\n\n')
}
