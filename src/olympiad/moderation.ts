/** The rules by which a proposal or reason is let through or not. They are published, and the log names them. */
export const MODERATION_RULES = [
  { slug: 'past', outcome: 'passed', words: 'Het gaat over de vraag, en er is niemand in te herkennen.' },
  { slug: 'naam', outcome: 'refused', words: 'Er staat een naam in, of iemand is te herkennen.' },
  { slug: 'grof', outcome: 'refused', words: 'Het is een aanval op een persoon of een groep.' },
  { slug: 'reclame', outcome: 'refused', words: 'Het is reclame.' },
  { slug: 'ernaast', outcome: 'refused', words: 'Het gaat niet over de vraag.' },
  { slug: 'dubbel', outcome: 'refused', words: 'Het staat er al, in bijna dezelfde woorden.' },
] as const

export type ModerationRule = (typeof MODERATION_RULES)[number]

/** The rule of this name. */
export const moderationRule = (slug: string): ModerationRule | undefined =>
  MODERATION_RULES.find((rule) => rule.slug === slug)

/** What waits to be read, or was read: never who wrote it. */
export interface Brought {
  id: string
  kind: 'proposal' | 'reason'
  role: string
  utterance: string
  /** Of a reason: the sentence it is about. */
  about: string | null
}

/** One line of the public log. */
export interface Moderated {
  kind: 'proposal' | 'reason'
  outcome: 'passed' | 'refused'
  rule: string
  words: string
  at: Date
}
