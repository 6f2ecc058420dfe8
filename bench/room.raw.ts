/** The floor under a spread: a bare server that writes the same bytes to everyone who listens, and its CPU for that. */
import { createServer, type ServerResponse } from 'node:http'

const lines = new Set<ServerResponse>()
const server = createServer((_request, line) => {
  line.writeHead(200, { 'content-type': 'text/event-stream' })
  line.write('event: stand\ndata: \n\n')
  lines.add(line)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' ? address?.port : 0)
})

// A server that listens would outlive who asked for it.
process.once('disconnect', () => process.exit())

process.on('message', ({ times, bytes }: { times: number; bytes: number }) => {
  const text = Buffer.from(`event: scherm\ndata: ${'x'.repeat(bytes)}\n\n`)
  let left = times
  const before = process.cpuUsage()
  const beating = setInterval(() => {
    for (const line of lines) line.write(text)
    if (--left > 0) return
    clearInterval(beating)
    setTimeout(() => {
      const { user, system } = process.cpuUsage(before)
      process.send?.((user + system) / 1000 / times)
      process.disconnect?.()
    }, 500)
  }, 250)
})
