import { dutchDay } from '../foundation/clock.ts'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { settleOrganisation } from '../people/index.ts'
import { itemId, readItem } from '../thread/index.ts'
import { readTrialModules, readTrialProviders } from './content.file.ts'
import type { CourseContent, ModuleContent, ProviderContent } from './content.form.ts'
import { trialCourseItem } from './course.publication.ts'
import { readCourseById } from './course.store.ts'
import type { CourseText } from './course.ts'
import { createCourse } from './course.write.store.ts'
import type { Hand } from './hand.ts'
import { modulePublishing } from './module.publication.store.ts'
import { createModule, holdModule } from './module.store.ts'
import { offeringsOf } from './offering.store.ts'
import { addOfferings } from './offering.write.store.ts'
import { readProvider } from './provider.store.ts'
import { beginProvider } from './provider.write.store.ts'
import { checkPublication, goLive, requestPublication, standingOf } from './publication.store.ts'
import { countRatings } from './rating.store.ts'
import { RATINGS } from './rating.ts'
import { standingTeachings } from './teaching.read.store.ts'
import { decideTeachings, proposeTeachings } from './teaching.store.ts'
import type { Proposal } from './teaching.ts'
import { rating } from './training.tables.ts'
import { laterRound, type TrainingCast, trialOfferings } from './trial.ts'

/** Puts the fictional providers and courses of the repository in place; what is there stays, and always has dates ahead. */
export async function settleTraining(
  db: Db,
  { contentDir, now, cast }: { contentDir: string; now: Date; cast: TrainingCast },
): Promise<void> {
  for (const content of readTrialProviders(contentDir))
    await inTransaction(db, async (tx) => {
      if (await readProvider(tx, content.slug)) return
      const provider = await settleProvider(tx, content, cast, now)
      for (const one of content.courses) await settleCourse(tx, provider, one, { cast, now })
    })
  for (const { slug, voorbeeld: _, provider: of, state, ...text } of readTrialModules(contentDir))
    await inTransaction(db, async (tx) => {
      const provider = await readProvider(tx, of)
      if (!provider || (await moduleStands(tx, slug)).length > 0) return
      const standards = text.standards.map((standard) => itemId('standard', standard))
      const id = await createModule(tx, provider, { ...text, standards }, { by: null, at: now }, slug)
      await settleModule(tx, id, state, { cast, now })
    })
  await keepTrialAhead(db, now)
}

/** On the site, and looked at by an editor unless it went there unseen. */
async function settleModule(
  tx: Db,
  id: string,
  state: ModuleContent['state'],
  { cast, now: at }: { cast: TrainingCast; now: Date },
): Promise<void> {
  const none: Hand = { by: null, at }
  await modulePublishing.request(tx, id, none)
  const module = await holdModule(tx, id)
  if (module) await modulePublishing.goLive(tx, module, none)
  const request = (await modulePublishing.standingOf(tx, [id])).get(id)?.request
  if (!request || state === 'unseen') return
  await modulePublishing.check(tx, id, request.id, { outcome: 'good', words: '' }, { by: cast.editor, at })
}

const moduleStands = statement('training.moduleStands', 'select from training.module where slug = $1')

async function settleProvider(tx: Db, content: ProviderContent, cast: TrainingCast, at: Date) {
  const { slug, name, line, about, gemeente, website, mail } = content
  const organisation = cast.organisations[slug] ?? itemId('trial organisation', slug)
  await settleOrganisation(tx, { id: organisation, name, kind: 'provider', fictional: true, at })
  const text = { name, line, about, gemeente, website, mail, phone: '' }
  const id = await beginProvider(tx, { id: organisation, fictional: true }, text, { by: null, at }, slug)
  if (id === undefined) throw new Error(`The fictional provider ${slug} could not begin.`)
  return { id, fictional: true }
}

function textOf(content: CourseContent, today: string): CourseText {
  const { title, outcome, about, form, minutes, language, level, professions, forStudents, inCompany, anyTime } =
    content
  return {
    ...{ code: content.slug, title, outcome, about, form, minutes, language, level, professions },
    ...{ forStudents, inCompany, anyTime, priceCents: content.price, enrolUrl: '' },
    accreditations: content.accreditations.map(({ register, name = '', number, points, years }) => ({
      ...{ register, registerName: name, number, points },
      validUntil: `${Number(today.slice(0, 4)) + years}-12-31`,
    })),
  }
}

async function settleCourse(
  tx: Db,
  provider: { id: string; fictional: boolean },
  content: CourseContent,
  { cast, now: at }: { cast: TrainingCast; now: Date },
): Promise<void> {
  const none: Hand = { by: null, at }
  const editor: Hand = { by: cast.editor, at }
  const { slug, state } = content
  const today = dutchDay(at)
  const id = await createCourse(tx, provider, textOf(content, today), none, { id: itemId('trial course', slug), slug })
  if (id === undefined) return
  await addOfferings(tx, id, trialOfferings(content, today), none)
  const names = new Map<string, string>()
  const proposals: Proposal[] = []
  for (const { standard, strength } of content.teaches) {
    const found = await readItem(tx, itemId('standard', standard))
    if (!found) throw new Error(`There is no standard ${standard} for ${slug}.`)
    names.set(found.id, found.revision.title)
    proposals.push({ standard: found.id, revision: found.revision.id, strength })
  }
  await proposeTeachings(tx, id, proposals, names, none)
  if (state === 'draft') return
  await requestPublication(tx, id, none)
  if (state === 'waiting') return
  if (state !== 'unseen') {
    const confirmed = (await standingTeachings(tx, id)).map((one) => one.id)
    await decideTeachings(tx, id, { confirmed, declined: [] }, editor)
  }
  const course = await readCourseById(tx, id)
  if (!course) return
  await goLive(tx, { ...course, item: trialCourseItem(slug) }, none)
  if (state === 'unseen') return
  const request = (await standingOf(tx, [id])).get(id)?.request
  if (request) await checkPublication(tx, id, request.id, { outcome: 'good', words: '' }, editor)
  await settleRatings(tx, id, content, at)
}

async function settleRatings(tx: Db, course: string, { helped }: CourseContent, at: Date): Promise<void> {
  if (!helped) return
  const standard = itemId('standard', helped.standard)
  const rows = RATINGS.flatMap((answer) => Array.from({ length: helped[answer] }, () => ({ course, standard, answer })))
  await tx.insert(rating).values(rows)
  await countRatings(tx, dutchDay(at))
}

const runOut = statement<{ id: string }>(
  'training.trialRunOut',
  `select course.id from training.course
   where fictional and live_since is not null
     and exists (select from training.offering where offering.course = course.id and cancelled_at is null)
     and not exists (select from training.offering
       where offering.course = course.id and cancelled_at is null and starts_on >= $1)`,
)

/** In a trial installation a fictional course whose dates are over runs again, whole rounds of four weeks later. */
export async function keepTrialAhead(db: Db, now: Date): Promise<void> {
  const today = dutchDay(now)
  for (const { id } of await runOut(db, today))
    await inTransaction(db, async (tx) => {
      const [last] = (await offeringsOf(tx, id)).filter(({ cancelledAt }) => cancelledAt === null)
      if (!last) return
      const again = { ...last, code: '', days: laterRound(last.days, today), seatsLeft: last.seats }
      await addOfferings(tx, id, [again], { by: null, at: now })
    })
}
