import { LICENCE as LICENCE_URL } from '../foundation/api/index.ts'
import type { OpenTable } from '../foundation/open-table.ts'
import { practiceTable } from '../practices/index.ts'
import { standardTable } from '../standards/index.ts'
import { courseTable, learningFormTable, moduleTable, offeringTable, providerTable } from '../training/index.ts'

/** Another way in than the tables: for a news reader, an agenda, or whoever builds. */
export interface DataDoor {
  kind: 'feed' | 'calendar' | 'api'
  path: string
  /** What the link says. */
  label: string
  /** How it can be asked for less, in one or two sentences with what to put behind the address. */
  narrowing?: string
  /** It knows nothing made up, and refuses to be asked for it. */
  realOnly?: true
}

/** One set of what is published here, with every door to it. */
export interface DataSet {
  table: OpenTable
  title: string
  /** What it is, in a sentence or two. */
  about: string
  /** What stands in a row. */
  holds: string
  /** How new it is. */
  freshness: string
  /** What to look out for before drawing conclusions from it. */
  caution: string
  /** The page where people read the same. */
  page: string
  doors: DataDoor[]
  keywords: string[]
}

/** What others may do with everything here, in words and as an address. */
export const LICENCE = {
  words: 'CC BY 4.0: je mag alles gebruiken, als je de bron noemt',
  url: LICENCE_URL,
} as const

const AT_ONCE = 'Altijd van nu: wat vandaag verandert, staat er vandaag in.'

