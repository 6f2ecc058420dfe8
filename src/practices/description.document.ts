import { inDutch } from '../foundation/clock.ts'
import type { Document } from '../foundation/documents/index.ts'
import { gemeenteName } from '../foundation/gemeente.ts'
import { toldSections } from './description.part.tsx'
import { type Passage, type PublishedDescription, type Spoken, spokenQuote } from './description.ts'
import { ORGANISATION_KINDS } from './nomination.ts'
import { peopleWord } from './people-group.ts'
import { type Practice, practiceUrl } from './practice.ts'
import { richText } from './rich-text.ts'
import { DELIVERY, sectionWord } from './section.ts'

/** Stands at the foot of every document. */
export const FOOT = 'Verankerd is niet van Movisie, VWS of een partner'

/** "maart 2023", for a day as the practice keeps it. */
export function monthOf(day: string): string {
  return inDutch(new Date(`${day}T12:00:00Z`)).replace(/^\d+ /, '')
}

function passageOf(passage: Passage, quotes: Spoken): object[] {
  if ('text' in passage) return [{ is: 'text', blocks: richText(passage.text) }]
  const said = spokenQuote(passage.quote, quotes)
  return said ? [{ is: 'quote', text: said.text, by: said.by ?? '' }] : []
}

/** A whole description on paper, as it reads now: what was taken back is not in it. */
export function descriptionDocument(told: {
  practice: Practice
  description: PublishedDescription
  stopped: boolean
  baseUrl: string
}): Document {
  const { practice, description, stopped, baseUrl } = told
  const { body, quotes } = description
  return {
    template: 'practices/documents/beschrijving.typ',
    at: description.publishedAt,
    data: {
      title: practice.title,
      line: practice.line,
      foot: FOOT,
      fictional: practice.fictional,
      stopped,
      organisation: practice.organisation,
      version: description.number,
      date: inDutch(description.publishedAt),
      address: `${baseUrl}${practiceUrl(practice)}`,
      facts: [
        {
          term: 'Van wie',
          value: `${practice.organisation}, ${ORGANISATION_KINDS[practice.organisationKind]} in ${gemeenteName(practice.gemeente)}`,
        },
        { term: 'Sinds', value: monthOf(practice.startedOn) },
        ...(practice.people.length > 0 ? [{ term: 'Voor', value: practice.people.map(peopleWord).join(', ') }] : []),
      ],
      sections: toldSections({ description: body, quotes }).map((section) => ({
        word: sectionWord(section),
        delivery: DELIVERY.includes(section),
        summary: section === 'summary',
        passages: body.sections[section].flatMap((passage) => passageOf(passage, quotes)),
      })),
      improved: description.versions
        .filter(({ improved }) => improved !== '')
        .map(({ number, improved, publishedAt }) => ({ number, improved, date: inDutch(publishedAt) })),
    },
  }
}
