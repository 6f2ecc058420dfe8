/** The parts of the list, in its order. */
export const ACCORD_PARTS = {
  title: 'Titel',
  introduction: 'Inleiding',
  methods: 'Aanpak',
  results: 'Wat eruit kwam',
  discussion: 'Wat we ervan vinden',
  other: 'Verder',
} as const

export type AccordPart = keyof typeof ACCORD_PARTS

/**
 * One thing a report about a consensus method has to say. `by`: whether the system knows it, people have to write it, or
 * both: then the system says what it knows and people what it meant.
 */
export interface AccordItem {
  id: string
  part: AccordPart
  /** A few words, as a heading. */
  name: string
  /** What is asked, for whoever writes it. */
  asks: string
  by: 'system' | 'people' | 'both'
}

const item = (id: string, part: AccordPart, by: AccordItem['by'], name: string, asks: string): AccordItem => ({
  id,
  part,
  name,
  asks,
  by,
})

/**
 * The 35 items of ACCORD, in our own words: what a report on a consensus method says.
 * Source: W. T. Gattrell and others, "ACCORD (ACcurate COnsensus Reporting Document)", PLoS Medicine 21 (2024) e1004326.
 */
export const ACCORD: readonly AccordItem[] = [
  item('T1', 'title', 'system', 'Wat dit is', 'Zegt de titel dat dit een verslag is van samen wegen, en hoe dat ging?'),
  item(
    'I1',
    'introduction',
    'people',
    'Waarom samen wegen',
    'Waarom koos je voor een Olympiade, en niet voor iets anders?',
  ),
  item(
    'I2',
    'introduction',
    'both',
    'Waar het om ging',
    'Wat was het doel, voor wie is de uitkomst en voor welk gebied?',
  ),
  item(
    'I3',
    'introduction',
    'people',
    'Nieuw of opnieuw',
    'Bouwt dit voort op een eerdere tekst? Welke, en waarom was die toe aan iets nieuws?',
  ),
  item(
    'M1',
    'methods',
    'system',
    'Vooraf vastgelegd',
    'Waar en wanneer lagen de spelregels vast, voordat iemand stemde?',
  ),
  item('M2', 'methods', 'both', 'Wie het leidde', 'Wie gaven leiding, en wat brachten ze mee aan kennis en ervaring?'),
  item('M3', 'methods', 'both', 'Wie mee mochten doen', 'Wie konden meedoen, waarom zoveel mensen, en wie koos hen?'),
  item('M4', 'methods', 'system', 'Hoe mensen gevraagd zijn', 'Langs welke weg zijn mensen gevraagd?'),
  item('M5', 'methods', 'both', 'Inwoners en cliënten', 'Wat deden inwoners en cliënten, en in welke stappen?'),
  item(
    'M6',
    'methods',
    'system',
    'Waar de zinnen vandaan kwamen',
    'Waaruit zijn de zinnen gemaakt, voordat er gewogen is?',
  ),
  item('M7', 'methods', 'people', 'Literatuur', 'Is er gezocht in onderzoek? Hoe, waar en wanneer?'),
  item(
    'M8',
    'methods',
    'both',
    'Wat mensen vooraf kregen',
    'Welke kennis was er al, en kregen de deelnemers die te lezen?',
  ),
  item('M9', 'methods', 'system', 'Hoe er gewogen is', 'In welke stappen zijn meningen verzameld en gewogen?'),
  item(
    'M10',
    'methods',
    'system',
    'Zinnen en antwoorden',
    'Hoe zagen de zinnen eruit, wat kon je antwoorden, kon je uitleggen en zelf iets voorstellen?',
  ),
  item('M11', 'methods', 'system', 'Waar elke stap voor was', 'Wat was het doel van elke ronde?'),
  item('M12', 'methods', 'both', 'Wanneer iets gedragen is', 'Welke telregel gold, en waarom die?'),
  item(
    'M13',
    'methods',
    'system',
    'Wat door was, en wat terugkwam',
    'Kwamen zinnen die al gedragen waren in een volgende ronde terug?',
  ),
  item(
    'M14',
    'methods',
    'system',
    'Samen of alleen',
    'Hoe zijn antwoorden gegeven: thuis, aan tafel, in de zaal of op papier?',
  ),
  item('M15', 'methods', 'system', 'Hoe er geteld is', 'Hoe zijn antwoorden verwerkt en samengevat?'),
  item(
    'M16',
    'methods',
    'people',
    'Proef vooraf',
    'Zijn de zinnen en de schermen eerst uitgeprobeerd, met wie en wat veranderde er?',
  ),
  item('M17', 'methods', 'system', 'Wat mensen terugzagen', 'Wat kregen deelnemers te zien na een ronde?'),
  item('M18', 'methods', 'system', 'Wie wat kon zien', 'Was het vertrouwelijk, voor wie, en hoe is dat geborgd?'),
  item('M19', 'methods', 'both', 'Wat de voorzitter besliste', 'Had wie het leidde invloed op de uitkomst, en welke?'),
  item('M20', 'methods', 'both', 'Vergoeding', 'Kregen mensen een vergoeding of iets anders voor hun tijd?'),
  item('M21', 'methods', 'both', 'Voor iedereen te doen', 'Wat is er gedaan zodat iedereen kon meedoen?'),
  item('R1', 'results', 'system', 'Wanneer', 'Wanneer was elke ronde, hoelang duurde ze en is ze verlengd?'),
  item('R2', 'results', 'both', 'Wat anders ging', 'Wat ging anders dan vooraf bedacht, en waarom?'),
  item(
    'R3',
    'results',
    'system',
    'Wie meededen',
    'Hoeveel mensen per groep waren gevraagd, en hoeveel antwoordden er per ronde?',
  ),
  item('R4', 'results', 'system', 'De uitkomst', 'Wat kwam er per zin uit, met cijfers en met redenen?'),
  item(
    'R5',
    'results',
    'system',
    'Wat veranderde of verdween',
    'Welke zinnen zijn onderweg veranderd of weggelaten, wanneer en waarom?',
  ),
  item(
    'D1',
    'discussion',
    'people',
    'Sterk en zwak',
    'Wat was sterk aan de aanpak, en wat zou je een volgende keer anders doen?',
  ),
  item(
    'D2',
    'discussion',
    'people',
    'Naast wat er al was',
    'Past de uitkomst bij wat er al bekend was? Zo niet, hoe kan dat?',
  ),
  item('O1', 'other', 'people', 'Wie erachter staan', 'Welke organisaties staan erachter, en wat deden zij?'),
  item(
    'O2',
    'other',
    'both',
    'Belangen',
    'Welke belangen hadden mensen die leidden of meededen, en wat is daarmee gedaan?',
  ),
  item('O3', 'other', 'both', 'Geld', 'Wie betaalde dit, en had die invloed op de uitkomst?'),
]

/** The item with this id. */
export const accordItem = (id: string): AccordItem | undefined => ACCORD.find((one) => one.id === id)
