import type { Offered } from './publication.ts'

/** Who changed something when no name is kept with it. */
const SOMEONE = 'iemand van jullie of de redactie'

/** How a kind of what providers offer is called in a sentence, and what editors write themselves. */
export const offeredWords = {
  course: { name: 'training', the: 'de training', The: 'De training', it: 'hem', is: 'hij is', unnamed: SOMEONE },
  module: { name: 'materiaal', the: 'het materiaal', The: 'Het materiaal', it: 'het', is: 'het is', unnamed: SOMEONE },
  learningForm: {
    ...{ name: 'leervorm', the: 'de leervorm', The: 'De leervorm', it: 'hem', is: 'hij is' },
    unnamed: 'de redactie, of een nieuwe versie van de site',
  },
} as const satisfies Record<Offered | 'learningForm', Record<string, string>>
