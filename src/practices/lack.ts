import { dayInDutch, isDay } from '../foundation/day.ts'
import { gemeenteByCode } from '../foundation/gemeente.ts'
import { monthsBetween, ranAYear } from './call.ts'
import {
  NOMINATION_SECTIONS,
  type NominationBodies,
  type NominationPages,
  type NominationSection,
} from './nomination.ts'

/** Something that has to be mended before a nomination can be sent. */
export interface Lack {
  section: NominationSection
  /** Name of the field in the form. */
  field: string
  message: string
  /** Nothing stands there yet; otherwise something that can't be right. */
  empty: boolean
}

/** What the answers are held against. */
export interface LackContext {
  themes: readonly { slug: string }[]
  fields: readonly { slug: string }[]
  today: string
}

type Fault = [field: string, message: string, empty: boolean]

const missing = (value: string, field: string, message: string): Fault[] =>
  value.trim() === '' ? [[field, message, true]] : []

const wrong = (holds: boolean, field: string, message: string): Fault[] => (holds ? [] : [[field, message, false]])

const MAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

function siteFault(website: string): Fault[] {
  const fits = website === '' || (URL.canParse(website) && /^https?:$/.test(new URL(website).protocol))
  return wrong(fits, 'website', 'Dit lijkt geen adres van een website. Bijvoorbeeld: www.voorbeeld.nl.')
}

function phoneFault(phone: string): Fault[] {
  const fits = phone === '' || (/^[+\d][\d\s()./-]*$/.test(phone) && phone.replaceAll(/\D/g, '').length >= 10)
  return wrong(fits, 'telefoon', 'Dit lijkt geen telefoonnummer. Bijvoorbeeld: 06 12 34 56 78.')
}

function organisationFaults(body: NominationBodies['organisation']): Fault[] {
  const mail = body.mail.trim()
  return [
    ...missing(body.name, 'naam', 'Vul de naam van je organisatie in.'),
    ...missing(body.kind, 'soort', 'Kies wat voor organisatie het is.'),
    ...(body.gemeente === ''
      ? missing('', 'gemeente', 'Vul de gemeente in.')
      : wrong(
          gemeenteByCode(body.gemeente) !== undefined,
          'gemeente',
          'Deze gemeente kennen we niet. Vul de naam in zoals hij nu is, bijvoorbeeld: Assen.',
        )),
    ...missing(body.contact, 'contact', 'Zeg met wie we contact hebben.'),
    ...(mail === ''
      ? missing('', 'mail', 'Vul een mailadres in. Daar sturen we het bericht dat er nieuws is.')
      : wrong(MAIL.test(mail), 'mail', 'Kijk je mailadres na. Bijvoorbeeld: naam@voorbeeld.nl.')),
    ...phoneFault(body.phone),
    ...siteFault(body.website),
  ]
}

function startFaults({ startedOn, phase }: NominationBodies['start'], today: string): Fault[] {
  const date =
    startedOn === ''
      ? missing('', 'begonnen', 'Vul in wanneer het begon.')
      : !isDay(startedOn)
        ? wrong(false, 'begonnen', 'Dit is geen datum die we kunnen lezen. Bijvoorbeeld: 1-9-2024.')
        : wrong(startedOn <= today, 'begonnen', 'Deze dag moet nog komen. Vul de dag in waarop het begon.')
  return [...date, ...missing(phase, 'fase', 'Kies hoe het ervoor staat.')]
}

function peopleFaults({ people }: NominationBodies['people']): Fault[] {
  const half = people.flatMap((one, index): Fault[] => {
    if (one.name === '' && one.function !== '')
      return wrong(false, `naam${index + 1}`, `Hoe heet persoon ${index + 1}? Een roepnaam is genoeg.`)
    return one.function === '' && one.name !== ''
      ? wrong(false, `functie${index + 1}`, `Wat doet ${one.name}? Bijvoorbeeld: vrijwilliger.`)
      : []
  })
  const whole = people.filter((one) => one.name !== '' && one.function !== '').length
  return half.length === 0 && whole < 2
    ? [[`naam${whole + 1}`, 'Noem twee mensen met wie we kunnen praten.', true]]
    : half
}

