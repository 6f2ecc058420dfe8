/** The forms of the site: who together sees them, and every one of them filled in and sent as anyone would. */
import { crawl } from './crawl.ts'
import type { Asker, Caller, House } from './house.ts'
import { type Field, type FormFound, formsOf } from './html.ts'
import { addressesFor, entries, parameter } from './permissions.ts'
import { inScene, type Samples } from './scenes.ts'

/** A stranger, someone with an account, and everyone with a desk of their own. */
export const fillers: Asker[] = [
  'visitor',
  'professional',
  'editor',
  'admin',
  'team lead',
  'reader',
  'chair',
  'provider',
]

/** What someone types in a field of words, and where a mail address is asked. */
export interface Typing {
  words: string
  mail: string
}

export interface Sent {
  route: string
  fields: [string, string][]
  answer: Response
  body: string
}

/**
 * Forms that no walk comes by, by what would have to happen first; with the fields they have, that strange input still
 * finds them.
 */
export const unmet: Record<string, string[]> = {
  // A mail, or a page that shows itself once, holds the key of what it is about.
  'POST /inloggen/code': ['code'],
  'POST /inloggen/sleutel/:token': ['verder'],
  'POST /mijn/account/mailadres/code': ['code'],
  'POST /mijn/account/mailadres/sleutel/:token': [],
  'POST /praktijken/teruglezen': ['sleutel'],
  'POST /scholing/vraag': ['sleutel', 'antwoord'],
  'POST /scholing/vraag/einde': ['sleutel'],
  'POST /olympiades/:slug/aanmelding': ['sleutel'],
  // An authenticator: a script sends it, or it has to be there first.
  'POST /inloggen/passkey': ['antwoord', 'verder'],
  'POST /inloggen/tweede-stap': ['code', 'verder'],
  'POST /inloggen/tweede-stap/passkey': ['antwoord', 'verder'],
  'POST /mijn/passkeys': ['antwoord', 'naam'],
  'POST /mijn/passkeys/:id/einde': [],
  'POST /mijn/tweede-stap/herstelcodes': ['codes', 'verder'],
  'POST /mijn/account/app/einde': [],
  'POST /mijn/account/organisatie/einde': [],
  // Others do their part before, or a day goes by.
  'POST /handreikingen/:framework/:edition/reacties': ['soort', 'tekst', 'naam'],
  'POST /redactie/kenmerken/versies/:id/publicatie': [],
  'POST /redactie/bundels/:year{[0-9]{4}}/publicatie': [],
  'POST /redactie/insluiten/:id/einde': [],
  'POST /praktijken/aanmeldingen/:id/opnieuw': [],
  'POST /praktijken/aanmeldingen/:id/reactie': ['reactie'],
  'POST /praktijken/meelezen/:assignment/verschillen/:criterion': ['oordeel', 'zin'],
  'POST /redactie/praktijken/:slug/beschrijving/publicatie': [],
  'POST /redactie/praktijken/:slug/flyer/:line/bevestiging': ['versie'],
  'POST /praktijken/:slug/ook/einde': [],
  'POST /werkgroepen/:slug/succesfactoren/:id/einde': [],
  'POST /werkgroepen/:slug/zinnen/:zin/draad': [],
  'POST /olympiades/:slug/voorzitter/aankondiging': [],
  'POST /olympiades/:slug/voorzitter/live': ['ronde'],
  'POST /olympiades/:slug/voorzitter/papier/formulieren': ['groep', 'codes[]'],
  'POST /olympiades/:slug/papier/besluit': ['code', 'opnieuw'],
  'POST /olympiades/:slug/meedoen/naam': ['naam', 'verder'],
  'POST /olympiades/:slug/rondes/:n{[0-4]}/redenen/:statement{[0-9a-f-]{36}}/intrekking': [],
  'POST /scholing/aanbieder/trainingen/:training/aanvraag': [],
  'POST /scholing/aanbieder/trainingen/:training/kenmerken/:vraag/klopt': [],
  'POST /scholing/aanbieder/trainingen/:training/kenmerken/:vraag/einde': [],
  'POST /scholing/aanbieder/:aanbieder/adressen/:adres/nacht': [],
  'POST /scholing/aanbieder/:aanbieder/domeinen/:domein/bewijs': [],
}

