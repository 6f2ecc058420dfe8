import { LICENCE } from '../foundation/api/index.ts'
import { fromDutchClock } from '../foundation/day.ts'
import type { StandardCard } from '../standards/index.ts'
import type { ListedCourse } from './course.api.store.ts'
import { type CourseForm, courseUrl, type Level } from './course.ts'
import type { CourseOffering, LearningOutcome, MODES, OeapiCourse, Organisation } from './oeapi.form.ts'
import { type Offering, placeWords } from './offering.ts'
import { type Provider, providerUrl } from './provider.ts'

/** One text, in Dutch. */
const inDutch = (value: string) => [{ language: 'nl-NL', value }]

const identifier = (code: string) => ({ codeType: 'identifier', code })

/** How one follows it. Source: OEAPI 6.0, modeOfDelivery. */
const modeOf: Record<CourseForm, (typeof MODES)[number]> = {
  'on site': 'presential',
  online: 'online',
  blended: 'blended',
  workplace: 'work_based',
  'self-paced': 'online',
}

/** The forms behind a way of delivery. */
export const formsOf = (mode: string): CourseForm[] =>
  (Object.keys(modeOf) as CourseForm[]).filter((form) => modeOf[form] === mode)

/** Source: OEAPI 6.0, level. What is post-hbo stands in `ext`. */
const levelOf: Record<Level, OeapiCourse['level']> = {
  none: 'undefined',
  mbo: 'secondary_vocational_education',
  hbo: 'bachelor',
  'post-hbo': 'bachelor',
  wo: 'master',
}

/** The levels of ours behind one of OEAPI; those we have none of are behind nothing. */
export const levelsOf = (level: string): Level[] =>
  (Object.keys(levelOf) as Level[]).filter((one) => levelOf[one] === level)

const costOf = (cents: number | null): CourseOffering['priceInformation'] =>
  cents === null ? [] : [{ costType: 'total_costs', amount: (cents / 100).toFixed(2), currency: 'EUR' }]

const linkOf = (url: string): string | null => (url === '' ? null : url)

const placed = (addressType: 'visit' | 'teaching', gemeente: string, more = '') =>
  gemeente === ''
    ? []
    : [
        {
          addressType,
          city: placeWords({ gemeente, online: false }),
          ...(more === '' ? {} : { additional: inDutch(more) }),
          countryCode: { 'iso3166-1-alpha2': 'NL' as const },
        },
      ]

/** A provider in the words of OEAPI. */
export function toOrganisation(provider: Provider, base: string): Organisation {
  return {
    organisationId: provider.id,
    primaryCode: identifier(provider.slug),
    organisationType: 'root',
    name: inDutch(provider.name),
    description: inDutch(provider.line),
    addresses: placed('visit', provider.gemeente),
    link: linkOf(provider.website),
    ext: { licentie: LICENCE, voorbeeld: provider.fictional, pagina: base + providerUrl(provider) },
  }
}

/** The provider's own code, by which a catalogue knows a course; without one its place on our site. */
export const codeOf = ({ code, slug }: Pick<ListedCourse, 'code' | 'slug'>): string => (code === '' ? slug : code)

/** A course in the words of OEAPI. What that has no word for stands in `ext`, as our own import reads it. */
export function toCourse(
  course: ListedCourse,
  standards: ReadonlyMap<string, { title: string }>,
  base: string,
): OeapiCourse {
  const known = course.teaches.filter(({ standard }) => standards.has(standard))
  return {
    courseId: course.id,
    primaryCode: identifier(codeOf(course)),
    otherCodes: course.accreditations
      .filter(({ register, number }) => register !== 'overig' && number !== '')
      .map(({ number }) => ({ codeType: 'x-pe-online-id', code: number })),
    name: inDutch(course.title),
    ...(course.about === '' ? {} : { description: inDutch(course.about) }),
    studyLoad: [{ studyLoadUnit: 'hour', value: course.minutes / 60 }],
    modesOfDelivery: [modeOf[course.form]],
    teachingLanguages: [course.language],
    level: levelOf[course.level],
    learningOutcomeIds: known.map(({ standard }) => standard),
    link: linkOf(course.enrolUrl),
    organisationId: course.by.id,
    ext: {
      ...{ licentie: LICENCE, voorbeeld: course.fictional, pagina: base + courseUrl(course) },
      ...{ outcome: course.outcome, form: course.form, level: course.level, professions: course.professions },
      ...{ forStudents: course.forStudents, inCompany: course.inCompany, anyTime: course.anyTime },
      priceInformation: costOf(course.priceCents),
      teaches: known.map(({ standard, strength }) => ({ name: standards.get(standard)?.title ?? '', strength })),
      accreditations: course.accreditations,
    },
  }
}

/** The moment of a Dutch clock, in UTC; midnight when only the day is known. */
function momentOf(day: string, time: string | null): string {
  const at = fromDutchClock(day, time ?? '00:00') ?? new Date(`${day}T${time ?? '00:00'}:00+01:00`)
  return at.toISOString()
}

/** An offering in the words of OEAPI. */
export function toCourseOffering(offering: Offering, course: ListedCourse, today: string): CourseOffering {
  const { seats, seatsLeft, online, gemeente } = offering
  const state = offering.cancelledAt !== null ? 'cancelled' : offering.endsOn < today ? 'inactive' : 'active'
  return {
    courseOfferingId: offering.id,
    primaryCode: { codeType: 'offering_code', code: offering.code === '' ? offering.id : offering.code },
    name: inDutch(course.title),
    state,
    startDateTime: momentOf(offering.startsOn, offering.startsAt),
    endDateTime: momentOf(offering.endsOn, offering.endsAt),
    teachingLanguages: [course.language],
    modesOfDelivery: gemeente === '' ? ['online'] : online ? ['hybrid', 'online'] : ['presential'],
    maxNumberStudents: seats,
    enrolledNumberStudents: seats === null || seatsLeft === null ? null : Math.max(0, seats - seatsLeft),
    addresses: placed('teaching', gemeente, offering.venue),
    priceInformation: costOf(course.priceCents),
    link: linkOf(offering.enrolUrl),
    courseId: course.id,
    organisationId: course.by.id,
    ext: {
      ...{ licentie: LICENCE, voorbeeld: course.fictional },
      ...{ courseCode: codeOf(course), days: offering.days, seatsLeft },
    },
  }
}

/** A standard as something to learn, in the words of OEAPI. It is never a binding framework. */
export function toLearningOutcome(standard: StandardCard, base: string): LearningOutcome {
  return {
    learningOutcomeId: standard.item,
    primaryCode: identifier(standard.code),
    name: inDutch(standard.name),
    description: inDutch(standard.plainLine),
    ext: {
      ...{ licentie: LICENCE, voorbeeld: standard.fictional, pagina: base + standard.path },
      case: `${base}/ims/case/v1p1/CFItems/${standard.item}`,
    },
  }
}
