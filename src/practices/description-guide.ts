import type { Section } from './section.ts'

/** What stands beside a section while someone writes it: a question, what to think of, and one written out. */
export interface SectionGuide {
  question: string
  hint: string
  example: string
}

/** All examples tell of one made-up practice, so that whoever reads them in a row reads a whole description. */
export const EXAMPLE_PRACTICE = 'De Soepronde, een verzonnen buurtinitiatief'

/** The guiding questions of a description. Our own words. */
export const DESCRIPTION_GUIDE: Record<Section, SectionGuide> = {
  summary: {
    question: 'Stel dat iemand maar één minuut heeft. Wat moet die dan weten?',
    hint: 'Voor wie is het, wat gebeurt er, en wat merken mensen ervan? Hooguit 600 woorden. Schrijf dit stuk het laatst.',
    example: `Elke donderdag koken zes buren in het buurthuis van Oosterpoort een grote pan soep. Om vijf uur gaan ze de straat op, met z’n tweeën, en bellen aan bij mensen die weinig buiten komen. Ze brengen soep en een half uur tijd.

De Soepronde is voor mensen boven de zeventig die alleen wonen. De meesten hadden nooit om hulp gevraagd. Na een paar weken praten ze over wat ze missen. De buurtwerker zoekt dan samen met hen iets dat past. Een klusje, een wandelmaatje, of weer eens mee naar de markt.

Na een jaar kookt een op de vijf zelf mee.`,
  },
  people: {
    question: 'Voor wie doe je dit? Wat weet je van hun leven?',
    hint: 'Vertel wie het zijn, hoe je ze vindt en voor wie het juist niet past.',
    example: `We doen dit voor mensen boven de zeventig die alleen wonen en minder dan één keer per week bezoek krijgen. Veel van hen zijn hun partner kwijt, of kunnen de trap niet meer goed af.

We vinden ze via de huisarts, de thuiszorg en de caissière van de supermarkt. Buren geven ook namen door. We bellen altijd eerst aan om te vragen of het goed is.

Voor mensen met dementie die niemand binnenlaten werkt dit niet. Dan gaan we samen met de wijkverpleegkundige.`,
  },
  goal: {
    question: 'Wat is er anders als het lukt?',
    hint: 'Noem wat mensen zelf merken. Eén hoofddoel en een paar kleinere is genoeg.',
    example: `We willen dat mensen die alleen zitten weer iemand in de buurt kennen bij wie ze kunnen aanbellen.

Daar horen drie kleinere doelen bij:

- iemand krijgt elke week bezoek van dezelfde twee buren;
- binnen drie maanden weet die persoon wat er in de buurt te doen is;
- wie wil, doet zelf iets voor een ander.`,
  },
  approach: {
    question: 'Als ik een week met je meeloop, wat zie ik dan gebeuren?',
    hint: 'Vertel het in stappen, van het eerste contact tot het eind. Zeg wie wat doet.',
    example: `Het begint met aanbellen. Een buurtwerker en een vrijwilliger vragen of ze volgende week soep mogen brengen. Zegt iemand nee, dan komen ze na een maand nog eens.

De eerste vier keer praten ze over gewone dingen. Er gaat geen formulier mee. Pas daarna vraagt de vrijwilliger: *wat zou je weer eens willen doen?*

Met het antwoord gaat de buurtwerker op pad. Die zoekt een mens of een plek die erbij past en gaat de eerste keer mee. Na een half jaar kijken ze samen of het bezoek nog nodig is.`,
  },
  materials: {
    question: 'Wat moet iemand in huis hebben om te beginnen?',
    hint: 'Ruimte, spullen, een handleiding, een computer. Zeg waar je het vandaan haalt.',
    example: `Een keuken waar zes mensen tegelijk kunnen staan, twee pannen van twintig liter en veertig afsluitbare bekers.

Voor vrijwilligers is er een boekje van acht bladzijden met de eerste vragen die je kunt stellen. Het is gratis op te vragen.`,
  },
  costs: {
    question: 'Wat kost het, en wie betaalt dat?',
    hint: 'Noem bedragen met het jaar erbij. Reken uren van mensen in loondienst mee.',
    example: `In 2025 kostte de Soepronde ongeveer 14.000 euro. De buurtwerker kost daarvan 11.500 euro, voor zes uur per week. Boodschappen kosten 45 euro per week.

De gemeente betaalt de uren uit de subsidie voor het buurtwerk. De boodschappen komen van de kerk en van een fonds.`,
  },
  staff: {
    question: 'Wie doen het werk, en wat moeten zij kunnen?',
    hint: 'Denk aan professionals, vrijwilligers en mensen die zelf hebben meegemaakt waar het om gaat.',
    example: `Een buurtwerker met een opleiding sociaal werk, zes uur per week. Die kent de buurt en durft aan te bellen.

Twaalf vrijwilligers, van wie er vier zelf ooit soep kregen. Zij krijgen twee avonden training: luisteren zonder op te lossen, en weten wanneer je iemand erbij haalt.`,
  },
  conditions: {
    question: 'Wat moet op orde zijn, anders lukt het niet?',
    hint: 'Afspraken met anderen, steun van de leiding, tijd, privacy.',
    example: `De huisarts en de thuiszorg moeten namen mogen noemen. Daarover staat een afspraak op papier: alleen als de persoon zelf ja zegt.

De buurtwerker heeft een leidinggevende nodig die het goedvindt dat je een half uur aan een keukentafel zit zonder verslag. En iemand moet de vrijwilligers bellen als er iets heftigs is gebeurd, nog dezelfde avond.`,
  },
  foundation: {
    question: 'Waarom denk je dat dit helpt?',
    hint: 'Noem wat je weet uit onderzoek, en wat je weet uit je werk. Het een is niet meer waard dan het ander, als je maar zegt wat het is.',
    example: `Uit onderzoek is bekend dat alleen praten over eenzaamheid weinig verandert. Vaste mensen en iets om handen hebben wel.

Uit ons werk weten we iets anders. Je hoort pas wat iemand mist als je een paar keer voor soep kwam. Daarom brengen we soep en geen folder.`,
  },
  experiences: {
    question: 'Wat merkten jullie, en wat is er gemeten?',
    hint: 'Vertel ook wat tegenviel. Zet cijfers erbij met hoeveel mensen het waren.',
    example: `In 2024 kregen 38 mensen soep. We vroegen 30 van hen na een half jaar hoe het ging. 21 kenden nu minstens twee mensen in de straat bij naam. Bij 9 was er weinig veranderd.

Wat tegenviel: in de zomer stopten vijf vrijwilligers tegelijk. Sindsdien beginnen we elk voorjaar met drie nieuwe.

Het is niet vergeleken met een andere buurt. We weten dus niet hoe het zonder de Soepronde was gegaan.`,
  },
  elements: {
    question: 'Wat mag een ander echt niet weglaten?',
    hint: 'Noem drie tot vijf dingen. Zeg ook wat je best mag veranderen.',
    example: `Drie dingen laat je staan:

1. Het zijn steeds dezelfde twee mensen die aanbellen.
2. De eerste vier keer vraag je niets.
3. Wie soep krijgt, kan ook soep maken.

De dag, het gerecht en het buurthuis maken niet uit. In Zuiderveld brengen ze appeltaart.`,
  },
  sources: {
    question: 'Waar kan iemand meer lezen, en waar komt dit vandaan?',
    hint: 'Schrijver, jaar, titel, en een link als die er is.',
    example: `De Soepronde (2023). *Aanbellen met soep*. Boekje voor vrijwilligers.

Buurtwerk Oosterpoort (2025). *Jaarverslag 2024*. Hierin staan de cijfers.`,
  },
}
