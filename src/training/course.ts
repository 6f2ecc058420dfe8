import { dayInDutch } from '../foundation/day.ts'

/** In what way one follows it. */
export const COURSE_FORMS = ['on site', 'online', 'blended', 'workplace', 'self-paced'] as const

export type CourseForm = (typeof COURSE_FORMS)[number]

export const formWords: Record<CourseForm, string> = {
  'on site': 'op locatie',
  online: 'online, samen met anderen',
  blended: 'deels online, deels op locatie',
  workplace: 'op je eigen werkplek',
  'self-paced': 'online, in je eigen tempo',
}

/** How far someone has studied for whom it is made. */
export const LEVELS = ['none', 'mbo', 'hbo', 'post-hbo', 'wo'] as const

export type Level = (typeof LEVELS)[number]

export const levelWords: Record<Level, string> = {
  none: 'voor iedereen',
  mbo: 'mbo',
  hbo: 'hbo',
  'post-hbo': 'post-hbo',
  wo: 'wo',
}

/** ISO 639-1. */
export const LANGUAGES = ['nl', 'en', 'fy', 'de', 'fr'] as const

export type Language = (typeof LANGUAGES)[number]

export const languageWords: Record<Language, string> = {
  nl: 'Nederlands',
  en: 'Engels',
  fy: 'Fries',
  de: 'Duits',
  fr: 'Frans',
}

/** Beroepsgroepen of the field; who is none of these finds a course all the same, for these only narrow. */
export const PROFESSIONS = [
  'maatschappelijk-werk',
  'opbouwwerk',
  'jongerenwerk',
  'jeugd-en-gezin',
  'clientondersteuning',
  'wijkteam',
  'schuldhulp',
  'opvang',
  'ggz',
  'ouderen',
  'beperking',
  'vrijwilligers-en-mantelzorg',
] as const

export type Profession = (typeof PROFESSIONS)[number]

export const professionWords: Record<Profession, string> = {
  'maatschappelijk-werk': 'maatschappelijk werk',
  opbouwwerk: 'opbouwwerk',
  jongerenwerk: 'jongerenwerk',
  'jeugd-en-gezin': 'jeugd en gezin',
  clientondersteuning: 'cliëntondersteuning',
  wijkteam: 'wijkteam',
  schuldhulp: 'schuldhulp',
  opvang: 'opvang en beschermd wonen',
  ggz: 'ggz en verslavingszorg',
  ouderen: 'werk met ouderen',
  beperking: 'werk met mensen met een beperking',
  'vrijwilligers-en-mantelzorg': 'vrijwilligers en mantelzorg',
}

/** Registers that give points. Source: conventions §0; 1 net hour is 1 point. */
export const REGISTERS = ['registerplein', 'skj', 'overig'] as const

export type Register = (typeof REGISTERS)[number]

export const registerWords: Record<Register, string> = {
  registerplein: 'Registerplein',
  skj: 'SKJ',
  overig: 'ander register',
}

/** Points a register gives for a course. */
export interface Accreditation {
  register: Register
  /** How another register is called; '' for those of the list, and for what was written before we asked. */
  registerName: string
  /** The number under which the register knows it. */
  number: string
  points: number
  /** 'YYYY-MM-DD', or null when the register set no end. */
  validUntil: string | null
}

/** How a register is called: by its own name when it is none of the list. */
export const registerCalled = ({ register, registerName }: Pick<Accreditation, 'register' | 'registerName'>): string =>
  registerName || registerWords[register]

/** The same for a machine; null when nobody said which other register it is. */
export const registerNameOf = (one: Pick<Accreditation, 'register' | 'registerName'>): string | null =>
  one.register === 'overig' && one.registerName === '' ? null : registerCalled(one)

/** What a provider says of a course. */
export interface CourseText {
  /** The provider's own code; '' when it has none. */
  code: string
  title: string
  /** What you can do afterwards. */
  outcome: string
  about: string
  form: CourseForm
  /** Net study load: breaks, travel and speeches not counted. */
  minutes: number
  language: Language
  level: Level
  professions: Profession[]
  forStudents: boolean
  inCompany: boolean
  /** One can begin on any day. */
  anyTime: boolean
  /** Null: on request. 0: free. */
  priceCents: number | null
  enrolUrl: string
  accreditations: Accreditation[]
}

/** A course as it is kept. */
export interface Course extends CourseText {
  no: number
  id: string
  provider: string
  slug: string
  /** Its place on the thread, once published. */
  item: string | null
  fictional: boolean
  version: number
  /** Null: not on the site. */
  liveSince: Date | null
  /** Null: no editor looked at it yet. */
  lookedAt: Date | null
  updatedAt: Date
}

/** The page of a course. */
export const courseUrl = ({ slug }: Pick<Course, 'slug'>): string => `/scholing/${slug}`

/** One of its dates, to put in an agenda. */
export const offeringCalendarUrl = (course: Pick<Course, 'slug'>, { id }: { id: string }): string =>
  `${courseUrl(course)}/agenda/${id}.ics`

/** Where its provider works on it. */
export const courseDeskUrl = ({ id }: Pick<Course, 'id'>): string => `/scholing/aanbieder/trainingen/${id}`

/** Addresses under /scholing that are no course. */
export const RESERVED = ['aanbieder', 'aanbieders', 'leervormen', 'materiaal', 'vraag', 'kaart', 'agenda', 'atom']

/** What a price is, wherever it stands: opleiders are asked for it in those words. */
export const PRICE_IS =
  'We vragen opleiders naar de prijs die je per persoon in totaal betaalt, met btw als die erbij komt.'

const euros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })
const wholeEuros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })

/** "€ 395", "€ 12,50", "gratis", "prijs op aanvraag". */
export function priceWords(cents: number | null): string {
  if (cents === null) return 'prijs op aanvraag'
  if (cents === 0) return 'gratis'
  return (cents % 100 === 0 ? wholeEuros : euros).format(cents / 100).replace(/\u00a0/g, ' ')
}

/** "6 uur", "1,5 uur", "45 minuten". */
export function loadWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minuten`
  return `${one.format(minutes / 60)} uur`
}

const one = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

const pointCount = (points: number): string => `${one.format(points)} ${points === 1 ? 'punt' : 'punten'}`

/** The accreditations that hold on this day. */
export const holdingOn = <Held extends Pick<Accreditation, 'validUntil'>>(
  accreditations: Held[],
  day: string,
): Held[] => accreditations.filter(({ validUntil }) => validUntil === null || validUntil >= day)

/** "12 punten bij Registerplein", for registers whose accreditation holds on this day; "geen punten" without. */
export function pointsWords(accreditations: Accreditation[], day: string): string {
  const holding = holdingOn(accreditations, day)
  if (holding.length === 0) return 'geen punten'
  return holding.map((one) => `${pointCount(one.points)} bij ${registerCalled(one)}`).join(', ')
}

/** "nummer RP-1, geldig tot en met 1 maart 2027"; '' when neither is known. */
export const accreditationWords = ({ number, validUntil }: Pick<Accreditation, 'number' | 'validUntil'>): string =>
  [number && `nummer ${number}`, validUntil && `geldig tot en met ${dayInDutch(validUntil)}`].filter(Boolean).join(', ')

/** "Registerplein: 6 punten, nummer RP-1, geldig tot en met 1 maart 2027", one by one, as a table gives them. */
export const accreditationLines = (accreditations: Accreditation[], day: string): string[] =>
  holdingOn(accreditations, day).map((each) =>
    [`${registerCalled(each)}: ${pointCount(each.points)}`, accreditationWords(each)].filter(Boolean).join(', '),
  )
