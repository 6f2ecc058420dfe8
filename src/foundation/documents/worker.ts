import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Answer, Order } from './order.ts'

// The document process: apart from the server, because one document may hold the processor for a third of a second
// and the compiler's memory only grows. Documents exist in memory alone; nothing is written to disk.
const templates = process.argv[2] ?? ''
const fonts = join(templates, 'foundation/documents/fonts')
const fontBlobs = readdirSync(fonts)
  .filter((name) => name.endsWith('.ttf'))
  .map((name) => readFileSync(join(fonts, name)))
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })

process.on('message', (order: Order) => {
  let answer: Answer
  try {
    answer = { id: order.id, pdf: render(order), memory: process.memoryUsage().rss }
  } catch (fault) {
    answer = {
      id: order.id,
      fault: fault instanceof Error ? fault.message.slice(0, 2_000) : 'unknown',
      memory: process.memoryUsage().rss,
    }
  }
  compiler.resetShadow()
  compiler.evictCache(0)
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))

function render(order: Order): Buffer {
  for (const [name, bytes] of Object.entries(order.files))
    compiler.mapShadow(join(templates, 'given', name), Buffer.from(bytes))
  const result = compiler.compile({
    mainFilePath: join(templates, order.template),
    inputs: { data: order.data },
    resetRead: true,
  })
  if (result.hasError() || !result.result) {
    const error = result.takeError()
    throw new Error(error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no document came out')
  }
  // PDF/UA: the compiler refuses a document without title, language or alternative texts.
  return compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp: order.at })
}
