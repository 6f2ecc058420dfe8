import { type NominationSection, ORGANISATION_KINDS } from './nomination.ts'
import { PEOPLE_GROUPS } from './people-group.ts'

/** One choice of a question. */
export interface FormOption {
  value: string
  label: string
  hint?: string
}

/** One question on a page of the nomination. */
export interface FormField {
  name: string
  label: string
  hint?: string
  as: 'line' | 'text' | 'radio' | 'boxes'
  type?: 'date' | 'email' | 'tel' | 'url'
  autocomplete?: string
  optional?: true
  rows?: number
  /** Left out where they come from the call. */
  options?: FormOption[]
}

/** A page of the nomination: its question, one sentence, and its fields. */
export interface FormPage {
  title: string
  lead: string
  fields: FormField[]
}

const YES_NO: FormOption[] = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
]

/** How many people fit on the page of people to talk with. */
export const MOST_PEOPLE = 3

/** A third person is welcome, two are asked for. */
const fromThird = (number: number): { optional?: true } => (number > 2 ? { optional: true } : {})

const person = (number: number): FormField[] => [
  { name: `naam${number}`, label: 'Naam', as: 'line', ...fromThird(number) },
  {
    name: `functie${number}`,
    label: 'Wat doet deze persoon?',
    hint: 'Bijvoorbeeld: buurtwerker, vrijwilliger, deelnemer',
    as: 'line',
    ...fromThird(number),
  },
  {
    name: `client${number}[]`,
    label: 'Cliënt of inwoner?',
    as: 'boxes',
    options: [{ value: 'ja', label: 'Ja. Een roepnaam is genoeg' }],
  },
]

