import type { FeedEntry, FeedHead } from '../foundation/atom.ts'
import type { FindWords } from './facet.words.ts'
import { type LearningForm, learningFormUrl } from './learning-form.ts'

/** Where new learning forms can be followed. */
export const LEARNING_FORM_FEED = '/leervormen.atom'

/** More kenmerken than anyone asks. */
const MOST_VALUES = 20

/** The items of the kenmerken an address asks for; what we don't know counts as not asked, for an address may be old. */
export function feedStandards(slugs: readonly string[], { standards }: Pick<FindWords, 'standards'>): string[] {
  const sent = new Set(slugs.slice(0, MOST_VALUES))
  return [...standards].flatMap(([item, { slug }]) => (sent.has(slug) ? [item] : []))
}

/** The forms of a feed, what came or changed last first; `asked`: only about one of these, if there are any. */
export const inFeed = (forms: readonly LearningForm[], asked: readonly string[]): LearningForm[] =>
  forms
    .filter(({ practises }) => asked.length === 0 || practises.some(({ standard }) => asked.includes(standard)))
    .toSorted((one, other) => changedAt(other) - changedAt(one))

const changedAt = ({ updatedAt, liveSince }: LearningForm): number =>
  Math.max(updatedAt.getTime(), liveSince?.getTime() ?? 0)

/** What the feed says of itself. */
export function learningFormFeedHead(asked: readonly string[], words: FindWords, self: string): FeedHead {
  const known = asked.flatMap((item) => words.standards.get(item) ?? [])
  return {
    name: ['leervormen', ...known.map(({ slug }) => slug)].join('/'),
    title: ['Verankerd: leren van elkaar', ...known.map(({ title }) => title)].join(', '),
    description: 'Nieuwe en vernieuwde manieren om van elkaar te leren, zonder opleider.',
    page: '/scholing/leervormen',
    self,
  }
}

/** A learning form as news. */
export const learningFormEntry = (form: LearningForm, { standards }: FindWords): FeedEntry => ({
  id: form.item ?? form.id,
  title: form.title,
  path: learningFormUrl(form),
  line: form.line,
  author: 'Verankerd',
  updatedAt: new Date(changedAt(form)),
  publishedAt: form.liveSince ?? undefined,
  categories: form.practises.flatMap(({ standard }) => standards.get(standard)?.title ?? []),
  fictional: false,
})
