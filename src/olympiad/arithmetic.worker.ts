import { parentPort } from 'node:worker_threads'
import type { Order, Reply } from './arithmetic.ts'
import { figures } from './figures.ts'

// The figures of a round in a thread of their own: counting a large one takes seconds, in which the server goes on
// answering. One order after the other; what is asked and answered holds numbers and no words of anyone.
parentPort?.on('message', ({ id, round }: Order) => {
  let reply: Reply
  try {
    reply = { id, figures: figures(round) }
  } catch (fault) {
    reply = { id, fault: fault instanceof Error ? fault.message : 'unknown' }
  }
  parentPort?.postMessage(reply)
})
