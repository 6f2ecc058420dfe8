import { type Db, statement } from '../foundation/db/index.ts'
import { type KnownStandard, standardsNamed } from './import.comparison.ts'
import type { GivenCourse } from './import.row.ts'

/** Items looked at in one go. */
const PORTION = 1_000

/** What is said of a date whose course is neither here nor comes along. */
export const unknownCourse = (code: string): string =>
  `Training “${code}” kennen we niet, en hij staat niet goed in dit bestand. Kijk de training eerst na.`

const withUnknownCourse = statement<{ no: number; code: string }>(
  'training.refusedWithoutCourse',
  `select no, code from training.import_item as item
   where import = $1 and kind = 'offering' and outcome = 'refused' and code <> '' and no > $3
     and not exists (select from training.import_item as course where course.import = $1 and course.code = item.code
       and course.kind = 'course' and course.outcome = 'new')
     and not exists (select from training.course where course.provider = $2
       and ((course.code <> '' and course.code = item.code) or (course.code = '' and course.slug = item.code)))
   order by no limit $4`,
)
const teaching = statement<{ no: number; given: GivenCourse }>(
  'training.refusedTeaching',
  `select no, given from training.import_item
   where import = $1 and kind = 'course' and outcome = 'refused' and given ? 'teaches' and no > $2 order by no limit $3`,
)
const add = statement(
  'training.addRefusedWords',
  `update training.import_item as item set words = item.words || said.words
   from jsonb_to_recordset($2::jsonb) as said (no integer, words text[])
   where item.import = $1 and item.no = said.no and not item.words @> said.words`,
)

async function addAll(tx: Db, id: string, load: (last: number) => Promise<{ no: number; words: string[] }[]>) {
  for (let last: number | undefined = -1; last !== undefined; ) {
    const items: { no: number; words: string[] }[] = await load(last)
    const said = items.filter(({ words }) => words.length > 0)
    if (said.length > 0) await add(tx, id, JSON.stringify(said))
    last = items.length === PORTION ? items.at(-1)?.no : undefined
  }
}

/**
 * What only shows beside what stands here is told of rows that were refused already too: whoever mends a file hears
 * everything at once, and not one thing per delivery.
 */
export async function completeRefused(tx: Db, id: string, provider: string, known: KnownStandard[]): Promise<void> {
  await addAll(tx, id, async (last) =>
    (await withUnknownCourse(tx, id, provider, last, PORTION)).map(({ no, code }) => ({
      no,
      words: [unknownCourse(code)],
    })),
  )
  await addAll(tx, id, async (last) =>
    (await teaching(tx, id, last, PORTION)).map(({ no, given }) => ({
      no,
      words: standardsNamed(given.teaches ?? [], known).words,
    })),
  )
}
