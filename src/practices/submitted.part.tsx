import type { Child } from 'hono/jsx'
import { dayInDutch } from '../foundation/day.ts'
import { gemeenteName } from '../foundation/gemeente.ts'
import { Disclosure, Facts, Heading } from '../foundation/ui/index.ts'
import type { PolicyField } from './field.ts'
import { type NominationBodies, nominationSectionWord, ORGANISATION_KINDS } from './nomination.ts'
import { peopleWord } from './people-group.ts'
import { paragraphsOf } from './plain-text.ts'
import type { Theme } from './theme.ts'

/** What was sent in, with the names behind its codes. */
export interface Submitted {
  sections: NominationBodies
  fields: PolicyField[]
  themes: Theme[]
}

const nameOf = (list: readonly { slug: string; name: string }[], slug: string): string =>
  list.find((one) => one.slug === slug)?.name ?? slug

const Text = ({ text }: { text: string }) => (
  <>
    {paragraphsOf(text).map((part) => (
      <p>{part}</p>
    ))}
  </>
)

const fact = (term: string, value: Child) => (value === '' ? [] : [{ term, value }])

/** A nomination as whoever judges reads it: page by page, folded, the heart of it open. Addresses of people stay out. */
export function SubmittedText({ submitted }: { submitted: Submitted }) {
  const { name, organisation, start, theme, fields, approach, plan, quality, documents } = submitted.sections
  const kind = organisation.kind === '' ? '' : ORGANISATION_KINDS[organisation.kind]
  return (
    <div class="submitted">
      <Facts
        items={[
          ...fact('In één zin', name.line),
          ...fact('Soort', name.kind),
          ...fact('Organisatie', [organisation.name, kind].filter((part) => part !== '').join(', ')),
          ...fact('Gemeente', organisation.gemeente === '' ? '' : gemeenteName(organisation.gemeente)),
          ...fact('Begonnen', dayInDutch(start.startedOn)),
          ...fact('Fase', start.phase === 'developing' ? 'nog in ontwikkeling' : 'loopt'),
          ...fact('Thema', nameOf(submitted.themes, theme.theme)),
          ...fact('Voor wie', theme.people.map(peopleWord).join(', ')),
          ...fact('Velden', fields.fields.map((slug) => nameOf(submitted.fields, slug)).join(', ')),
        ]}
      />
      <Disclosure summary="Vraagstuk" open>
        <Text text={theme.issue} />
      </Disclosure>
      <Disclosure summary={nominationSectionWord('approach')} open>
        <Text text={approach.text} />
      </Disclosure>
      <Disclosure summary={nominationSectionWord('plan')}>
        <Text text={plan.text} />
        <p>{plan.handbook ? 'Er is een handboek.' : 'Er is geen handboek.'}</p>
        {plan.elsewhere === '' ? null : <p>Ook elders: {plan.elsewhere}</p>}
      </Disclosure>
      <Disclosure summary={nominationSectionWord('quality')}>
        <Text text={quality.text} />
        <Text text={quality.measured} />
      </Disclosure>
      <Disclosure summary={nominationSectionWord('fields')}>
        <Text text={fields.why} />
      </Disclosure>
      <Disclosure summary={nominationSectionWord('documents')}>
        <p>{documents.evaluation === 'yes' ? 'Er is een evaluatie.' : 'Er is geen evaluatie.'}</p>
        <Text text={documents.words} />
      </Disclosure>
    </div>
  )
}

/** A document that came along; without an address when it can't be fetched (any more). */
export interface Attached {
  title: string
  href: string | null
}

/** The documents that came along. */
export function AttachedList({ attached }: { attached: Attached[] }) {
  if (attached.length === 0) return null
  return (
    <>
      <Heading level={3}>Documenten</Heading>
      <ul>
        {attached.map(({ title, href }) => (
          <li>{href === null ? title : <a href={href}>{title}</a>}</li>
        ))}
      </ul>
    </>
  )
}
