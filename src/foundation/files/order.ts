import type { Verdict } from './verdict.ts'

/** What the file process is asked: look into these bytes, which came under this name. */
export interface Order {
  id: number
  name: string
  bytes: Uint8Array
  /** Pictures become one kind, for whoever draws them in a document. */
  as: 'jpeg' | undefined
}

/** What comes back: first, once, that the process is ready; then an answer per order. */
export type Message = { ready: true } | Answer

/** No verdict: the file was more than the process could bear. */
export interface Answer {
  id: number
  verdict?: Verdict
  /** Of the process, in bytes. */
  memory: number
}

/** How much the file process may hold during one file, in bytes. It watches itself, and is watched where the system tells. */
export const WORK_MEMORY = 800 * 1024 * 1024
