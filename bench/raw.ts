/** The bare server beside which every row is measured: node:http, the same bytes, nothing else. */
import { createServer } from 'node:http'
import type { Recorded } from './load.ts'

process.once('message', (recorded: Recorded) => {
  const answers = recorded.map(({ status, headers, body }) => {
    const bytes = Buffer.from(body, 'base64')
    const { 'transfer-encoding': _chunked, connection: _connection, 'keep-alive': _alive, ...rest } = headers
    const flat = Object.entries(rest).flatMap(([name, value]) => [value ?? []].flat().flatMap((one) => [name, one]))
    return { status, flat: 'content-length' in rest ? flat : [...flat, 'content-length', String(bytes.length)], bytes }
  })
  const server = createServer((request, response) => {
    const answer = answers[Number(request.headers['x-step'])] ?? answers[0]
    request.resume()
    request.on('end', () => {
      if (answer === undefined) return response.writeHead(500).end()
      return response.writeHead(answer.status, answer.flat).end(answer.bytes)
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
  })
})
process.once('disconnect', () => process.exit(0))
