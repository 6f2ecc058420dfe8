/**
 * Lets requests in one by one, first come, first served. Node by itself works off everything that lies ready before it
 * looks who else came, in the same order of connections each time: whoever comes a moment after that look is last at the
 * next one, and waits two rounds where others wait one. Here node looks between any two requests.
 */
export class Turns {
  #waiting: (() => void)[] = []
  #busy = false

  /** Does the work when its turn comes: at once when nobody was let in since node last looked. */
  take(work: () => void): void {
    if (this.#busy) {
      this.#waiting.push(work)
      return
    }
    this.#busy = true
    setImmediate(this.#next)
    work()
  }

  #next = (): void => {
    const work = this.#waiting.shift()
    if (work === undefined) {
      this.#busy = false
      return
    }
    setImmediate(this.#next)
    work()
  }
}
