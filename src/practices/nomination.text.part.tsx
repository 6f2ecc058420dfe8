import { dayInDutch } from '../foundation/day.ts'
import { gemeenteName } from '../foundation/gemeente.ts'
import { Facts, Heading } from '../foundation/ui/index.ts'
import type { PolicyField } from './field.ts'
import { FORM_PAGES } from './nomination.fields.ts'
import {
  NOMINATION_SECTIONS,
  type NominationBodies,
  type NominationSection,
  nominationSectionWord,
  ORGANISATION_KINDS,
} from './nomination.ts'
import { peopleWord } from './people-group.ts'
import type { Theme } from './theme.ts'

interface TextProps {
  bodies: NominationBodies
  themes: Pick<Theme, 'slug' | 'name'>[]
  fields: Pick<PolicyField, 'slug' | 'name'>[]
  /** Level of the headings; they stand under one of the page's own. */
  level?: 2 | 3
  /** Where a part can still be changed; absent for what was sent. */
  change?: (section: NominationSection) => string
}

type Line = [term: string, value: string]

const choice = (section: NominationSection, name: string, value: string): string =>
  FORM_PAGES[section].fields.find((field) => field.name === name)?.options?.find((one) => one.value === value)?.label ??
  value

/** What was answered on one page, as words. */
export function linesOf(
  section: NominationSection,
  bodies: NominationBodies,
  { themes, fields }: Pick<TextProps, 'themes' | 'fields'>,
): Line[] {
  const named = (list: { slug: string; name: string }[], slug: string) =>
    list.find((one) => one.slug === slug)?.name ?? slug
  switch (section) {
    case 'name':
      return [
        ['Naam', bodies.name.title],
        ['In één zin', bodies.name.line],
        ['Soort', bodies.name.kind],
      ]
    case 'organisation': {
      const { name, kind, gemeente, contact, mail, phone, website } = bodies.organisation
      return [
        ['Organisatie', name],
        ['Soort', kind === '' ? '' : ORGANISATION_KINDS[kind]],
        ['Gemeente', gemeente === '' ? '' : gemeenteName(gemeente)],
        ['Contact', contact],
        ['Mailadres', mail],
        ['Telefoon', phone],
        ['Website', website],
      ]
    }
    case 'start':
      return [
        ['Begonnen op', dayInDutch(bodies.start.startedOn)],
        ['Hoe het ervoor staat', choice('start', 'fase', bodies.start.phase)],
      ]
    case 'theme':
      return [
        ['Vraagstuk', bodies.theme.issue],
        ['Thema', bodies.theme.theme === '' ? '' : named(themes, bodies.theme.theme)],
        ['Voor wie', bodies.theme.people.map(peopleWord).join(', ')],
      ]
    case 'fields':
      return [
        ['Velden', bodies.fields.fields.map((slug) => named(fields, slug)).join('\n')],
        ['Waarom daar', bodies.fields.why],
      ]
    case 'approach':
      return [['Aanpak', bodies.approach.text]]
    case 'plan': {
      const { text, handbook, elsewhere } = bodies.plan
      return [
        ['Op papier', text],
        ['Handboek of draaiboek', handbook === null ? '' : handbook ? 'Ja' : 'Nee'],
        ['Elders', elsewhere],
      ]
    }
    case 'quality':
      return [
        ['Eisen aan het werk', bodies.quality.text],
        ['Gemeten of gehoord', bodies.quality.measured],
      ]
    case 'people':
      return bodies.people.people.map(
        (one, index): Line => [
          `Persoon ${index + 1}`,
          [one.name, one.function, one.client ? 'cliënt of inwoner' : ''].filter((part) => part !== '').join(', '),
        ],
      )
    case 'documents': {
      const { evaluation, words } = bodies.documents
      return [
        ['Evaluatie', evaluation === '' ? '' : evaluation === 'yes' ? 'Ja' : 'Nee'],
        ['Toelichting', words],
      ]
    }
  }
}

/** Everything that was answered, to read or print. What nobody answered is left out. */
export function NominationText({ bodies, themes, fields, level = 3, change }: TextProps) {
  return (
    <div class="intake-text">
      {NOMINATION_SECTIONS.map((section) => {
        const lines = linesOf(section, bodies, { themes, fields }).filter(([, value]) => value !== '')
        return lines.length === 0 ? null : (
          <section class="intake-text__section stack">
            <Heading level={level}>{nominationSectionWord(section)}</Heading>
            <Facts items={lines.map(([term, value]) => ({ term, value: <span class="intake-words">{value}</span> }))} />
            {change ? (
              <p>
                <a href={change(section)}>Verander dit: {nominationSectionWord(section).toLowerCase()}</a>
              </p>
            ) : null}
          </section>
        )
      })}
    </div>
  )
}
