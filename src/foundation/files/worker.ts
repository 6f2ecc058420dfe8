import { inspect } from './inspection.ts'
import { type Answer, type Message, type Order, WORK_MEMORY } from './order.ts'
import { endAbove } from './own-memory.ts'

// The file process: apart from the server, with no settings and no keys, because what it reads was made by anybody.
process.on('message', (order: Order) => {
  void answerTo(order).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))
endAbove(WORK_MEMORY)
process.send?.({ ready: true } satisfies Message)

async function answerTo({ id, name, bytes, as }: Order): Promise<Answer> {
  try {
    const verdict = await inspect(name, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), as)
    return { id, verdict, memory: process.memoryUsage().rss }
  } catch {
    return { id, memory: process.memoryUsage().rss }
  }
}
