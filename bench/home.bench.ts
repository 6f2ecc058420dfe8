import { atMost, type Bench, type Row } from './context.ts'
import { keepAlive, newVisitor } from './visitor.ts'

/** What one opening of the home page brings over the wire: the page, and all it names in its head and its style. */
export async function rows(bench: Bench): Promise<Row[]> {
  const agent = keepAlive(4)
  const visitor = newVisitor(bench.baseUrl, agent)
  const plain = { 'accept-encoding': 'identity' }
  const pageText = (await visitor.get('/', plain)).body.toString()
  const named = [...pageText.matchAll(/(?:<link[^>]+href|<script[^>]+src|<img[^>]+src)="(\/[^"]+)"/g)]
    .filter(([tag]) => !/rel="(?!stylesheet|preload|icon|modulepreload)/.test(tag))
    .flatMap(([, path]) => path ?? [])
  const wanted = new Set(['/', ...named])
  for (const path of named.filter((one) => /\.css(\?|$)/.test(one))) {
    const style = (await visitor.get(path, plain)).body.toString()
    for (const [, target = ''] of style.matchAll(/url\(["']?([^"')]+)["']?\)/g))
      if (!target.startsWith('data:')) wanted.add(new URL(target, new URL(path, bench.baseUrl)).pathname)
  }
  let bytes = 0
  const parts: string[] = []
  for (const path of wanted) {
    const { body } = await visitor.get(path, { 'accept-encoding': 'br, gzip' })
    bytes += body.length
    parts.push(`${path} ${(body.length / 1024).toFixed(1)}`)
  }
  agent.destroy()
  return [atMost('home page over the wire, with style and fonts', 60, bytes / 1024, 'KB', parts.join(', '))]
}
