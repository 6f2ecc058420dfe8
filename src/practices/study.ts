import type { Section } from './section.ts'

/** Where words of a practice were read: one passage of a description, or a whole quote (then `passage` is null). */
export interface PassagePlace {
  /** The practice or the quote, by its place on the thread. */
  item: string
  /** The revision in which it was read. */
  revision: string
  passage: string | null
}

/** A passage or quote as it was read then; of a quote that was taken back since only the place is left. */
export interface PassageRead extends PassagePlace {
  /** In our small markup; null once taken back. */
  text: string | null
  isQuote: boolean
  /** Whose words a quote is, as far as they want to be named. */
  by: string | null
  section: Section | null
  /** What it stands in: the practice, or "Een citaat bij …". */
  title: string
  /** These very words in their place. */
  href: string
  fictional: boolean
  /** There is a newer revision of what it stands in. */
  isOlder: boolean
}

/** A published description to read beside another, section by section. */
export interface DescriptionRead {
  item: string
  slug: string
  title: string
  line: string
  fictional: boolean
  sections: { section: Section; passages: PassageRead[] }[]
}

/** One key for a place, to find it among many. */
export const placeKey = ({ item, revision, passage }: PassagePlace): string => `${item} ${revision} ${passage ?? ''}`

/** A published practice to choose for reading. */
export interface StudyPractice {
  item: string
  slug: string
  title: string
  line: string
  year: number
  theme: string
  fictional: boolean
}
