import { setTimeout as pause } from 'node:timers/promises'
import type { Running } from './server.ts'
import { Visitor } from './visitor.ts'

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
