import { z } from 'zod'
import { MODERATION_RULES } from './moderation.ts'
import { SAYS } from './olympiad.trial.ts'

const line = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** Someone of the cast, by key. */
const who = z.string().regex(/^[a-z]+$/)
const mood = z.enum(['convinced', 'needed', 'doubtful', 'divided', 'opposed', 'not needed', 'unknowing'])
const rule = z.enum(MODERATION_RULES.filter(({ outcome }) => outcome === 'refused').map((one) => one.slug))
/** Days before the first start; below zero it is still to come. */
const daysAgo = z.int()

/**
 * What a file of content/olympiads/played holds: one fictional Olympiade, who took part and how each group felt about a
 * statement. No figure stands in it: ballots are dealt from the moods, and the closing counts them like any others.
 */
export const olympiadContent = z.strictObject({
  voorbeeld: z.literal(true),
  title: line,
  question: line,
  intro: line,
  place: z.string(),
  help: z.string(),
  funder: z.string(),
  /** Address of the working group whose statements are weighed. */
  group: slug,
  announced: daysAgo,
  locked: daysAgo,
  ends: daysAgo,
  /** The statements by their plain line; absent: all of the group. */
  weighs: z.array(line).optional(),
  /** People of the cast who are invited and did not come in yet. */
  guests: z.array(z.strictObject({ who, role: slug })).optional(),
  panel: z.array(z.strictObject({ role: slug, people: z.int().min(1), recruited: line, interests: z.string() })).min(2),
  rounds: z.array(z.strictObject({ number: z.int(), opens: daysAgo, closes: daysAgo, closed: z.boolean() })).min(1),
  /** How groups felt, per round; the last holds for the rounds after. Of whom nothing is said, the group found it needed. */
  opinions: z.array(
    z.strictObject({
      about: line,
      rounds: z.array(z.strictObject({ all: mood, except: z.record(slug, mood).optional() })).min(1),
    }),
  ),
  /** `says`: what whoever wrote it had answered. `refused`: the rule by which the chair did not let it through. */
  reasons: z.array(
    z.strictObject({
      round: z.int(),
      about: line,
      role: slug,
      says: z.enum(SAYS),
      words: line,
      refused: rule.optional(),
    }),
  ),
  /** The bundle of its year: the foreword, and when it was published. */
  bundle: z.strictObject({ published: daysAgo, foreword: line }).optional(),
})

export type OlympiadContent = z.output<typeof olympiadContent>
