import type { Db } from '../foundation/db/index.ts'
import { readCharter } from './charter.store.ts'
import { EXPORT_FORMAT, exportedFigures, type OlympiadExport } from './export.ts'
import { takenOutOf } from './flag.store.ts'
import type { Olympiad } from './olympiad.ts'
import { roundsOf, sentencesOf } from './round.store.ts'
import { verdictsOf } from './verdict.store.ts'

/** Counts per group of every closed round, with what was published about them; undefined before the rules are locked. */
export async function recountFile(db: Db, olympiad: Olympiad): Promise<OlympiadExport | undefined> {
  const charter = await readCharter(db, olympiad.id)
  if (charter === undefined) return undefined
  const roles = charter.roles.map(({ slug }) => slug)
  const rounds: OlympiadExport['rounds'] = []
  for (const round of await roundsOf(db, olympiad.id)) {
    if (round.closedAt === null || round.kind !== 'weighing') continue
    const rows = new Map((await verdictsOf(db, round.id)).map((row) => [row.statement, row]))
    const statements = (await sentencesOf(db, round.id)).flatMap((sentence) => {
      const row = rows.get(sentence.statement)
      if (row === undefined) return []
      const counted = exportedFigures(row.figures, roles, charter.minimum)
      return [{ id: sentence.statement, version: sentence.version, text: sentence.plain, ...counted }]
    })
    const removed = (await takenOutOf(db, round.id)).map(({ role, forms, reason }) => ({ role, forms, reason }))
    const closedAt = round.closedAt.toISOString()
    rounds.push({
      ...{ number: round.number, mode: round.mode, closedAt },
      ...(removed.length > 0 ? { removed } : {}),
      statements,
    })
  }
  return {
    format: EXPORT_FORMAT,
    olympiad: { slug: olympiad.slug, title: olympiad.title, year: olympiad.year },
    rule: charter.rule,
    roles: charter.roles.map(({ slug, name }) => ({ slug, name })),
    minimum: charter.minimum,
    rounds,
  }
}
