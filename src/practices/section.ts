/**
 * The sections of a description, in their order: those of the worksheet the field's databanks use together
 * (source: domain facts §4.1), in words of our own.
 */
export const SECTIONS = [
  'summary',
  'people',
  'goal',
  'approach',
  'materials',
  'costs',
  'staff',
  'conditions',
  'foundation',
  'experiences',
  'elements',
  'sources',
] as const

export type Section = (typeof SECTIONS)[number]

/** The four sections that stand together under "Uitvoering". */
export const DELIVERY: readonly Section[] = ['materials', 'costs', 'staff', 'conditions']

const WORDS: Record<Section, string> = {
  summary: 'In het kort',
  people: 'Voor wie',
  goal: 'Wat ze willen bereiken',
  approach: 'Zo werkt het',
  materials: 'Wat je nodig hebt',
  costs: 'Wat het kost',
  staff: 'Wie het doet',
  conditions: 'Wat op orde moet zijn',
  foundation: 'Waarom dit zou werken',
  experiences: 'Ervaringen en onderzoek',
  elements: 'Wat het laat werken',
  sources: 'Bronnen',
}

/** How a section is called on screen. */
export const sectionWord = (section: Section): string => WORDS[section]

/** Whether a text names a section. */
export const isSection = (text: string): text is Section => (SECTIONS as readonly string[]).includes(text)