/** The routes of the table whose form nobody met, though it may not be missed. */
export function missedForms(samples: Samples, met: Set<string>): string[] {
  const routes = entries(samples).filter(({ method }) => method !== 'GET')
  return routes.map(({ route }) => route).filter((route) => !met.has(route) && unmet[route] === undefined)
}

/** Which route answers to this address. */
export function routeOf(house: House, method: string, path: string): string {
  const match = house.routes.find(
    (route) => route.method === method && new RegExp(`^${route.path.replace(parameter, '[^/]+')}$`).test(path),
  )
  return `${method} ${match?.path ?? path}`
}

function typedInto({ name, type, value, options }: Field, { words, mail }: Typing): [string, string][] {
  if (['hidden', 'radio', 'checkbox', 'submit', 'button'].includes(type)) return [[name, value]]
  if (type === 'select') return [[name, options.find((option) => option !== '') ?? '']]
  if (type === 'email' || /mail|adres/.test(name)) return [[name, mail]]
  if (type === 'number') return [[name, '3']]
  if (type === 'date') return [[name, '2026-12-01']]
  return [[name, words]]
}

/** One button of the form, and per radio group one choice: the first of each. */
function typed(form: FormFound, typing: Typing): [string, string][] {
  const taken = new Set<string>()
  return form.fields.flatMap((field) => {
    // That of the session at hand goes along when it is sent.
    if (field.name === '_token') return []
    if (['radio', 'submit', 'button'].includes(field.type)) {
      const group = field.type === 'radio' ? field.name : 'a button'
      if (taken.has(group)) return []
      taken.add(group)
    }
    return typedInto(field, typing)
  })
}

/** After one of these a browser may be nobody any more. */
const parting = /\/(uitloggen|wissen|afsluiten|stoppen|afmelding|einde)$/

/** What is thrown away takes its other forms with it: these are sent when everything else was. */
const discarding = /\/weggooien$/

/**
 * Walks the site as this asker, as a browser that nothing happened in yet and as one in which everything did, and sends
 * every form there once, those of the answers too. What was sent brings other forms, so both walk twice.
 */
export async function* everyFormSent(
  house: House,
  asker: Asker,
  samples: Samples,
  typing: Typing,
): AsyncGenerator<Sent> {
  const seen = new Set<string>()
  const last: FormToSend[] = []
  const send = async (caller: Caller, { route, path, form }: FormToSend): Promise<Sent> => {
    await noCeilings(house)
    const fields = typed(form, typing)
    const answer = await caller.send(form.method, path, fields)
    return { route, fields, answer, body: await answer.text() }
  }
  for (const scene of [undefined, 'everything', undefined, 'everything'] as const) {
    const enter = (): Promise<Caller> => inScene(house, asker, scene)
    let caller = await enter()
    const seeds = addressesFor(asker, samples)
    const pages: Page[] = await crawl(caller, seeds, { most: 400, mostAlike: 3, skip: /\/pdf$/ })
    for (const page of pages) {
      for (const found of formsOn(house, page)) {
        const shape = `${found.route} ${found.form.fields.map((field) => field.name)}`
        if (seen.has(shape)) continue
        seen.add(shape)
        if (discarding.test(found.path)) {
          last.push(found)
          continue
        }
        const sent = await send(caller, found)
        yield sent
        if (sent.answer.headers.get('content-type')?.startsWith('text/html'))
          pages.push({ at: found.path, body: sent.body })
        if (parting.test(found.path)) caller = await enter()
      }
    }
  }
  const caller = await inScene(house, asker, 'everything')
  for (const found of last) yield await send(caller, found)
}

interface Page {
  at: string
  body: string
}

interface FormToSend {
  route: string
  path: string
  form: FormFound
}

function formsOn(house: House, { at, body }: Page): FormToSend[] {
  return formsOf(body)
    .filter((form) => form.method !== 'GET')
    .map((form) => {
      const path = new URL(form.action, `http://site${at}`).pathname
      return { route: routeOf(house, form.method, path), path, form }
    })
}

/** Ceilings have tests of their own; here they would stand before everything behind them. */
export async function noCeilings(house: House): Promise<void> {
  await house.database.pool.query('delete from house.limiter')
}
