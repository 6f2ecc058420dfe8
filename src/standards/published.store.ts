import type { Db } from '../foundation/db/index.ts'
import { statement } from '../foundation/db/index.ts'
import type { Published } from './case.ts'
import { competenceFrameworks, competences } from './competence.store.ts'
import { crosswalks } from './crosswalk.store.ts'
import { editions } from './edition.store.ts'
import type { Standard } from './standard.store.ts'
import { standingsOfAll } from './standing.store.ts'

const printedStandards = statement<Standard>(
  'standards.printed',
  `select s.id, s.item, s.edition, s.slug, s.position, t.version, t.body as text, t.written_by as "writtenBy",
          t.written_at as "writtenAt", i.revision, i.number, i.printed_at as "printedAt"
     from standards.standard s
     join standards.publication p on p.edition = s.edition
     join lateral (select text, revision, number, printed_at from standards.imprint
                    where subject = s.id order by version desc limit 1) i on true
     join standards.text t on t.id = i.text
    where not exists (select from standards.omission o where o.standard = s.id)
    order by s.edition, s.position`,
)

/** Everything that is published, in full: for machines, which take it whole. */
export async function published(db: Db, { base, now }: { base: string; now: Date }): Promise<Published> {
  const [all, standards, allCrosswalks, lists, allCompetences] = await Promise.all([
    editions(db, now),
    printedStandards(db),
    crosswalks(db),
    competenceFrameworks(db),
    competences(db),
  ])
  const open = all.filter(({ publishedAt }) => publishedAt !== null)
  const isOpen = (id: string) => open.some((edition) => edition.id === id)
  return {
    base,
    editions: open,
    standards,
    // A draft has its crosswalk from the first day; nobody outside the desk may read it.
    crosswalks: allCrosswalks.filter(({ from, to }) => isOpen(from) && isOpen(to)),
    competenceFrameworks: lists,
    competences: allCompetences,
    standings: await standingsOfAll(db, standards),
  }
}

/** Every published edition and the standards as they were printed in it, each with its edition. */
export async function printedIn(db: Db, now: Date) {
  const [all, standards] = await Promise.all([editions(db, now), printedStandards(db)])
  const open = all.filter(({ publishedAt }) => publishedAt !== null)
  const pairs = standards.flatMap((standard) => {
    const edition = open.find(({ id }) => id === standard.edition)
    return edition ? [{ standard, edition }] : []
  })
  return { editions: open, standards, pairs }
}
