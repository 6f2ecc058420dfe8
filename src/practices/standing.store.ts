import { inDutch } from '../foundation/clock.ts'
import { type Db, statement } from '../foundation/db/index.ts'
import { publishRevision, readItem } from '../thread/index.ts'
import { type PracticeStanding, searchFacets } from './listing.ts'

interface Told {
  item: string
  standing: PracticeStanding
  text: string
  theme: string
  people: string[]
}

const toTell = statement<Told>(
  'practices.toTell',
  'select item, standing, text, theme, people from practices.listing where practice = $1',
)

const notes: Partial<Record<PracticeStanding, (day: string) => string>> = {
  stopped: (day) => `De mensen zelf zeggen dat deze praktijk is gestopt (${day}). Wat hier staat, gaat over toen.`,
  unconfirmed: (day) => `Wij vroegen drie keer of deze praktijk nog loopt en hoorden niets (${day}).`,
}

/** The word for a practice wherever it stands on the thread; a stopped one says so there too. */
export const threadWord = (standing: PracticeStanding): string => {
  if (standing === 'stopped') return 'gestopte praktijk'
  return 'praktijk'
}

/**
 * Says on the thread how a practice is doing: a revision with the same text and a note, and for a stopped one another
 * word at every stop, so that the origin of whatever builds on it shows it. Saying it twice adds nothing.
 */
export async function tellStanding(
  tx: Db,
  practice: string,
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  const [row] = await toTell(tx, practice)
  const item = row && (await readItem(tx, row.item))
  if (!row || !item) return
  const word = threadWord(row.standing)
  const note = notes[row.standing]?.(inDutch(at)) ?? ''
  const said = item.revision.note === '' ? note === '' : note !== ''
  if (said && item.word === word) return
  const { title, summary, text, body, dated, fictional } = item.revision
  await publishRevision(tx, {
    item: item.id,
    kind: item.kind,
    word,
    title,
    summary,
    text,
    body,
    fictional,
    note,
    url: item.url,
    by,
    at,
    search: { text: row.text, facets: searchFacets(row) },
    ...(dated === null ? {} : { dated }),
  })
}
