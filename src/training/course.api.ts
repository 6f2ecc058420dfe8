import { LICENCE, selfOf } from '../foundation/api/index.ts'
import { gemeenteName, gemeenteNow } from '../foundation/gemeente.ts'
import type {
  Opleiding,
  OpleidingDetail,
  OpleidingenQuery,
  Uitvoering,
  UitvoeringenQuery,
  VORMEN,
} from './course.api.form.ts'
import type { ListedCourse, ListedOffering } from './course.api.store.ts'
import { courseUrl, type Level, offeringCalendarUrl, registerNameOf } from './course.ts'
import { FACETS } from './facet.ts'
import { type FindWords, PARAMS, slugOf, valueIn } from './facet.words.ts'
import { orderIn } from './finding.order.ts'
import { type Finding, RADII, RADIUS_AT_FIRST } from './finding.ts'
import type { DateAhead } from './offering.ts'
import type { Taught } from './taught.ts'
import { strengthWords } from './teaching.ts'

type Asked = (OpleidingenQuery | UitvoeringenQuery) & { orde?: OpleidingenQuery['orde'] }

/** What was asked of the API, as the page narrows. A value nobody has leaves nothing, and never everything. */
export function findingOf(query: Asked, words: FindWords): Finding {
  const { kenmerk, provincie, vorm, prijs, beroepsgroep, punten, taal, studenten, competentie } = query
  const sent: Record<string, string[]> = {
    ...{ kenmerk, provincie, vorm, prijs, beroepsgroep, punten, taal, competentie },
    studenten: studenten === undefined ? [] : [studenten],
  }
  const chosen = FACETS.map((facet) => {
    const values = sent[PARAMS[facet]] ?? []
    return [facet, values.map((value) => valueIn(facet, value, words) ?? value)]
  })
  return {
    text: query.zoek,
    chosen: Object.fromEntries(chosen),
    near: query.bij,
    radius: RADII.find((radius) => String(radius) === query.straal) ?? RADIUS_AT_FIRST,
    online: query.online === 'ja',
    month: query.wanneer ?? '',
    seats: query.plaats === 'ja',
    order: orderIn(query.orde ?? ''),
    page: query.page,
  }
}

/** How far someone has studied, in the words of the API. */
export const levelOf = (level: Level): Opleiding['niveau'] => (level === 'none' ? 'iedereen' : level)

/** How strongly, as a word of the API. */
export const strengthOf = (strength: keyof typeof strengthWords) =>
  strengthWords[strength] as Opleiding['kenmerken'][number]['sterkte']

const placeOf = (code: string) => (code === '' ? null : { code: gemeenteNow(code), naam: gemeenteName(code) })

const addressOrNull = (url: string): string | null => (url === '' ? null : url)

/** '09:30' as the API writes times. */
const timeOf = (at: string | null): string | null => (at === null ? null : `${at}:00`)

/** An offering in the words of the API. */
export function toUitvoering(offering: ListedOffering, base: string): Uitvoering {
  const { of } = offering
  return {
    id: offering.id,
    opleiding: { slug: of.slug, titel: of.title, _links: selfOf(base, `/opleidingen/${of.slug}`, of.fictional) },
    begindatum: offering.startsOn,
    einddatum: offering.endsOn,
    dagen: offering.days,
    van: timeOf(offering.startsAt),
    tot: timeOf(offering.endsAt),
    online: offering.online,
    gemeente: placeOf(offering.gemeente),
    locatie: offering.venue,
    plaatsen: offering.seats,
    plaatsenVrij: offering.seatsLeft,
    inschrijven: addressOrNull(offering.enrolUrl) ?? addressOrNull(of.enrolUrl),
    afgelast: offering.cancelledAt !== null,
    voorbeeld: of.fictional,
    gewijzigd: offering.updatedAt.toISOString(),
    _links: {
      ...selfOf(base, `/uitvoeringen/${offering.id}`, of.fictional),
      agenda: { href: base + offeringCalendarUrl(of, offering) },
    },
  }
}

/** What the words of a course need besides its row. */
interface Around {
  base: string
  words: FindWords
}

/** A course in the words of the API, short. */
export function toOpleiding(
  course: ListedCourse,
  ahead: Pick<DateAhead, 'startsOn'>[],
  { base, words }: Around,
): Opleiding {
  const { by, fictional } = course
  const dates = `?opleiding=${course.slug}${fictional ? '&voorbeelden=ja' : ''}`
  return {
    id: course.id,
    item: course.item && `${base}/id/${course.item}`,
    slug: course.slug,
    titel: course.title,
    leeruitkomst: course.outcome,
    opleider: { id: by.id, slug: by.slug, naam: by.name, _links: selfOf(base, `/opleiders/${by.slug}`, fictional) },
    vorm: slugOf('form', course.form, words) as (typeof VORMEN)[number],
    bijJullie: course.inCompany,
    altijdBeginnen: course.anyTime,
    studielastMinuten: course.minutes,
    taal: course.language,
    niveau: levelOf(course.level),
    beroepsgroepen: course.professions,
    studentenWelkom: course.forStudents || null,
    prijsEuro: course.priceCents === null ? null : course.priceCents / 100,
    punten: course.accreditations.map((one) => ({
      ...{ register: one.register, registerNaam: registerNameOf(one), nummer: one.number, punten: one.points },
      geldigTotEnMet: one.validUntil,
    })),
    kenmerken: course.teaches.flatMap(({ standard, strength }) => {
      const known = words.standards.get(standard)
      return known === undefined
        ? []
        : [{ item: `${base}/id/${standard}`, slug: known.slug, naam: known.title, sterkte: strengthOf(strength) }]
    }),
    aantalUitvoeringen: ahead.length,
    eersteDatum: ahead[0]?.startsOn ?? null,
    nagekeken: course.isLookedAt,
    voorbeeld: fictional,
    gewijzigd: new Date(course.updatedAt).toISOString(),
    _links: {
      ...selfOf(base, `/opleidingen/${course.slug}`, fictional),
      pagina: { href: base + courseUrl(course) },
      uitvoeringen: { href: `${base}/api/v1/uitvoeringen${dates}` },
    },
  }
}

/** A course in the words of the API, whole: with what one can still go to, and what learners said. */
export function toOpleidingDetail(
  course: ListedCourse,
  { ahead, taught }: { ahead: ListedOffering[]; taught: Taught[] },
  around: Around,
): OpleidingDetail {
  return {
    ...toOpleiding(course, ahead, around),
    over: course.about,
    inschrijven: addressOrNull(course.enrolUrl),
    uitvoeringen: ahead.map((offering) => toUitvoering(offering, around.base)),
    ervaringen: taught.flatMap(({ standard, figure }) => {
      const kenmerk = around.words.standards.get(standard)?.slug
      return figure === undefined || kenmerk === undefined
        ? []
        : [{ kenmerk, hielp: figure.yes, eenBeetje: figure.somewhat, hielpNiet: figure.no }]
    }),
    licentie: LICENCE,
  }
}
