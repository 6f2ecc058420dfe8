/**
 * People who send forms while the house is being broken. Each form has a nonce; who gets no answer sends the same form
 * again, as a person does. Afterwards the database is asked what became of every one of them.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { asOwner, type Running } from './server.ts'
import { type Answer, Visitor } from './visitor.ts'

/** One form, from its first attempt until somebody said it is in. */
interface Submit {
  email: string
  nonce: string
  acknowledged: boolean
  attempts: number
}

export interface Outcome {
  /** Forms begun. */
  sent: number
  acknowledged: number
  /** Acknowledged but absent; and present more than once. Both must be 0. */
  lost: number
  doubled: number
  /** Answers that were neither "it is in" nor "not now". Must be empty. */
  strange: string[]
  notNow: number
  slowestNotNow: number
  withoutRetryAfter: number
  /** Connections that broke, most of them refused because nobody listened. */
  broken: number
  /** Of those: broken after they were made, with a form under way. */
  cut: number
}

const AT_ONCE = 8

export class Submits {
  readonly #mark = randomUUID().slice(0, 8)
  readonly #submits: Submit[] = []
  readonly #outcome: Omit<Outcome, 'sent' | 'acknowledged' | 'lost' | 'doubled'> = {
    strange: [],
    notNow: 0,
    slowestNotNow: 0,
    withoutRetryAfter: 0,
    broken: 0,
    cut: 0,
  }
  #server: Running
  #going = false
  #people: Promise<void>[] = []

  constructor(server: Running) {
    this.#server = server
  }

  /** Whoever comes back finds the server at the same address, perhaps as another process. */
  begin(server = this.#server): void {
    this.#server = server
    this.#going = true
    this.#people = Array.from({ length: AT_ONCE }, () => this.#person())
  }

  /** No new forms; those under way get their answer or not. */
  async pause(): Promise<void> {
    this.#going = false
    await Promise.all(this.#people)
  }

  /** Resolves when one more form than now was acknowledged; gives the ms it took. */
  async nextAcknowledged(within: number): Promise<number> {
    const began = performance.now()
    const before = this.#acknowledged()
    while (this.#acknowledged() === before && performance.now() - began < within) await pause(5)
    return performance.now() - began
  }

  /** Sends again what nobody answered, under the same nonce, and a part of the rest; then counts in the database. */
  async settle(): Promise<Outcome> {
    await this.pause()
    const visitor = new Visitor(this.#server)
    const again = this.#submits.filter((one, index) => !one.acknowledged || index % 10 === 0)
    for (const one of again) {
      const answer = await visitor.post('/inloggen', fieldsOf(one))
      if (answer.status === 303) one.acknowledged = true
      else this.#outcome.strange.push(`again: ${answer.status} ${answer.broken}`)
    }
    visitor.leave()
    const rows = await asOwner<{ email: string; count: number }>(
      this.#server.dataDir,
      'select email, count(*)::int as count from people.sign_in_code where email like $1 group by email',
      [`%@${this.#mark}.example`],
    )
    const kept = new Map(rows.map((row) => [row.email, row.count]))
    const times = this.#submits.map((one) => kept.get(one.email) ?? 0)
    return {
      ...this.#outcome,
      sent: this.#submits.length,
      acknowledged: this.#acknowledged(),
      lost: this.#submits.filter((one, index) => one.acknowledged && times[index] === 0).length,
      doubled: times.filter((count) => count > 1).length,
    }
  }

  /** A part of every address they typed: must never turn up in a log. */
  get mark(): string {
    return this.#mark
  }

  #acknowledged(): number {
    return this.#submits.filter((one) => one.acknowledged).length
  }

  async #person(): Promise<void> {
    const visitor = new Visitor(this.#server)
    while (this.#going) {
      const nonce = randomUUID()
      const submit = { email: `${nonce}@${this.#mark}.example`, nonce, acknowledged: false, attempts: 0 }
      this.#submits.push(submit)
      while (this.#going && !submit.acknowledged) {
        submit.attempts += 1
        this.#note(submit, await visitor.post('/inloggen', fieldsOf(submit)))
        if (!submit.acknowledged) await pause(50)
      }
    }
    visitor.leave()
  }

  #note(submit: Submit, answer: Answer): void {
    const outcome = this.#outcome
    if (answer.status === 303) submit.acknowledged = true
    else if (answer.status === 503) {
      outcome.notNow += 1
      outcome.slowestNotNow = Math.max(outcome.slowestNotNow, answer.ms)
      if (!Number(answer.headers['retry-after'])) outcome.withoutRetryAfter += 1
    } else if (answer.status === 0) {
      outcome.broken += 1
      if (answer.broken !== 'ECONNREFUSED') outcome.cut += 1
      if (answer.broken === 'no answer') outcome.strange.push('no answer')
    } else outcome.strange.push(`${answer.status}`)
  }
}

function fieldsOf({ email, nonce }: Submit): Record<string, string> {
  return { email, _nonce: nonce }
}

/** Looks ten times a second whether the process answers, whatever its database does. */
export class Pulse {
  readonly #server: Running
  #beating = true
  #done: Promise<void>
  beats = 0
  missed = 0
  slowest = 0

  constructor(server: Running) {
    this.#server = server
    this.#done = this.#beat()
  }

  async #beat(): Promise<void> {
    const visitor = new Visitor(this.#server)
    for (; this.#beating; await pause(100)) {
      const answer = await visitor.get('/gezondheid/live')
      this.beats += 1
      if (answer.status !== 200) this.missed += 1
      this.slowest = Math.max(this.slowest, answer.ms)
    }
    visitor.leave()
  }

  async stop(): Promise<this> {
    this.#beating = false
    await this.#done
    return this
  }
}

/** Waits until the server says it can do its work; gives the ms it took. */
export async function ready(server: Running, within: number): Promise<number> {
  const began = performance.now()
  const visitor = new Visitor(server)
  try {
    while (performance.now() - began < within) {
      if ((await visitor.get('/gezondheid/klaar')).status === 200) return performance.now() - began
      await pause(20)
    }
    return Number.POSITIVE_INFINITY
  } finally {
    visitor.leave()
  }
}
