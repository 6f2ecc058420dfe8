import { atMost, type Bench, type Row } from './context.ts'

/** After everything else has run. */
export async function rows(bench: Bench): Promise<Row[]> {
  const { server, documents } = bench.memory()
  return [
    atMost('application memory after the bench', 200, server, 'MB'),
    atMost('document process memory after the bench', 200, documents, 'MB'),
  ]
}
