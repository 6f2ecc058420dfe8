import type { Accreditation, Course } from './course.ts'
import type { CourseFacts } from './date-ask.ts'

/** What lists say of a course besides its dates. */
export type CourseCard = Pick<
  Course,
  | 'slug'
  | 'title'
  | 'minutes'
  | 'form'
  | 'anyTime'
  | 'inCompany'
  | 'priceCents'
  | 'accreditations'
  | 'fictional'
  | 'lookedAt'
> & {
  /** Name of the provider. */
  provider: string
}

/** What a card says that the agenda does not know already, in this order: names would be half of its text. */
export type CardParts = [
  slug: string,
  title: string,
  provider: string,
  minutes: number,
  fictional: boolean,
  lookedAt: string | null,
  accreditations: [
    register: Accreditation['register'],
    registerName: Accreditation['registerName'],
    number: Accreditation['number'],
    points: Accreditation['points'],
    validUntil: Accreditation['validUntil'],
  ][],
]

/** The card in a text of CardParts as JSON. */
export function cardIn(text: string, facts: CourseFacts, priceCents: number | null): CourseCard {
  const parts: CardParts = JSON.parse(text)
  const [slug, title, provider, minutes, fictional, lookedAt, accreditations] = parts
  return {
    ...{ slug, title, provider, minutes, fictional, priceCents, ...facts },
    lookedAt: lookedAt === null ? null : new Date(lookedAt),
    accreditations: accreditations.map(([register, registerName, number, points, validUntil]) => ({
      ...{ register, registerName, number, points, validUntil },
    })),
  }
}
