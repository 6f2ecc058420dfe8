/**
 * People who use the house while it is being broken. Who gets no answer sends the same form again, as a person does.
 * Afterwards everybody is asked whether what they were told is true.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Running } from './server.ts'
import { compare, reflection, type Sending, type Story, signIn, silentEffects } from './story.ts'
import { type Answer, Visitor } from './visitor.ts'

export interface Outcome {
  /** Forms that were said to be in. */
  acknowledged: number
  /** Said to be in and absent; and there more than once. Both must be 0. */
  lost: number
  doubled: number
  /** Answers that were neither "it is in" nor "not now". Must be empty. */
  strange: string[]
  notNow: number
  slowestNotNow: number
  withoutRetryAfter: number
  /** Connections that broke, most of them refused because nobody listened. */
  broken: number
  /** Of those: broken after the first bytes of an answer. */
  halves: number
}

const AT_ONCE = 8

export class Crowd {
  readonly #mark = randomUUID().slice(0, 8)
  readonly #stories: Story[] = []
  readonly #seen = { strange: [] as string[], notNow: 0, slowestNotNow: 0, withoutRetryAfter: 0, broken: 0, halves: 0 }
  readonly #server: Running
  readonly #errands: (typeof signIn)[]
  #going = false
  #people: Promise<void>[] = []

  /** Whoever comes back finds the server at the same address, perhaps as another process. */
  constructor(server: Running, errands: (typeof signIn)[] = [signIn, reflection]) {
    this.#server = server
    this.#errands = errands
  }

  come(): void {
    this.#going = true
    this.#people = Array.from({ length: AT_ONCE }, (_, index) => this.#person(index))
  }

  /** No new forms; those under way get their answer or not. */
  async go(): Promise<void> {
    this.#going = false
    await Promise.all(this.#people)
  }

  /** Resolves when one more form than now was said to be in. */
  async nextAnswer(within: number): Promise<void> {
    const before = this.#acknowledged()
    for (const until = Date.now() + within; this.#acknowledged() === before && Date.now() < until; ) await pause(5)
  }

  silentEffects(): Promise<number> {
    return silentEffects(this.#server, this.#stories)
  }

  /** Everybody sends once more what nobody answered, and a tenth also what was; then all is compared. */
  async settle(): Promise<Outcome> {
    await this.go()
    for (const [index, story] of this.#stories.entries()) {
      const left = story.sendings[story.answered]
      if (left !== undefined) await this.#once(story, left)
      const first = story.sendings[0]
      if (story.kind === 'sign-in' && index % 10 === 0 && first !== undefined)
        await story.visitor.post(first.path, first.fields)
    }
    const { lost, doubled } = await compare(this.#server, this.#stories)
    for (const story of this.#stories) story.visitor.leave()
    return { ...this.#seen, acknowledged: this.#acknowledged(), lost, doubled }
  }

  async #once(story: Story, sending: Sending): Promise<void> {
    const answer = await story.visitor.post(sending.path, sending.fields)
    if (answer.status === 303) story.answered += 1
    else this.#seen.strange.push(`sent again: ${sending.path} ${answer.status} ${answer.broken}`)
  }

  #acknowledged(): number {
    return this.#stories.reduce((sum, story) => sum + story.answered, 0)
  }

  async #person(index: number): Promise<void> {
    while (this.#going) {
      const errand = this.#errands[index % this.#errands.length] ?? signIn
      const story = errand(new Visitor(this.#server), this.#mark)
      this.#stories.push(story)
      for (const sending of story.sendings) await this.#untilAnswered(story, sending)
      if (this.#going) story.visitor.leave()
    }
  }

  async #untilAnswered(story: Story, sending: Sending): Promise<void> {
    while (this.#going) {
      const answer = await story.visitor.post(sending.path, sending.fields)
      this.#note(sending, answer)
      if (answer.status !== 303) await pause(50)
      else {
        story.answered += 1
        return
      }
    }
  }

  #note({ path }: Sending, { status, ms, headers, broken, halfway }: Answer): void {
    const seen = this.#seen
    if (status === 303) return
    if (status === 503) {
      seen.notNow += 1
      seen.slowestNotNow = Math.max(seen.slowestNotNow, ms)
      if (!Number(headers['retry-after'])) seen.withoutRetryAfter += 1
    } else if (status === 0) {
      seen.broken += 1
      if (halfway) seen.halves += 1
      if (broken === 'no answer') seen.strange.push(`${path} no answer`)
    } else seen.strange.push(`${path} ${status}`)
  }
}
