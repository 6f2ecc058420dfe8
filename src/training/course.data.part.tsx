import { gemeenteByCode } from '../foundation/gemeente.ts'
import { DataBlock, ShareHead } from '../foundation/ui/index.ts'
import type { CourseDetail } from './course.reading.ts'
import { type Accreditation, type CourseForm, courseUrl, holdingOn, pointsWords, registerNameOf } from './course.ts'
import { type Offering, placeWords } from './offering.ts'
import { providerUrl } from './provider.ts'

const MODES: Record<CourseForm, string> = {
  'on site': 'Onsite',
  online: 'Online',
  blended: 'Blended',
  workplace: 'Onsite',
  'self-paced': 'Online',
}

const isoDuration = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${minutes % 60}M`

function instanceOf(offering: Offering, form: CourseForm, minutes: number) {
  const { startsOn, endsOn, startsAt, endsAt, online, gemeente, venue } = offering
  const place = gemeenteByCode(gemeente)
  return {
    '@type': 'CourseInstance',
    courseMode: online && gemeente === '' ? 'Online' : MODES[form],
    courseWorkload: isoDuration(minutes),
    startDate: startsAt ? `${startsOn}T${startsAt}` : startsOn,
    endDate: endsAt ? `${endsOn}T${endsAt}` : endsOn,
    ...(place
      ? {
          location: {
            '@type': 'Place',
            name: venue || placeWords({ gemeente, online: false }),
            address: { '@type': 'PostalAddress', addressLocality: place.name, addressCountry: 'NL' },
          },
        }
      : { location: { '@type': 'VirtualLocation', url: offering.enrolUrl || undefined } }),
    ...(offering.seatsLeft === null ? {} : { remainingAttendeeCapacity: offering.seatsLeft }),
  }
}

/** Points of a register: who recognises the course, under which number, and until which day. */
const credentialOf = (one: Accreditation, today: string) => ({
  '@type': 'EducationalOccupationalCredential',
  credentialCategory: 'Accreditatiepunten',
  name: pointsWords([one], today),
  ...(registerNameOf(one) === null ? {} : { recognizedBy: { '@type': 'Organization', name: registerNameOf(one) } }),
  ...(one.number === '' ? {} : { identifier: one.number }),
  ...(one.validUntil === null ? {} : { expires: one.validUntil }),
})

/**
 * A course as schema.org describes one: with its offer, its instances, the accreditations that hold on this day, and what it
 * teaches as defined terms.
 */
export function courseData(
  { course, provider, ahead, teaches }: CourseDetail,
  { baseUrl, today }: { baseUrl: string; today: string },
): object {
  const accreditations = holdingOn(course.accreditations, today)
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    ...(course.item === null ? {} : { '@id': `${baseUrl}/id/${course.item}` }),
    url: baseUrl + courseUrl(course),
    name: course.title,
    description: course.outcome,
    inLanguage: course.language,
    provider: { '@type': 'Organization', name: provider.name, url: baseUrl + providerUrl(provider) },
    timeRequired: isoDuration(course.minutes),
    ...(course.code === '' ? {} : { courseCode: course.code }),
    ...(course.priceCents === null
      ? {}
      : {
          offers: {
            '@type': 'Offer',
            category: course.priceCents === 0 ? 'Free' : 'Paid',
            price: (course.priceCents / 100).toFixed(2),
            priceCurrency: 'EUR',
          },
        }),
    ...(accreditations.length === 0
      ? {}
      : { educationalCredentialAwarded: accreditations.map((one) => credentialOf(one, today)) }),
    hasCourseInstance: ahead.map((one) => instanceOf(one, course.form, course.minutes)),
    teaches: teaches
      .filter(({ isConfirmed }) => isConfirmed)
      .map(({ standard, title, href }) => ({
        '@type': 'DefinedTerm',
        '@id': `${baseUrl}/id/${standard}`,
        name: title,
        url: baseUrl + href,
      })),
    ...(course.fictional ? { voorbeeld: true } : {}),
  }
}

/** What search engines and those who share a link read of a course. */
export function CourseHead(props: { detail: CourseDetail; baseUrl: string; today: string }) {
  const { detail, baseUrl } = props
  const { course } = detail
  return (
    <>
      <ShareHead
        type="website"
        url={baseUrl + courseUrl(course)}
        baseUrl={baseUrl}
        title={course.title}
        line={course.outcome}
        fictional={course.fictional}
      />
      <DataBlock data={courseData(detail, props)} />
    </>
  )
}
