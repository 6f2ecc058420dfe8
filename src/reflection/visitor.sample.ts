import type { Asker, House } from '../../test/house.ts'

/** A browser: it keeps cookies, as `Caller` does not. */
export class Browser {
  #house: House
  jar = new Map<string, string>()
  token = ''

  constructor(house: House) {
    this.#house = house
  }

  static async of(house: House, asker: Asker = 'visitor'): Promise<Browser> {
    const browser = new Browser(house)
    const caller = await house.as(asker)
    browser.token = caller.token
    browser.#keep(caller.cookie)
    return browser
  }

  #keep(line: string) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (at < 1) return
    if (/max-age=0/i.test(line)) this.jar.delete(pair.slice(0, at))
    else this.jar.set(pair.slice(0, at), pair.slice(at + 1))
  }

  async #ask(path: string, form?: URLSearchParams): Promise<Seen> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const { baseUrl } = this.#house.config
    const headers = { cookie, accept: 'text/html', ...(form && { origin: baseUrl, 'sec-fetch-site': 'same-origin' }) }
    const answer = await fetch(new URL(path, baseUrl), {
      redirect: 'manual',
      headers,
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text(), answer }
  }

  get(path: string): Promise<Seen> {
    return this.#ask(path)
  }

  post(path: string, form: Record<string, string> | [string, string][] = {}): Promise<Seen> {
    const body = new URLSearchParams(form)
    if (this.token) body.set('_token', this.token)
    return this.#ask(path, body)
  }
}

/** An answer, with its text. */
export interface Seen {
  status: number
  to: string
  text: string
  answer: Response
}

const PREFIX = ['ek', 'ov', 'bv', 'iw', 'sa']
/** The form of screen `step`; `row` has five figures, "-" skips. */
export const screen = (step: number, row: string, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(
    [...row].flatMap((value, at) => (value === '-' ? [] : [[`zin-${PREFIX[step - 1]}${at + 1}`, value]])),
  ),
  naar: 'verder',
  ...more,
})

/** A browser in which everything was answered. */
export async function filledIn(
  house: House,
  rows = ['44444', '54321', '33233', '44514', '11111'],
  asker: Asker = 'visitor',
): Promise<Browser> {
  const browser = await Browser.of(house, asker)
  await browser.post('/reflectie')
  for (const [at, row] of rows.entries()) await browser.post(`/reflectie/vraag/${at + 1}`, screen(at + 1, row))
  return browser
}

/** The code on the page that shows it. */
export const codeIn = (text: string): string => /<p class="save-code">([^<]+)<\/p>/.exec(text)?.[1] ?? ''

/** Keeps the sheet of this browser by a code, and reads it where it is shown. */
export async function keptCode(browser: Browser, more: Record<string, string> = {}): Promise<string> {
  const kept = await browser.post('/reflectie/bewaren', { waar: 'code', ...more })
  return codeIn((await browser.get(kept.to)).text)
}
