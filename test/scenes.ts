/** What must have happened before a page shows itself in full: a sheet that was filled in, a draft that was begun. */
import { type Asker, type Caller, cookiesOf, type House } from './house.ts'
import { type FormFound, formsOf } from './html.ts'
import { setGroupScenes } from './scenes.groups.ts'
import { panellistCookie, setOlympiadScenes } from './scenes.olympiad.ts'
import { heldFor, setPracticeScenes } from './scenes.practices.ts'
import { trainingSamples } from './scenes.training.ts'

export type Scene =
  | 'begun sheet'
  | 'finished sheet'
  | 'own sheet'
  | 'begun nomination'
  | 'speaker'
  | 'panellist'
  | 'everything'

/** Values for the parameters of addresses, by name. */
export type Samples = Record<string, string>

/** Every field of a form as someone would fill it in: of radios the one at `choice`, of others what stands there. */
export function filledIn(
  form: FormFound,
  choice: (field: string, values: string[]) => string | undefined,
): [string, string][] {
  const groups = new Map<string, string[]>()
  for (const { name, type, value } of form.fields)
    if (type === 'radio') groups.set(name, [...(groups.get(name) ?? []), value])
  const rest = form.fields.filter(({ type }) => !['radio', 'checkbox', 'submit', 'button'].includes(type))
  const chosen = [...groups].flatMap(([name, values]): [string, string][] => {
    const value = choice(name, values)
    return value === undefined ? [] : [[name, value]]
  })
  return [
    ...rest.map((field): [string, string] => [
      field.name,
      field.value || (field.options.find((one) => one !== '') ?? ''),
    ]),
    ...chosen,
  ]
}

/** Someone to whom it happened: a sheet that was filled in or only just begun, a nomination, words that were quoted. */
export async function inScene(house: House, asker: Asker, scene: Scene | undefined): Promise<Caller> {
  const caller = await house.as(asker)
  if (scene === undefined) return caller
  if (scene === 'begun nomination') return caller.with(heldFor(house, 'nomination'))
  if (scene === 'speaker') return caller.with(heldFor(house, 'speaker'))
  if (scene === 'panellist') return caller.with(panellistCookie(house))
  if (scene === 'everything')
    return (await inScene(house, asker, 'own sheet')).with(
      `${heldFor(house, 'nomination')}; ${heldFor(house, 'speaker')}; ${panellistCookie(house)}`,
    )
  if (scene === 'begun sheet') return caller.with(cookiesOf(await caller.send('POST', '/reflectie', {})))
  const page = await (await caller.get('/reflectie/formulier')).text()
  const form = formsOf(page).find((one) => one.fields.some((field) => field.name.startsWith('zin-')))
  if (form === undefined) throw new Error('The one-page form of the reflection was not found.')
  let line = 0
  const answers = filledIn(form, (_, values) => values[(line++ * 2) % Math.min(5, values.length)])
  const sent = await caller.send('POST', form.action, answers)
  if (sent.status !== 303) throw new Error(`Filling in the reflection gave ${sent.status}.`)
  const holder = caller.with(cookiesOf(sent))
  await pickFirst(holder)
  if (scene === 'own sheet' && asker !== 'visitor') await holder.send('POST', '/reflectie/bewaren', { waar: 'account' })
  return holder
}

/** Someone picks what to do more often: only then there is a card to show. */
async function pickFirst(holder: Caller): Promise<void> {
  const result = await (await holder.get('/reflectie/uitslag')).text()
  const choice = formsOf(result).find((one) => one.fields.some((field) => field.name === 'keuze'))
  if (choice === undefined) throw new Error('The result offers nothing to pick.')
  await holder.send(
    'POST',
    choice.action,
    filledIn(choice, (_, values) => values[0]),
  )
}

/** An editor begins a draft of the newest edition; what the addresses of the desk need. */
export async function beginDraft(house: House, year?: string): Promise<Samples> {
  const editor = await house.as('editor')
  const page = await (await editor.get('/redactie/kenmerken')).text()
  const form = formsOf(page).find((one) => one.action === '/redactie/kenmerken/versies')
  if (form === undefined) throw new Error('The desk has no form to begin a draft.')
  const filled = filledIn(form, (_, values) => values[0])
  const begun = await editor.send(
    'POST',
    form.action,
    filled.map(([name, value]): [string, string] => [
      name,
      name === 'jaar' ? (year ?? value) : name === 'zinnen' ? '' : value,
    ]),
  )
  const at = begun.headers.get('location') ?? ''
  const draft = at.split('/').at(-1) ?? ''
  const desk = await (await editor.get(at)).text()
  const text = new RegExp(`/versies/${draft}/teksten/([^"/]+)"`).exec(desk)?.[1]
  if (text === undefined) throw new Error(`The draft at ${at} (${begun.status}) shows no text.`)
  return { draft, text }
}

interface Listed {
  [list: string]: { id?: string; identifier?: string }[]
}

/** Everything an address may need: a draft at the desk, and one of each thing that was published. */
export async function setScenes(house: House): Promise<Samples> {
  const visitor = await house.as('visitor')
  const listed = async (at: string): Promise<Listed> => {
    const answer = await visitor.get(at, { accept: 'application/json' })
    return JSON.parse(await answer.text())
  }
  const first = async (at: string): Promise<string> => {
    const lists = Object.values(await listed(at)).filter(Array.isArray)
    const { id, identifier } = lists.flat().find((one) => one.id ?? one.identifier) ?? {}
    return id ?? identifier ?? ''
  }
  const document = await first('/ims/case/v1p1/CFDocuments')
  const pack = await listed(`/ims/case/v1p1/CFPackages/${document}`)
  const kenmerk = await (await visitor.get('/kenmerken/eigen-kracht-versterken')).text()
  return {
    ...(await beginDraft(house)),
    ...(await setPracticeScenes(house)),
    ...(await trainingSamples(house)),
    ...(await setGroupScenes(house)),
    ...(await setOlympiadScenes(house)),
    norm: await first('/api/v1/normen'),
    item: /href="\/herkomst\/([0-9a-f-]{36})"/.exec(kenmerk)?.[1] ?? '',
    kader: await first('/api/v1/normenkaders'),
    competentie: await first('/api/v1/competenties'),
    document,
    cfItem: pack.CFItems?.[0]?.identifier ?? '',
    association: pack.CFAssociations?.[0]?.identifier ?? '',
  }
}
