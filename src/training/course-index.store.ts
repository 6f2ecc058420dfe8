import { type Db, statement } from '../foundation/db/index.ts'
import { following, type WordSource } from '../foundation/words/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { type Understood, understand } from '../thread/index.ts'
import { type CourseEntry, CourseIndex, type Courses } from './course-index.ts'

/** What stands in an address for a price: no price, free, and steps of money. */
const PRICE_STEP = `case when course.price_cents is null then 'op-aanvraag' when course.price_cents = 0 then 'gratis'
  when course.price_cents <= 25000 then 'tot-250' when course.price_cents <= 50000 then 'tot-500' else 'meer' end`

const SOURCE = {
  name: 'training',
  empty: () => new CourseIndex(),
  entries: statement<CourseEntry & Record<string, unknown>>(
    'training.courseEntries',
    `select course.no, extract(epoch from course.updated_at)::float8 as at,
       (course.words || setweight(to_tsvector('house.dutch', provider.name), 'D'))::text as words,
       concat_ws(E'\\n', 'form=' || course.form, case when course.in_company then 'form=in-company' end,
         'language=' || course.language, 'level=' || course.level, 'price=' || ${PRICE_STEP}, case when course.for_students then 'students=ja' end,
         (select string_agg('profession=' || one, E'\\n') from unnest(course.professions) as one),
         (select string_agg('standard=' || standard || E'\\nteaches=' || standard || ':' || strength, E'\\n')
          from training.teaching where teaching.course = course.id and ended_at is null and confirmed_at is not null),
         'provider=' || provider.slug, case when course.fictional then 'fictional=ja' end) as tags,
       course.form, course.any_time as "anyTime", course.in_company as "inCompany", course.price_cents as "priceCents",
       json_build_array(course.slug, course.title, provider.name, course.minutes, course.fictional, course.looked_at,
         coalesce((select json_agg(json_build_array(register, register_name, number, points, valid_until) order by register)
           from training.accreditation where accreditation.course = course.id), '[]'))::text as card,
       coalesce((select string_agg(concat_ws(',', starts_on - date '1970-01-01', gemeente, online::int,
           coalesce(seats_left, -1), no), ';')
         from training.offering where offering.course = course.id and cancelled_at is null), '') as dates,
       coalesce((select string_agg(concat_ws(',', register, coalesce(valid_until - date '1970-01-01', -1)), ';')
         from training.accreditation where accreditation.course = course.id), '') as points
     from training.course join training.provider on provider.id = course.provider
     where course.no = any ($1::int[]) and course.live_since is not null`,
  ),
  matching: statement<{ nos: string }>(
    'training.coursesMatching',
    `select array_to_string(array(
       select no from training.course where words @@ $1::tsquery and live_since is not null), ',') as nos`,
  ),
} satisfies Pick<WordSource, 'matching'> & Parameters<typeof following<CourseEntry, Courses>>[0]

/** Every course on the site, ready to be searched and counted. Read it through `c.var.memo`. */
export const readCourses: (db: Db) => Promise<Courses> = following<CourseEntry, Courses>(SOURCE)

/** What reading asks of a handler. */
type Reader = { var: Pick<PeopleContext['var'], 'db' | 'memo'> }

/** Looks for words in all courses; words that stand nowhere are sought as what they sound like. */
export const findCourses = (c: Reader, { words }: Courses, text: string): Promise<Understood> =>
  understand(c, SOURCE, words, text)
