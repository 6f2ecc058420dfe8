import type { Db } from '../foundation/db/index.ts'
import type { PracticeContent } from './content.form.ts'
import {
  agreeDescription,
  descriptionWork,
  offerDescription,
  publishDescription,
} from './description.publication.store.ts'
import { beginDescription, newestDescription, saveImproved, saveSection } from './description.store.ts'
import { savePicture } from './flyer.picture.store.ts'
import { flyerWork, publishFlyer, saveLine } from './flyer.store.ts'
import { allLines, tie, WRITTEN_LINES } from './flyer.ts'
import { planInterview } from './interview.store.ts'
import { keepIds, type Typed } from './passage.ts'
import { practiceOf } from './practice.store.ts'
import type { Practice } from './practice.ts'
import { agreeQuote, lockQuote, proposeQuote, withdrawQuote } from './quote.store.ts'
import { attributionOf } from './quote.ts'
import { isSection, type Section } from './section.ts'
import { addSpeaker } from './speaker.store.ts'
import { reached, type TrialWork } from './trial.ts'

/** The talk, the quotes, the description and the flyer of a fictional practice, as far as its state says. */
export async function describeTrial(db: Db, nomination: string, work: TrialWork): Promise<void> {
  const { content, days, cast } = work
  const practice = await practiceOf(db, nomination)
  if (!practice) return
  const quotes = await talk(db, practice, work)
  if (!reached(content.state, 'being written') || !content.sections) return
  await write(db, practice, content.sections, quotes, work)
  if (!reached(content.state, 'to be read')) return
  await offer(db, practice, { by: cast.adviser, at: days.offered })
  if (!reached(content.state, 'published')) return
  await publish(db, nomination, { by: cast.adviser, at: days.published })
  await makeFlyer(db, nomination, quotes, work)
  if (content.improved) {
    const { improved, ...sections } = content.improved
    await write(db, practice, sections, quotes, work, improved)
    await offer(db, practice, { by: cast.adviser, at: days.improved })
    await publish(db, nomination, { by: cast.adviser, at: days.improved })
  }
  await takeBack(db, quotes, work)
}

/** Plans the talk and keeps who said what. Answers with the quotes by their id in the content. */
async function talk(db: Db, practice: Practice, work: TrialWork): Promise<Map<string, string>> {
  const { content, days, cast, config } = work
  const hand = { by: cast.adviser, at: days.talked }
  const plan = { startsAt: days.talked, minutes: 60, place: `Bij ${content.organisation.name}` }
  const interview = await planInterview(db, practice.id, plan, hand)
  if (content.state === 'interviews') await planInterview(db, practice.id, { ...plan, startsAt: days.coming }, hand)
  const quotes = new Map<string, string>()
  for (const { id, speaker, section, text, form } of content.quotes ?? []) {
    const { id: who } = await addSpeaker(
      db,
      config.secretKey,
      {
        practice: practice.id,
        interview,
        ...speaker,
        mail: null,
      },
      days.talked,
    )
    const quote = await proposeQuote(db, { practice: practice.id, speaker: who, person: null, section, text }, hand)
    const kept = await lockQuote(db, quote)
    if (kept) await agreeQuote(db, kept, { form, attribution: attributionOf(form, speaker), person: null }, days.talked)
    quotes.set(id, quote)
  }
  return quotes
}

type Sections = NonNullable<PracticeContent['sections']>

/** The passages of one section with its quotes in their places. */
function typedOf(section: Section, passages: string[], content: PracticeContent, quotes: Map<string, string>): Typed[] {
  return passages.flatMap((text, place) => [
    { text },
    ...(content.quotes ?? [])
      .filter((quote) => quote.section === section && quote.after === place)
      .flatMap(({ id }) => {
        const quote = quotes.get(id)
        return quote ? [{ quote }] : []
      }),
  ])
}

async function write(
  db: Db,
  practice: Practice,
  sections: Sections,
  quotes: Map<string, string>,
  { content, days, cast }: TrialWork,
  improved?: string,
): Promise<void> {
  const hand = { by: cast.adviser, at: improved === undefined ? days.talked : days.improved }
  await beginDescription(db, practice.id, hand)
  const draft = await newestDescription(db, practice.id)
  if (!draft) return
  if (improved !== undefined) await saveImproved(db, draft.id, improved)
  for (const [section, passages] of Object.entries(sections)) {
    if (!isSection(section) || !passages) continue
    const fresh = Array.from({ length: 40 }, (_, place) => `${section.slice(0, 4)}${draft.number}${place + 1}`)
    const newId = () => fresh.shift() ?? ''
    const kept = keepIds(typedOf(section, passages, content, quotes), draft.sections[section], newId)
    await saveSection(db, { description: draft.id, section, version: draft.versions[section] }, kept, hand)
  }
}

interface Hand {
  by: string | null
  at: Date
}

/** The organisation read it and finds it good: in these examples without anybody behind a screen. */
async function offer(db: Db, practice: Practice, hand: Hand): Promise<void> {
  const work = await descriptionWork(db, practice)
  if (work) await offerDescription(db, work.draft.id, work.fingerprint, hand)
}

async function publish(db: Db, nomination: string, hand: Hand): Promise<void> {
  const practice = await practiceOf(db, nomination)
  const work = practice && (await descriptionWork(db, practice))
  if (!practice || !work?.offer) return
  await agreeDescription(db, work.offer.id, { by: null, at: hand.at })
  await publishDescription(db, practice, hand)
}

async function makeFlyer(
  db: Db,
  nomination: string,
  quotes: Map<string, string>,
  { content, days, cast }: TrialWork,
): Promise<void> {
  const practice = await practiceOf(db, nomination)
  if (!practice || !content.flyer) return
  const { flyer } = content
  const hand = { by: cast.adviser, at: days.published }
  const { facts, sections } = await flyerWork(db, practice)
  const factOf = (named: string) => {
    const [section = '', place = ''] = named.split(':')
    const texts = isSection(section) ? sections[section].filter((passage) => 'text' in passage) : []
    return `a-${texts[Number(place)]?.id ?? ''}`
  }
  for (const { name } of allLines([])) {
    const quote = name === 'quote' ? (quotes.get(flyer.quote) ?? null) : null
    const written = WRITTEN_LINES.find((line) => line === name)
    const chosen = written ? flyer.facts[written].map(factOf) : []
    const line = { name, text: written ? flyer[written] : '', quote, facts: tie(chosen, facts), version: 0 }
    await saveLine(db, practice.id, line, hand)
  }
  await savePicture(db, practice.id, { ...flyer.picture, credit: '' })
  await publishFlyer(db, practice, hand)
}

async function takeBack(db: Db, quotes: Map<string, string>, { content, days }: TrialWork): Promise<void> {
  for (const { id } of (content.quotes ?? []).filter(({ withdrawn }) => withdrawn)) {
    const quote = await lockQuote(db, quotes.get(id) ?? '')
    if (quote) await withdrawQuote(db, quote, days.improved)
  }
}
