/** Every page template once, with who sees it in its fullest state: for axe, for widths, for looking at. */
import type { Asker, House } from './house.ts'
import { addressOf, askers, meeting, permissions } from './permissions.ts'

export interface Template {
  route: string
  at: string
  asker: Asker
}

/** The last asker who gets in sees the most: an admin more than a professional, who sees more than a visitor. */
export function templates(house: House): Template[] {
  const pages = house.routes.filter(
    ({ method, path }) => method === 'GET' && permissions[`GET ${path}`]?.isPage !== false,
  )
  return [...new Set(pages.map(({ path }) => path))].flatMap((path) => {
    const permission = permissions[`GET ${path}`]
    if (permission === undefined || (permission.answers !== undefined && !permission.answers.includes(200))) return []
    const asker = fullest(
      permission.seenBy,
      askers.filter((one) => meeting(one, permission) === 'gets in'),
    )
    return asker === undefined ? [] : [{ route: `GET ${path}`, at: addressOf(path, permission), asker }]
  })
}

function fullest(wanted: Asker | undefined, allowed: Asker[]): Asker | undefined {
  if (wanted !== undefined) return wanted
  return allowed.includes('visitor') ? 'visitor' : (allowed.find((one) => one === 'admin') ?? allowed.at(-1))
}
