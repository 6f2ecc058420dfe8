/** Every page template once, with who sees it in its fullest state: for axe, for widths, for looking at. */
import type { Asker } from './house.ts'
import { askers, entries, meeting } from './permissions.ts'
import type { Samples, Scene } from './scenes.ts'

export interface Template {
  route: string
  at: string
  asker: Asker
  scene: Scene | undefined
}

/** The last asker who gets in sees the most: an admin more than a professional, who sees more than a visitor. */
export function templates(samples: Samples): Template[] {
  return entries(samples)
    .filter(({ method, isPage, alike, answers }) => method === 'GET' && isPage !== false && !alike && shows(answers))
    .flatMap((entry) => {
      const allowed = askers.filter((one) => meeting(one, entry) === 'gets in')
      const asker = entry.seenBy ?? fullest(allowed)
      return asker === undefined ? [] : [{ route: entry.route, at: entry.address, asker, scene: entry.scene }]
    })
}

function fullest(allowed: Asker[]): Asker | undefined {
  return allowed.includes('visitor') ? 'visitor' : (allowed.find((one) => one === 'admin') ?? allowed.at(-1))
}

const shows = (answers = [200]): boolean => answers.includes(200) && answers.every((status) => status < 400)
