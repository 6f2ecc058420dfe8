/** Statuses with which the house says no. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 429 | 503

/** Where someone who hears "no" goes on, in place of the front page. */
export interface WayOn {
  href: string
  label: string
}

/** The fields of a form that was open while its visitor signed in anew, with the token of now. */
export interface LeftOpen {
  fields: [name: string, value: string][]
  /** It is certainly of whoever sends it now. */
  isOwn: boolean
}

/** An expected "no", with a sentence in plain Dutch that says what the visitor can do. */
export class Refusal extends Error {
  status: RefusalStatus
  retryAfterMs: number | undefined
  /** For the API: every fault of a question at once, with the name it stands at. */
  errors: { veld: string; melding: string }[] | undefined
  wayOn: WayOn | undefined
  leftOpen: LeftOpen | undefined
  constructor(status: RefusalStatus, sentence: string, retryAfterMs?: number, errors?: Refusal['errors']) {
    super(sentence)
    this.status = status
    this.retryAfterMs = retryAfterMs
    this.errors = errors
  }
}

/** One sentence for what is absent and for what is not yours: the difference would tell that it exists. */
export const NOT_FOUND =
  'Deze pagina bestaat niet, of je kunt hem niet openen. Kijk of het adres klopt, of log in als je hier iets van jezelf zoekt.'

/** Ends the request with a plain page (or a problem, for the API). @throws Refusal always */
export function refuse(status: RefusalStatus, sentence: string, retryAfterMs?: number): never {
  throw new Refusal(status, sentence, retryAfterMs)
}

/** The same, for whoever was in the middle of something: with the page where they go on. @throws Refusal always */
export function refuseTo(status: RefusalStatus, sentence: string, wayOn: WayOn): never {
  const refusal = new Refusal(status, sentence)
  refusal.wayOn = wayOn
  throw refusal
}

/** Passes what exists. @throws Refusal 404 for null and undefined */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Refusal(404, NOT_FOUND)
  return thing
}

/** Goes on only when permitted. Says the same as for something absent, so that existence is not revealed. @throws Refusal 404 */
export function allow(permitted: boolean): void {
  if (!permitted) throw new Refusal(404, NOT_FOUND)
}