/** What is missing or can't be right on one page. */
function faultsOn(section: NominationSection, bodies: NominationBodies, context: LackContext): Fault[] {
  switch (section) {
    case 'name': {
      const { title, line, kind } = bodies.name
      return [
        ...missing(title, 'titel', 'Geef je praktijk een naam.'),
        ...missing(line, 'zin', 'Zeg in één zin wat jullie doen.'),
        ...missing(kind, 'soort', 'Kies of het een methodiek of een project is.'),
      ]
    }
    case 'organisation':
      return organisationFaults(bodies.organisation)
    case 'start':
      return startFaults(bodies.start, context.today)
    case 'theme': {
      const { issue, theme, people } = bodies.theme
      const known = context.themes.some(({ slug }) => slug === theme)
      return [
        ...missing(issue, 'vraagstuk', 'Vertel op welk vraagstuk dit een antwoord is.'),
        ...missing(known ? theme : '', 'thema', 'Kies het thema waar het bij past.'),
        ...missing(people.join(''), 'mensen[]', 'Kies voor wie jullie het doen.'),
      ]
    }
    case 'fields': {
      const { fields } = bodies.fields
      const known = fields.filter((slug) => context.fields.some((field) => field.slug === slug))
      return known.length === 0
        ? missing('', 'velden[]', 'Kies minstens één veld.')
        : wrong(known.length === fields.length, 'velden[]', 'Kies alleen velden uit deze lijst.')
    }
    case 'approach':
      return missing(bodies.approach.text, 'tekst', 'Vertel hoe jullie het aanpakken.')
    case 'plan': {
      const { text, handbook } = bodies.plan
      return [
        ...missing(text, 'tekst', 'Vertel wat er op papier staat. Is er niets? Schrijf dat op.'),
        ...missing(handbook === null ? '' : 'ja', 'handboek', 'Kies of er een handboek of draaiboek is.'),
      ]
    }
    case 'quality':
      return missing(bodies.quality.text, 'tekst', 'Vertel welke eisen jullie aan het werk stellen.')
    case 'people':
      return peopleFaults(bodies.people)
    case 'documents':
      return missing(bodies.documents.evaluation, 'evaluatie', 'Kies of er een evaluatie is. Nee mag ook.')
  }
}

/** The bodies of all pages, apart from who saved them when. */
export function bodiesOf(pages: NominationPages): NominationBodies {
  return {
    name: pages.name.body,
    organisation: pages.organisation.body,
    start: pages.start.body,
    theme: pages.theme.body,
    fields: pages.fields.body,
    approach: pages.approach.body,
    plan: pages.plan.body,
    quality: pages.quality.body,
    people: pages.people.body,
    documents: pages.documents.body,
  }
}

/** What still lacks on one page. */
export function lacksOn(section: NominationSection, bodies: NominationBodies, context: LackContext): Lack[] {
  return faultsOn(section, bodies, context).map(([field, message, empty]) => ({ section, field, message, empty }))
}

/** Everything that still lacks, in the order of the pages. */
export const lacksOf = (bodies: NominationBodies, context: LackContext): Lack[] =>
  NOMINATION_SECTIONS.flatMap((section) => lacksOn(section, bodies, context))

const monthsInWords = (months: number): string =>
  months === 0 ? 'nog geen maand' : months === 1 ? 'één maand' : `${months} maanden`

/**
 * What to know about a start that does not meet what we ask, in words; nothing when it does or can't be told yet. It
 * never stops anyone: an adviser looks, and there may be a story behind a date.
 */
export function startWarning({ startedOn, phase }: NominationBodies['start'], closesOn: string): string[] {
  const young = isDay(startedOn) && !ranAYear(startedOn, closesOn)
  const age = young
    ? [
        `Op de sluitingsdag, ${dayInDutch(closesOn)}, loopt het ${monthsInWords(monthsBetween(startedOn, closesOn))}. We vragen een jaar.`,
        'Begon het eerder, bijvoorbeeld als proef? Vul dan die datum in. Anders kun je beter wachten op de oproep van volgend jaar: meld je nu aan, dan kiezen we het waarschijnlijk niet.',
      ]
    : []
  const making =
    phase === 'developing'
      ? [
          'Je bent het nog aan het ontwikkelen. We zoeken praktijken die daarmee klaar zijn. Loopt een deel al vast? Meld dan dat deel aan.',
        ]
      : []
  return [...age, ...making]
}
