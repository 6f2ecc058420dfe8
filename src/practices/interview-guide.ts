import type { Section } from './section.ts'

/**
 * Questions to talk with, per section of the description. All of them are our own (© Verankerd, EUPL): open, about what
 * people did and saw, never about whether they do well.
 */
export const INTERVIEW_GUIDE: Record<Section, readonly string[]> = {
  summary: [
    'Als je dit aan je buurvrouw zou vertellen, wat zeg je dan?',
    'Wat zou er missen in de buurt als dit er morgen niet meer was?',
  ],
  people: [
    'Vertel eens over iemand die hier onlangs voor het eerst kwam. Hoe kwam die hier terecht?',
    'Wie hoopten jullie te bereiken en bleef weg? Wat denk je dat daarachter zit?',
    'Voor wie is dit juist niet?',
  ],
  goal: [
    'Waar merkte je aan dat er iets moest gebeuren?',
    'Waaraan zie je bij iemand dat het gelukt is?',
    'Wat wilden mensen zelf, en is dat hetzelfde gebleven?',
  ],
  approach: [
    'Neem me mee door één gewone dag. Wat gebeurt er van begin tot eind?',
    'Op welk moment doe je iets anders dan je vroeger zou hebben gedaan?',
    'Wie beslist hier wat, en hoe ging dat de laatste keer?',
  ],
  materials: [
    'Wat ligt er op tafel als jullie bezig zijn?',
    'Wat hebben jullie zelf gemaakt dat een ander zo kan overnemen?',
  ],
  costs: ['Waar gaat het meeste geld naartoe, en waar de meeste uren?', 'Wat kregen jullie voor niets, en van wie?'],
  staff: [
    'Wie doen hier het werk, en wat moeten zij goed kunnen?',
    'Hoe leert iemand die nieuw is het vak hier?',
    'Wat doen vrijwilligers, en wat juist niet?',
  ],
  conditions: [
    'Wat moest geregeld zijn voordat jullie konden beginnen?',
    'Wie moest ja zeggen, en wat gaf de doorslag?',
    'Wanneer ging het bijna mis, en wat hield het overeind?',
  ],
  foundation: ['Waarom denk je dat dit werkt?', 'Waar hebben jullie het van afgekeken, of wat lazen jullie erover?'],
  experiences: [
    'Wat is jou het meest bijgebleven?',
    'Wat ging anders dan jullie dachten?',
    'Wat hebben jullie bijgehouden of laten onderzoeken, en wat kwam eruit?',
  ],
  elements: [
    'Wat mag iemand die dit overneemt nooit weglaten?',
    'Wat kan best op een andere manier, zonder dat het minder wordt?',
  ],
  sources: [
    'Welke stukken moeten we lezen om dit goed op te schrijven?',
    'Wie weet hier nog meer van, en mogen we die bellen?',
  ],
}
