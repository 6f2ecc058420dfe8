import type { Offered } from './publication.ts'

/** How a kind of what providers offer is called in a sentence. */
export const offeredWords = {
  course: { name: 'training', the: 'de training', The: 'De training', it: 'hem', is: 'hij is' },
  module: { name: 'materiaal', the: 'het materiaal', The: 'Het materiaal', it: 'het', is: 'het is' },
} as const satisfies Record<Offered, Record<string, string>>
