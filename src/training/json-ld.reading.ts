import type { Typed } from '../foundation/http/index.ts'
import type { ImportRow } from './import.row.ts'
import {
  accreditationFields,
  bare,
  firstSentences,
  list,
  momentIn,
  said,
  type Thing,
  thing,
  told,
} from './oeapi.reading.ts'

/** The pieces of JSON-LD in a web page, each as text. */
export function* piecesIn(page: string): Generator<string> {
  const opening = /<script\b[^>]*>/gi
  for (let found = opening.exec(page); found; found = opening.exec(page)) {
    const end = page.indexOf('</script', opening.lastIndex)
    if (end < 0) return
    if (/type\s*=\s*["']?application\/ld\+json/i.test(found[0])) yield page.slice(opening.lastIndex, end)
    opening.lastIndex = end
  }
}

const DEEPEST = 12

const typesOf = (one: Thing): string[] => list(one['@type']).map((type) => said(type).replace(/^.*[/#:]/, ''))

/** Everything of one type, wherever it stands. */
function* ofType(value: unknown, type: string, depth = 0): Generator<Thing> {
  if (depth > DEEPEST) return
  for (const each of list(value)) {
    const one = thing(each)
    if (typesOf(one).includes(type)) yield one
    else for (const inside of Object.values(one)) if (typeof inside === 'object') yield* ofType(inside, type, depth + 1)
  }
}

/** Hours of "PT6H30M" or "P2D"; a day of learning is six hours net. */
function hoursOf(duration: string): string {
  const [, days = '', hours = '', minutes = ''] =
    /^P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?)?$/.exec(duration) ?? []
  const all = Number(days || 0) * 6 + Number(hours || 0) + Number(minutes || 0) / 60
  return all > 0 ? String(Math.round(all * 100) / 100).replace('.', ',') : ''
}

/** A text, or the first of them; a value may say in which language it is. */
const textIn = (value: unknown): string => said(value) || said(thing(list(value)[0])['@value']) || said(list(value)[0])

function formOf(modes: string[]): string {
  const has = (pattern: RegExp) => modes.some((mode) => pattern.test(mode))
  const isOnline = has(/online/i)
  if (has(/blended|hybrid/i) || (isOnline && has(/onsite|on-site|inperson/i))) return 'blended'
  return isOnline ? 'online' : 'on site'
}

function priceIn(course: Thing): string | undefined {
  for (const offer of list(course.offers).map(thing)) {
    if (/free/i.test(said(offer.category))) return 'gratis'
    const price = said(offer.price ?? thing(offer.priceSpecification).price)
    if (price === '') continue
    return Number(price) === 0 ? 'gratis' : /^\d+\.\d+$/.test(price) ? Number(price).toFixed(2) : price
  }
  return undefined
}

const POINTS = /^(\d+(?:[.,]\d+)?)\s+punt(?:en)?\b/

/** Points of registers as our own pages say them: "6 punten bij Registerplein", by whom, under which number, until when. */
function accreditationsIn(course: Thing): Typed {
  const told = list(course.educationalCredentialAwarded)
    .map(thing)
    .flatMap((one) => {
      const points = POINTS.exec(textIn(one.name))?.[1]
      const name = textIn(thing(list(one.recognizedBy)[0]).name)
      return points === undefined || name === ''
        ? []
        : [
            {
              register: name,
              points: points.replace(',', '.'),
              number: textIn(one.identifier),
              validUntil: one.expires,
            },
          ]
    })
  return accreditationFields(told)
}

function instanceRow(instance: Thing, code: string, place: string): ImportRow {
  const from = momentIn(instance.startDate)
  const until = momentIn(instance.endDate)
  const location = thing(list(instance.location)[0])
  const address = thing(location.address)
  const city = said(address.addressLocality)
  const isOnline =
    typesOf(location).includes('VirtualLocation') ||
    list(instance.courseMode).some((mode) => /online/i.test(said(mode)))
  const offer = thing(list(instance.offers)[0])
  return {
    place,
    code,
    offering: {
      code: codeOf(instance),
      dagen: [...new Set([from.day, until.day])].filter(Boolean).join('\n'),
      van: from.time,
      tot: until.time > from.time && from.time !== '' ? until.time : '',
      gemeente: city,
      waar: [said(location.name), said(address.streetAddress)]
        .filter((part) => part !== '' && part !== city)
        .join(', '),
      online: isOnline || city === '' ? 'ja' : '',
      ...told({
        plaatsen: said(instance.maximumAttendeeCapacity),
        over: said(instance.remainingAttendeeCapacity),
        aanmelden: said(offer.url) || said(instance.url),
      }),
    },
  }
}

/** What a provider calls it: its code, or else its address, which stays the same. */
const codeOf = (one: Thing): string =>
  said(one.courseCode) ||
  said(thing(one.identifier).value) ||
  textIn(one.identifier) ||
  (said(one['@id']) || said(one.url)).replace(/^https?:\/\/[^/]+/, '').slice(-60)

/** A date with a day, that was not called off. Source: schema.org, EventStatusType. */
const goesAhead = ({ startDate, eventStatus }: Thing): boolean =>
  said(startDate) !== '' &&
  !list(eventStatus).some((status) => /(^|[/#:])EventCancelled$/.test(said(status) || said(thing(status)['@id'])))

/** The courses a page tells machines about. Source: schema.org, Course and CourseInstance. */
export function structuredRows(document: unknown, counted: { count: number }): ImportRow[] {
  const place = () => {
    counted.count += 1
    return `stuk ${counted.count} van de pagina`
  }
  return [...ofType(document, 'Course')].flatMap((course) => {
    const instances = list(course.hasCourseInstance).map(thing)
    const about = bare(textIn(course.description))
    const workload = said(course.timeRequired) || said(instances[0]?.courseWorkload)
    const price = priceIn(course) ?? (instances[0] && priceIn(instances[0]))
    const teaches = list(course.teaches)
      .map((one) => said(thing(one).name) || said(one))
      .filter(Boolean)
    const row: ImportRow = {
      place: place(),
      code: codeOf(course),
      course: {
        titel: textIn(course.name),
        daarna: firstSentences(about),
        over: about,
        vorm: formOf(instances.flatMap((one) => list(one.courseMode).map(said))),
        uren: hoursOf(workload),
        ...told({ taal: textIn(course.inLanguage).slice(0, 2).toLowerCase(), aanmelden: said(course.url) }),
        ...(price === undefined ? {} : { prijs: price }),
        ...accreditationsIn(course),
      },
    }
    if (teaches.length > 0) row.teaches = teaches.map((name) => name.replace(/[:;()]/g, ' ')).join(';')
    return [row, ...instances.filter(goesAhead).map((one) => instanceRow(one, row.code, place()))]
  })
}
