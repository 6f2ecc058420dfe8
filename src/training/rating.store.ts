import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { nextFigure, type Rating, type RatingCount } from './rating.ts'

const given = statement<RatingCount & { course: string; standard: string }>(
  'training.ratingsGiven',
  `select course, standard, count(*) filter (where answer = 'yes')::int as yes,
     count(*) filter (where answer = 'somewhat')::int as somewhat, count(*) filter (where answer = 'no')::int as no
   from training.rating group by course, standard`,
)
const FIGURE = 'helped as yes, somewhat, not_helped as no'
const standing = statement<RatingCount & { course: string; standard: string }>(
  'training.ratingFigures',
  `select course, standard, ${FIGURE} from training.rating_figure`,
)
const write = statement(
  'training.writeFigure',
  `insert into training.rating_figure (course, standard, helped, somewhat, not_helped, made_on)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (course, standard) do update set helped = excluded.helped, somewhat = excluded.somewhat,
     not_helped = excluded.not_helped, made_on = excluded.made_on`,
)

/** Makes the figures anew where ten more people answered. Runs by the clock, never after one answer. */
export async function countRatings(db: Db, today: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const shown = await standing(tx)
    let isNew = false
    for (const { course, standard, ...count } of await given(tx)) {
      const known = shown.find((row) => row.course === course && row.standard === standard)
      const before = known && { yes: known.yes, somewhat: known.somewhat, no: known.no }
      const next = nextFigure(before, count)
      if (!next || next === before) continue
      await write(tx, course, standard, next.yes, next.somewhat, next.no, today)
      isNew = true
    }
    if (isNew) await contentChanged(tx)
  })
}

const ofCourse = statement<RatingCount & { standard: string }>(
  'training.figuresOfCourse',
  `select standard, ${FIGURE} from training.rating_figure where course = $1 order by standard`,
)

/** What may be said of the answers about a course, by standard. */
export async function figuresOf(db: Db, course: string): Promise<Map<string, RatingCount>> {
  return new Map((await ofCourse(db, course)).map(({ standard, ...count }) => [standard, count]))
}

const keep = statement(
  'training.keepRating',
  'insert into training.rating (course, standard, answer) values ($1, $2, $3)',
)

/** Keeps an answer, loose from whoever gave it. */
export async function keepRating(db: Db, course: string, standard: string, answer: Rating): Promise<void> {
  await keep(db, course, standard, answer)
}
