/** Of all numbers offered the highest, the highest first. */
export class Best {
  #most: number
  #keys: number[] = []
  #least = -1

  constructor(most: number) {
    this.#most = most
  }

  offer(key: number): void {
    if (key <= this.#least) return
    this.#keys.push(key)
    // Twice as many as wanted are kept before they are sorted out: sorting seldom costs less than keeping order.
    if (this.#keys.length >= this.#most * 2 + 16) this.#sortOut()
  }

  #sortOut(): void {
    this.#keys = Array.from(Float64Array.from(this.#keys).sort().reverse().subarray(0, this.#most))
    if (this.#keys.length === this.#most) this.#least = this.#keys.at(-1) ?? -1
  }

  /** What was kept, after the first `skip`. */
  from(skip: number): number[] {
    this.#sortOut()
    return this.#keys.slice(skip)
  }
}
