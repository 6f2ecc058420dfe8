import type { Strength } from './teaching.ts'

/** A standard one practises in a learning form, how strongly, and which of its texts was meant. */
export interface Practising {
  /** Item of the standard on the thread. */
  standard: string
  revision: string
  strength: Strength
}

/** What an editor says of a way to learn without a provider (leervorm). */
export interface LearningFormText {
  title: string
  line: string
  cost: string
  time: string
  where: string
  people: string
  steps: string[]
  questions: string[]
  beware: string
  practises: Practising[]
}

/** A learning form as it is kept. */
export interface LearningForm extends LearningFormText {
  id: string
  slug: string
  /** Its place on the thread, once published. */
  item: string | null
  /** What its file said when it was put here; null once its words are those of an editor. */
  filePrint: string | null
  version: number
  /** Null: only editors see it. */
  liveSince: Date | null
  updatedAt: Date
  isArchived: boolean
}

/** The page of a learning form. */
export const learningFormUrl = ({ slug }: Pick<LearningForm, 'slug'>): string => `/scholing/leervormen/${slug}`

/** Where editors find all of them. */
export const LEARNING_FORMS_DESK = '/redactie/scholing/leervormen'

/** Where an editor works on one. */
export const learningFormDeskUrl = ({ id }: Pick<LearningForm, 'id'>): string => `${LEARNING_FORMS_DESK}/${id}`

/** The standards of a form that got a new text since it was said that one practises them there. */
export const outdatedIn = (
  { practises }: Pick<LearningForm, 'practises'>,
  current: readonly { item: string; revision: string; name: string }[],
): string[] =>
  current
    .filter(({ item, revision }) => practises.some((one) => one.standard === item && one.revision !== revision))
    .map(({ name }) => name)
