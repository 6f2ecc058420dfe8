import { itemId, type Publication } from '../thread/index.ts'
import type { Hand } from './hand.ts'
import { type LearningForm, learningFormUrl } from './learning-form.ts'

/** The kind of a learning form on the thread. */
const KIND = 'learning-form'

/** What the thread keeps of a learning form: its words, and the standards one practises in it. */
export function learningFormPublication(form: LearningForm, { by, at }: Hand): Publication {
  const { title, line, cost, time, where, people, steps, questions, beware, practises } = form
  const words = [line, steps.join('\n\n'), questions.join('\n\n'), beware].join('\n\n')
  return {
    item: form.item ?? learningFormItem(form.slug),
    kind: KIND,
    word: 'leervorm',
    title,
    summary: line,
    url: learningFormUrl(form),
    text: words,
    body: {
      ...{ cost, time, where, people, steps, questions, beware },
      practises: practises.map(({ standard, strength }) => ({ standard, strength })),
    },
    links: practises.map(({ standard, revision }) => ({ kind: 'teaches', item: standard, revision })),
    search: { text: words },
    by,
    at,
  }
}

/** The place on the thread of a learning form: an address is never given twice, so it can be made of that. */
const learningFormItem = (slug: string): string => itemId(KIND, slug)
