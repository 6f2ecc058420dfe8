import type { Db } from '../foundation/db/index.ts'
import { currentStandards } from '../standards/index.ts'
import { readItems } from '../thread/index.ts'
import type { Practised } from './learning-form.page.tsx'
import { learningFormsPractising, liveLearningForms } from './learning-form.store.ts'
import {
  LEARNING_FORMS_DESK,
  type LearningFormText,
  learningFormUrl,
  outdatedIn,
  type Practising,
} from './learning-form.ts'
import { reasonWords } from './reason.ts'

const itemsOf = (db: Db, practises: readonly Pick<Practising, 'standard'>[]) =>
  readItems(db, [...new Set(practises.map(({ standard }) => standard))])

/** The standards one practises in a learning form, with title and address as they read now; strongest first. */
export async function practisedIn(db: Db, { practises }: Pick<LearningFormText, 'practises'>): Promise<Practised[]> {
  const known = await itemsOf(db, practises)
  return practises.flatMap(({ standard, strength }) => {
    const item = known.get(standard)
    return item && item.title !== null ? [{ standard, href: item.url, title: item.title, strength }] : []
  })
}

/** How these standards are called now. */
export async function namesOf(
  db: Db,
  practises: readonly Pick<Practising, 'standard'>[],
): Promise<Map<string, string>> {
  const known = await itemsOf(db, practises)
  return new Map([...known].flatMap(([id, { title }]) => (title === null ? [] : [[id, title]])))
}

/** A way to practise a standard without a provider, as the page of the standard shows it. */
export interface PractisingForm {
  href: string
  title: string
  /** Why it is shown, in words. */
  reason: string
  /** What it costs, and how much time. */
  text: string
  fictional: false
}

/** Learning forms in which one practises a standard (by its place on the thread), the strongest first. */
export async function formsPractising(db: Db, standard: string, most: number): Promise<PractisingForm[]> {
  return (await learningFormsPractising(db, standard, most)).map((form) => ({
    href: learningFormUrl(form),
    title: form.title,
    reason: reasonWords(form.here),
    text: `${form.cost} · ${form.time} · ${form.people}`,
    fictional: false,
  }))
}

/** At the desk of editors: learning forms about a standard that got a new text. Empty when there are none. */
export async function learningFormTasks(db: Db): Promise<{ href: string; title: string; text: string }[]> {
  const standards = await currentStandards(db)
  const outdated = (await liveLearningForms(db)).filter((form) => outdatedIn(form, standards).length > 0)
  if (outdated.length === 0) return []
  const text = 'Een kenmerk kreeg een nieuwe tekst. Kijk of je er zo nog mee oefent.'
  return [{ href: LEARNING_FORMS_DESK, title: `Leervormen: klopt dit nog? (${outdated.length})`, text }]
}