/** The ten pages as people see them. Field names are those of the form. */
export const FORM_PAGES: Record<NominationSection, FormPage> = {
  name: {
    title: 'Hoe heet jullie praktijk?',
    lead: 'Een naam en één zin. Aan het eind kun je alles nog veranderen.',
    fields: [
      { name: 'titel', label: 'Naam', as: 'line' },
      {
        name: 'zin',
        label: 'Wat doen jullie, in één zin?',
        hint: 'Zoals je het op een verjaardag zou zeggen',
        as: 'text',
        rows: 2,
      },
      {
        name: 'soort',
        label: 'Is het een methodiek of een project?',
        as: 'radio',
        options: [
          { value: 'methodiek', label: 'Een methodiek', hint: 'Een vaste manier van werken, voor meer plekken' },
          { value: 'project', label: 'Een project', hint: 'Iets wat jullie op één plek doen, of een tijd lang' },
        ],
      },
    ],
  },
  organisation: {
    title: 'Van welke organisatie is het?',
    lead: 'We mailen alleen over deze aanmelding.',
    fields: [
      { name: 'naam', label: 'Naam van de organisatie', as: 'line', autocomplete: 'organization' },
      {
        name: 'soort',
        label: 'Wat voor organisatie is het?',
        as: 'radio',
        options: Object.entries(ORGANISATION_KINDS).map(([value, label]) => ({ value, label })),
      },
      {
        name: 'gemeente',
        label: 'In welke gemeente?',
        hint: 'Werk je in meer gemeenten? Kies waar het begon.',
        as: 'line',
      },
      {
        name: 'contact',
        label: 'Met wie hebben we contact?',
        hint: 'Voornaam en achternaam',
        as: 'line',
        autocomplete: 'name',
      },
      { name: 'mail', label: 'Mailadres', as: 'line', type: 'email', autocomplete: 'email' },
      { name: 'telefoon', label: 'Telefoon', as: 'line', type: 'tel', autocomplete: 'tel', optional: true },
      { name: 'website', label: 'Website', as: 'line', type: 'url', autocomplete: 'url', optional: true },
    ],
  },
  start: {
    title: 'Sinds wanneer loopt het?',
    lead: 'We vragen dat het op de dag dat de oproep sluit een jaar loopt.',
    fields: [
      {
        name: 'begonnen',
        label: 'Begonnen op',
        hint: 'De dag waarop de eerste mensen meededen. Ongeveer mag.',
        as: 'line',
        type: 'date',
      },
      {
        name: 'fase',
        label: 'Hoe staat het ervoor?',
        as: 'radio',
        options: [
          { value: 'running', label: 'Het loopt' },
          { value: 'developing', label: 'We zijn het nog aan het ontwikkelen' },
        ],
      },
    ],
  },
  theme: {
    title: 'Op welk vraagstuk is dit een antwoord?',
    lead: 'Wat ging er mis, of wat ontbrak er, voordat jullie begonnen?',
    fields: [
      { name: 'vraagstuk', label: 'Het vraagstuk', hint: 'Een paar zinnen zijn genoeg', as: 'text', rows: 6 },
      { name: 'thema', label: 'Bij welk thema van de oproep past het?', as: 'radio' },
      {
        name: 'mensen[]',
        label: 'Voor wie doen jullie het?',
        hint: 'Je mag er meer kiezen',
        as: 'boxes',
        options: PEOPLE_GROUPS.map(({ slug, word }) => ({ value: slug, label: word })),
      },
    ],
  },
  fields: {
    title: 'Bij welk deel van de Wmo hoort het?',
    lead: 'Kies er één of meer. Twijfel je? Kies wat het dichtst in de buurt komt.',
    fields: [
      { name: 'velden[]', label: 'Velden', hint: 'Je mag er meer kiezen', as: 'boxes' },
      { name: 'waarom', label: 'Waarom daar?', hint: 'Eén zin is genoeg', as: 'text', rows: 3, optional: true },
    ],
  },
  approach: {
    title: 'Hoe pakken jullie het aan?',
    lead: 'Vertel het alsof er morgen een nieuwe collega begint.',
    fields: [
      {
        name: 'tekst',
        label: 'De aanpak',
        hint: 'Wat doe je eerst, wat daarna? Wie doet wat? Waarom zo? Een halve pagina is genoeg.',
        as: 'text',
        rows: 12,
      },
    ],
  },
  plan: {
    title: 'Ligt er een plan?',
    lead: 'Zo zien we of een ander het kan overnemen.',
    fields: [
      {
        name: 'tekst',
        label: 'Wat staat er op papier?',
        hint: 'Bijvoorbeeld een projectplan, een stappenplan of een begroting',
        as: 'text',
        rows: 6,
      },
      { name: 'handboek', label: 'Is er een handboek of draaiboek?', as: 'radio', options: YES_NO },
      {
        name: 'elders',
        label: 'Doet iemand het al ergens anders zo?',
        hint: 'Waar, en wat ging daar anders?',
        as: 'text',
        rows: 3,
        optional: true,
      },
    ],
  },
  quality: {
    title: 'Hoe weten jullie dat het goed gaat?',
    lead: 'Afspraken, scholing, klachten, cijfers: alles waaraan je het merkt.',
    fields: [
      { name: 'tekst', label: 'Welke eisen stellen jullie aan het werk?', as: 'text', rows: 6 },
      {
        name: 'gemeten',
        label: 'Wat heb je gemeten of gehoord?',
        hint: 'Ook wat tegenviel',
        as: 'text',
        rows: 4,
        optional: true,
      },
    ],
  },
  people: {
    title: 'Met wie mogen we praten?',
    lead: 'Twee of drie mensen. Vraag het ze eerst.',
    fields: Array.from({ length: MOST_PEOPLE }, (_, index) => person(index + 1)).flat(),
  },
  documents: {
    title: 'Welke documenten zijn er?',
    lead: 'Stuur mee wat er ligt. Je hoeft niets nieuw te schrijven.',
    fields: [
      {
        name: 'evaluatie',
        label: 'Is er een evaluatie of onderzoek?',
        hint: 'Het mag ook zonder',
        as: 'radio',
        options: YES_NO,
      },
      { name: 'woorden', label: 'Wil je er iets over zeggen?', as: 'text', rows: 3, optional: true },
    ],
  },
}
