import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, inTransaction } from '../foundation/db/index.ts'
import { practicesToStudy, readToStudy, type StudyPractice } from '../practices/index.ts'
import { revisionsOf } from '../thread/index.ts'
import { decideAmendment, proposeAmendment } from './amendment.store.ts'
import { addComment } from './comment.store.ts'
import { makeFactor } from './factor.store.ts'
import { type GroupContent, groupContent } from './group.content.form.ts'
import { addMember, makeGroup, readGroup } from './group.store.ts'
import { type GroupCast, groupDay } from './group.trial.ts'
import { freeGroupSlug } from './group.ts'
import { addMark } from './mark.store.ts'
import { stateTrial } from './statement.trial.store.ts'

/** Puts the fictional working groups of the repository in place, with what they found. Once: what is there stays. */
export async function settleGroups(
  db: Db,
  { contentDir, now, cast }: { contentDir: string; now: Date; cast: GroupCast },
): Promise<void> {
  const folder = join(contentDir, 'olympiads')
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.json'))
    .toSorted()) {
    const content = groupContent.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    await inTransaction(db, (tx) => settleGroup(tx, content, now, cast))
  }
}

async function settleGroup(tx: Db, content: GroupContent, now: Date, cast: GroupCast): Promise<void> {
  if (await readGroup(tx, freeGroupSlug(content, new Set()))) return
  const day = groupDay(now)
  const { year, title, task, themes } = content
  const there = await practicesToStudy(tx, year, year)
  const practices = content.practices.map((slug) =>
    present(
      there.find((one) => one.slug === slug),
      slug,
    ),
  )
  const group = await makeGroup(
    tx,
    { year, title, task, themes, practices: practices.map(({ item }) => item), fictional: true },
    { by: cast.editor, at: day('started') },
  )
  for (const [place, key] of content.members.entries())
    await addMember(tx, group.id, member(cast, key), { by: cast.editor, at: day('started', place) })
  const marks = await markTrial(tx, group.id, { content, practices, now, cast })
  const factors = new Map<string, string>()
  for (const [place, { id, by, marks: chosen, ...words }] of content.factors.entries()) {
    const hand = { by: member(cast, by), at: day('clustered', place) }
    const under = chosen.map((one) => present(marks.get(one), one).id)
    factors.set(id, await makeFactor(tx, { group: group.id, words, marks: under }, hand))
  }
  const statements = await stateTrial(tx, group.id, { content, factors, marks, now, by: (key) => member(cast, key) })
  await discuss(tx, group.id, { content, subjects: new Map([...factors, ...statements]), now, cast })
}

/** Content points at what is there; anything else is a mistake in it. */
export function present<T>(thing: T | undefined, named: string): T {
  if (thing === undefined) throw new Error(`content/olympiads points at “${named}”, which is not there.`)
  return thing
}

const member = ({ members }: GroupCast, key: string): string => present(members[key], key)

/** A mark of the content, once it was kept. */
export interface TrialMark {
  id: string
  item: string
}

interface Marking {
  content: GroupContent
  practices: StudyPractice[]
  now: Date
  cast: GroupCast
}

/** Marks each passage in the revision that people could read that day: of some practices there is a newer one since. */
async function markTrial(tx: Db, group: string, given: Marking): Promise<Map<string, TrialMark>> {
  const { content, practices, now, cast } = given
  const day = groupDay(now)
  const made = new Map<string, TrialMark>()
  for (const practice of practices) {
    const read = present(await readToStudy(tx, practice), practice.slug)
    const revisions = await revisionsOf(tx, practice.item)
    for (const [place, mark] of content.marks.entries()) {
      if (mark.practice !== practice.slug) continue
      const at = day('marked', place)
      const [section = '', number = ''] = (mark.passage ?? mark.quote ?? '').split(':')
      const passages = read.sections.find((one) => one.section === section)?.passages ?? []
      const wanted = passages.filter(({ isQuote }) => isQuote === (mark.quote !== undefined))[Number(number)]
      const { item, passage, revision } = present(wanted, `${mark.practice} ${mark.passage ?? mark.quote}`)
      const then = revisions.find(({ publishedAt }) => publishedAt.getTime() <= at.getTime()) ?? revisions.at(-1)
      const where = { item, passage, revision: passage === null ? revision : (then?.id ?? revision) }
      const { shows, words } = mark
      const id = await addMark(tx, { group, ...where, shows, words }, { by: member(cast, mark.by), at })
      made.set(mark.id, { id, item })
    }
  }
  return made
}

interface Discussion {
  content: GroupContent
  subjects: ReadonlyMap<string, string>
  now: Date
  cast: GroupCast
}

async function discuss(tx: Db, group: string, { content, subjects, now, cast }: Discussion): Promise<void> {
  const day = groupDay(now)
  for (const [place, { on, by, words }] of content.comments.entries())
    await addComment(tx, {
      ...{ group, subject: present(subjects.get(on), on), text: words },
      ...{ person: member(cast, by), at: day('discussed', place) },
    })
  for (const [place, { statement, by, plain, reason, decision }] of content.amendments.entries()) {
    const { example, professional } = present(
      content.statements.find(({ id }) => id === statement),
      statement,
    )
    const words = { statement: present(subjects.get(statement), statement), version: 1, plain, example, professional }
    const hand = { by: member(cast, by), at: day('discussed', place) }
    const amendment = await proposeAmendment(tx, { ...words, reason }, hand)
    if (decision)
      await decideAmendment(
        tx,
        amendment,
        { outcome: decision.outcome, reason: decision.reason },
        { by: member(cast, decision.by), at: day('discussed', place + 60) },
      )
  }
}
