/** One thing that listeners hear. Its `id` changes when the thing does; `data` may have more lines. */
export interface Told {
  event: string
  id: string
  data: string
}

/**
 * Something to listen to. `read` says how everything stands now, or undefined when it is over for good. It is asked a few
 * times a second however many listen, and what it says goes to all of them as the same bytes.
 */
export interface Channel {
  name: string
  read(): Promise<Told[] | undefined>
}

/** Whoever listens, and how to know that they still may. */
export interface Hearer {
  /** One name per session or key of someone: for the bound on streams. */
  owner: string
  mayStay(): Promise<boolean>
}

/** How everything stood when someone last heard of it, as one Last-Event-ID. */
export const standing = (told: Told[]): string =>
  new URLSearchParams(told.map(({ event, id }): [string, string] => [event, id])).toString()

/** What of `now` is new to whoever last heard `last`; a browser sends that by itself when it comes back. */
export function missed(now: Told[], last: string | undefined): Told[] {
  const heard = new URLSearchParams(last ?? '')
  return now.filter(({ event, id }) => heard.get(event) !== id)
}

/**
 * Server-sent events as they go over the line (HTML, 9.2). The id stands with the last one alone: whoever was cut off in
 * the middle gets the whole again.
 */
export function eventsOf(told: Told[], id: string): string {
  return told
    .map(({ event, data }, at) => {
      const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
      return `${at === told.length - 1 ? `id: ${id}\n` : ''}event: ${event}\n${lines.join('')}\n`
    })
    .join('')
}

/** How long a browser waits before it comes back, in ms: each its own time, or all would knock at the same moment. */
export const comeBack = (from: number, chance: number): string => `retry: ${from + Math.floor(chance * 4 * from)}\n\n`

/**
 * Whether whoever wants to listen asks from one of our own pages. A browser names the origin when it is another one, and
 * says where a request comes from; who sends neither is no browser with someone's cookies in it.
 */
export function listensFromUs(origin: string | undefined, fetchSite: string | undefined, ownOrigin: string): boolean {
  return (origin === undefined || origin === ownOrigin) && (fetchSite === undefined || fetchSite === 'same-origin')
}
