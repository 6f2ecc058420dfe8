/** What a bench file gets to work with, and what it gives back. */
import type { Pool } from 'pg'
import type { Visitor } from './visitor.ts'

/** One line of the table `npm run bench` prints. */
export interface Row {
  what: string
  target: string
  measured: string
  hit: boolean
  /** What the raw server took for the same bytes, or where the ratio comes from. */
  beside?: string
}

export interface Figures {
  /** CPU of node and PostgreSQL together, per scenario, in ms. */
  cpuMs: number
  perSecond: number
  p50: number
  p95: number
  /** Answers of 500 and above, and answers the scenario did not expect. */
  faults: number
}

/** The same beside a bare node:http server that sent the same bytes in the same run. */
export interface Measured extends Figures {
  raw: Figures
  /** How near the real server comes to the raw one, for the last column of the table. */
  beside: string
}

/** What one visitor does, from its first request to its last. Each run gets a new visitor with an empty cookie jar. */
export type Scenario = (visitor: Visitor, run: number) => Promise<void>

export interface Load {
  /** Default 2,000. */
  runs?: number
  /** Default 1,000 requests' worth: runs before the measuring begins. */
  warmUp?: number
  /** How many visitors at the same time. Default 8. */
  atOnce?: number
}

export interface Bench {
  baseUrl: string
  /** Straight on the database, as owner: to fill it, or to time one query. */
  pool: Pool
  /**
   * Runs a scenario against the real server. `file` is the module that exports it under `name`; the load comes from a
   * process of its own, so its CPU is not ours. Then the same against a bare server that sends the same bytes at every
   * step: no row of a request stands without its raw limit.
   */
  measure(file: string, name: string, load?: Load): Promise<Measured>
  /** Resident memory in MB of the server, and of the child that makes documents (0 when there is none). */
  memory(): { server: number; documents: number }
  /** CPU so far of node and PostgreSQL together, in ms. */
  cpu(): number
  /** Sweeps the cache by bumping the content version, as a publication does. */
  database: string
}

/** A bench file is `*.bench.ts` and exports this. */
export type Rows = (bench: Bench) => Promise<Row[]>

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`

/** A row that must stay under a bound. */
export function atMost(what: string, bound: number, value: number, unit: string, beside?: string): Row {
  const shown = value < 10 ? value.toFixed(2) : value.toFixed(0)
  return {
    what,
    target: `≤ ${bound} ${unit}`,
    measured: `${shown} ${unit}`,
    hit: value <= bound,
    ...(beside && { beside }),
  }
}

/** A row that must reach a bound. */
export function atLeast(what: string, bound: number, value: number, unit: string, beside?: string): Row {
  return {
    what,
    target: `≥ ${bound} ${unit}`.trim(),
    measured: `${value.toFixed(2)} ${unit}`.trim(),
    hit: value >= bound,
    ...(beside && { beside }),
  }
}

/** "ratio 0.61 CPU, 0.55 requests/s": how near the real server comes to the raw one. */
export function besideRaw(real: Figures, raw: Figures): string {
  const cpu = raw.cpuMs / Math.max(real.cpuMs, 0.001)
  return `p95 ${ms(real.p95)}; raw ${ms(raw.cpuMs)}, p95 ${ms(raw.p95)}, ${Math.round(raw.perSecond)}/s; ratio ${cpu.toFixed(2)} CPU, ${(real.perSecond / raw.perSecond).toFixed(2)} requests/s`
}
