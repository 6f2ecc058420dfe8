import { type Db, inTransaction } from '../foundation/db/index.ts'
import { itemId, publishRevision } from '../thread/index.ts'
import { type Reading, readReadings } from './reading.ts'

/** Words by which people look for a page that does not use them itself. */
const ALSO: Record<string, string> = {
  werkgevers: 'leidinggevende manager baas teamleider verplichten uitslag zien',
  privacy: 'wie ziet dit geheim code kwijt bewaarcode',
  geschiedenis: 'Professionaliteit Verankerd Movisie VWS Olympiade',
}

/** Publishes every text page as an item of its own; the same text again adds no revision. */
export async function loadReadings(db: Db, { contentDir, now }: { contentDir: string; now: Date }): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const reading of readReadings(contentDir).values()) {
      const { slug, title, description } = reading
      await publishRevision(tx, {
        item: itemId('page', slug),
        kind: 'page',
        title,
        summary: description,
        body: { text: wordsOf(reading) },
        url: slug === 'reflectie-verantwoording' ? '/reflectie/verantwoording' : `/${slug}`,
        search: { text: `${wordsOf(reading)}\n${ALSO[slug] ?? ''}` },
        by: null,
        at: now,
      })
    }
  })
}

/** All words of a page, block after block. */
function wordsOf(reading: Reading): string {
  const words = reading.blocks.flatMap((block): string[] => {
    if ('h2' in block) return [block.h2]
    if ('h3' in block) return [block.h3]
    if ('p' in block) return [block.p]
    if ('list' in block) return block.list
    if ('facts' in block) return block.facts.map(({ term, value }) => `${term}: ${value}`)
    if ('quote' in block) return [block.quote]
    return block.table.rows.map((row) => row.join(', '))
  })
  return words.join('\n')
}