/** Everything published, set by set, in the order people ask for it. */
export const DATA_SETS: DataSet[] = [
  {
    table: practiceTable,
    title: 'Praktijken',
    about: 'Wat mensen in het land doen dat helpt: gekozen, besproken en opgeschreven met wie het doet.',
    holds: 'Titel, één zin, organisatie, gemeente, thema, voor wie, het jaar van de oproep en of het nog loopt.',
    freshness: AT_ONCE,
    caution: 'Praktijken zijn aangemeld en gekozen. Het is geen telling van alles wat er in Nederland gebeurt.',
    page: '/praktijken',
    doors: [
      {
        kind: 'feed',
        path: '/praktijken.atom',
        label: 'Atom, met de filters van de lijst',
        narrowing: 'Alleen één thema of provincie? Zet er ?thema=eenzaamheid of ?provincie=Drenthe achter.',
      },
      { kind: 'api', path: '/api/v1/praktijken', label: 'JSON, om in te zoeken' },
    ],
    keywords: ['sociaal werk', 'praktijkvoorbeelden', 'Wmo', 'welzijn'],
  },
  {
    table: standardTable,
    title: 'Kenmerken van goed werk',
    about: 'De kenmerken van goed sociaal werk, van elke versie, ook de oudere kwaliteitsstandaarden.',
    holds: 'Naam, één zin, vier manieren om ernaar te kijken, handreiking, jaar, en of het nu geldt.',
    freshness: AT_ONCE,
    caution: 'Geen verplicht kader. Elke tekst heeft een vast adres, zodat je precies die versie kunt noemen.',
    page: '/kenmerken',
    doors: [
      {
        kind: 'feed',
        path: '/kenmerken.atom',
        label: 'Atom',
        narrowing: 'Alleen één thema? Zet er ?thema=meedoen achter.',
      },
      { kind: 'api', path: '/api/v1/normen', label: 'JSON, met handreikingen en competenties' },
      { kind: 'api', path: '/ims/case/v1p1/CFDocuments', label: 'CASE 1.1, voor leeromgevingen', realOnly: true },
      { kind: 'api', path: '/oeapi/v6/learning-outcomes', label: 'Leeruitkomsten volgens OEAPI 6.0' },
    ],
    keywords: ['sociaal werk', 'kwaliteit', 'normen', 'competenties'],
  },
  {
    table: courseTable,
    title: 'Trainingen',
    about: 'Wat je kunt leren, en bij wie. Opleiders zetten het er zelf op.',
    holds: 'Titel, wat je daarna kunt, opleider, vorm, uren, prijs, punten, en over welke kenmerken het gaat.',
    freshness: AT_ONCE,
    caution: 'Prijzen en punten komen van de opleider. Of een training over een kenmerk gaat, keek een redacteur na.',
    page: '/scholing',
    doors: [
      {
        kind: 'feed',
        path: '/scholing.atom',
        label: 'Atom, met de filters van de lijst',
        narrowing:
          'Alleen jouw provincie? Zet er ?provincie=Drenthe achter. Met ?gemeente=Assen of ?kenmerk=integraal-werken kan het ook.',
      },
      { kind: 'api', path: '/api/v1/opleidingen', label: 'JSON, om in te zoeken, ook dichtbij' },
      { kind: 'api', path: '/oeapi/v6/courses', label: 'OEAPI 6.0, voor onderwijssystemen' },
    ],
    keywords: ['sociaal werk', 'scholing', 'bijscholing', 'training'],
  },
  {
    table: offeringTable,
    title: 'Data van trainingen',
    about: 'Wanneer en waar een training is: alle data vanaf vandaag.',
    holds: 'Dagen, tijden, plaats, online of niet, hoeveel plaatsen er nog zijn, en wat niet doorgaat.',
    freshness: 'Van nu. Wat voorbij is, verdwijnt de dag erna.',
    caution: 'Hoeveel plaatsen er vrij zijn, zegt de opleider. Dat kan een dag achterlopen.',
    page: '/scholing',
    doors: [
      { kind: 'calendar', path: '/agenda.ics', label: 'Agenda om te volgen, met de filters van de lijst' },
      { kind: 'api', path: '/api/v1/uitvoeringen', label: 'JSON' },
    ],
    keywords: ['sociaal werk', 'scholing', 'agenda'],
  },
  {
    table: providerTable,
    title: 'Opleiders',
    about: 'Wie scholing aanbiedt, en waar.',
    holds: 'Naam, één zin, gemeente, website en hoeveel trainingen er nu op de site staan.',
    freshness: AT_ONCE,
    caution: 'Alleen opleiders die hier zelf iets aanbieden.',
    page: '/scholing',
    doors: [
      { kind: 'api', path: '/api/v1/opleiders', label: 'JSON' },
      { kind: 'api', path: '/oeapi/v6/organisations', label: 'OEAPI 6.0, voor onderwijssystemen' },
    ],
    keywords: ['sociaal werk', 'scholing', 'opleiders'],
  },
  {
    table: moduleTable,
    title: 'Leermateriaal',
    about: 'Lessen, draaiboeken en oefeningen om mee te nemen. Opleiders zetten ze er zelf op.',
    holds: 'Titel, één zin, opleider, uren, niveau, kenmerken, wat je met het materiaal mag, en waar je het haalt.',
    freshness: AT_ONCE,
    caution:
      'CC BY 4.0 geldt voor deze tabel. Voor het materiaal zelf geldt de licentie in zijn rij; die kan strenger zijn.',
    page: '/scholing/leervormen#materiaal',
    doors: [
      {
        kind: 'feed',
        path: '/leermaterialen.atom',
        label: 'Atom',
        narrowing:
          'Alleen over één kenmerk? Zet er ?kenmerk=integraal-werken achter. Met ?provincie=Drenthe of ?gemeente=Assen krijg je alleen wat van opleiders daar komt.',
      },
      { kind: 'api', path: '/api/v1/leermaterialen', label: 'JSON' },
    ],
    keywords: ['sociaal werk', 'scholing', 'lesmateriaal', 'onderwijsmodule'],
  },
  {
    table: learningFormTable,
    title: 'Leervormen',
    about: 'Manieren om van elkaar te leren, zonder opleider.',
    holds: 'Titel, één zin, kosten, duur, waar, met wie, kenmerken, de stappen en de vragen om te stellen.',
    freshness: 'Van de redactie. Wat zij vandaag verandert, staat er vandaag in.',
    caution: 'Zo kan het, het hoeft niet zo. Pas de stappen aan je eigen werk aan.',
    page: '/scholing/leervormen',
    doors: [
      {
        kind: 'feed',
        path: '/leervormen.atom',
        label: 'Atom',
        narrowing: 'Alleen over één kenmerk? Zet er ?kenmerk=integraal-werken achter.',
        realOnly: true,
      },
      { kind: 'api', path: '/api/v1/leervormen', label: 'JSON', realOnly: true },
    ],
    keywords: ['sociaal werk', 'leren', 'intervisie', 'kijkwijzer'],
  },
]

/** The table as comma separated values for machines. */
export const csvPath = ({ table }: DataSet): string => `/open-data/${table.slug}.csv`

/** What that table says of its columns. */
export const csvwPath = (set: DataSet): string => `${csvPath(set)}-metadata.json`

/** The table as a Dutch spreadsheet opens it. */
export const excelPath = ({ table }: DataSet): string => `/open-data/${table.slug}-voor-excel.csv`

/** A file of open data by the name in its address. */
export type DataFile = { set: DataSet; form: 'csv' | 'excel' | 'csvw' }

/** The file with this name; undefined when there is none. */
export function fileNamed(sets: readonly DataSet[], name: string): DataFile | undefined {
  const path = `/open-data/${name}`
  for (const set of sets) {
    if (path === csvPath(set)) return { set, form: 'csv' }
    if (path === excelPath(set)) return { set, form: 'excel' }
    if (path === csvwPath(set)) return { set, form: 'csvw' }
  }
  return undefined
}
