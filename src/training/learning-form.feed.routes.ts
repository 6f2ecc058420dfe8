import { ATOM_TYPE, atomOf, FEED_SIZE } from '../foundation/atom.ts'
import type { PeopleContext } from '../people/index.ts'
import { readFindWords } from './finding.store.ts'
import { feedStandards, inFeed, learningFormEntry, learningFormFeedHead } from './learning-form.feed.ts'
import { liveLearningForms } from './learning-form.store.ts'

/** New learning forms, for a news reader: all of them, or those in which one practises a kenmerk. */
export async function sendLearningFormFeed(c: PeopleContext): Promise<Response> {
  const { db, config, now } = c.var
  const [words, forms] = [await readFindWords(db), await liveLearningForms(db)]
  const asked = feedStandards(c.req.queries('kenmerk') ?? [], words)
  const { pathname, search } = new URL(c.req.url)
  const entries = inFeed(forms, asked)
    .slice(0, FEED_SIZE)
    .map((one) => learningFormEntry(one, words))
  c.header('Content-Type', ATOM_TYPE)
  return c.body(
    atomOf(learningFormFeedHead(asked, words, pathname + search), entries, { baseUrl: config.baseUrl, now }),
  )
}
