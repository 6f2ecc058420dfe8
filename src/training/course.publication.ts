import { gemeenteByCode } from '../foundation/gemeente.ts'
import { itemId, type Publication } from '../thread/index.ts'
import { type Course, courseUrl, formWords, languageWords, levelWords, professionWords } from './course.ts'
import type { Hand } from './hand.ts'
import type { Provider } from './provider.ts'
import type { Teaching } from './teaching.ts'

/** What the thread keeps of a course: its words, what it costs, and the standards it teaches as far as confirmed. */
export function coursePublication(
  course: Course,
  provider: Provider,
  teachings: Teaching[],
  { by, at }: Hand,
): Publication {
  const place = gemeenteByCode(provider.gemeente)
  const confirmed = teachings.filter(({ confirmedAt }) => confirmedAt !== null)
  const sought = [
    provider.name,
    place?.name ?? '',
    ...course.professions.map((one) => professionWords[one]),
    course.about,
  ]
  return {
    ...(course.item === null ? {} : { item: course.item }),
    kind: 'course',
    word: 'training',
    title: course.title,
    summary: course.outcome,
    url: courseUrl(course),
    fictional: course.fictional,
    text: [course.outcome, course.about].filter((part) => part !== '').join('\n\n'),
    body: {
      provider: provider.name,
      form: formWords[course.form],
      minutes: course.minutes,
      language: languageWords[course.language],
      level: levelWords[course.level],
      priceCents: course.priceCents,
      professions: course.professions,
      accreditations: course.accreditations.map((one) => ({ ...one })),
      teaches: confirmed.map(({ standard, strength }) => ({ standard, strength })),
    },
    links: confirmed.map(({ standard, revision }) => ({ kind: 'teaches', item: standard, revision })),
    search: { text: sought.filter((part) => part !== '').join('\n\n') },
    by,
    at,
  }
}

/** The place on the thread of a course of the repository: the same on every machine. */
export const trialCourseItem = (slug: string): string => itemId('course', slug)
