import { inThousands } from '../foundation/number.ts'
import { Pagination, pagesFor, Rows, SearchForm } from '../foundation/ui/index.ts'
import { type Course, courseDeskUrl } from './course.ts'
import { countOf, DESK_PER_PAGE, DESK_STATES, type DeskAsk, type DeskCounts, deskUrl, type Which } from './desk-ask.ts'
import { firstLine, lineWords } from './first-line.ts'
import type { Offering } from './offering.ts'
import { type Provider, providerDeskUrl } from './provider.ts'
import { type CourseState, stateTitle } from './publication.ts'
import { StateBadge } from './publishing.part.tsx'

/** One course on the desk. */
export interface DeskCourse {
  course: Course
  state: CourseState
  ahead: Offering[]
  /** What it needs of the provider, in one sentence; '' when nothing. */
  needs: string
}

/** A page of the courses of a provider, of what was asked. */
export interface DeskList {
  ask: DeskAsk
  /** Of all that has the words that were asked. */
  counts: DeskCounts
  /** How many were asked for. */
  total: number
  page: number
  courses: DeskCourse[]
}

/** A course as a line of a list. */
export const courseRow = ({ course, state, ahead, needs }: DeskCourse, today: string) => ({
  href: courseDeskUrl(course),
  title: course.title,
  badge: <StateBadge state={state} />,
  text: needs || lineWords(firstLine(course, ahead, today)),
})

function titleOf(which: Which, { states }: DeskCounts): string {
  if (which === 'kept') return states.archived ? 'Alles buiten het archief' : 'Alle trainingen'
  return which === 'needing' ? 'Wacht op jou' : stateTitle(which)
}

/** Links to the courses that stand somewhere. One that leads to nothing is there only when it was chosen. */
function Standings({ provider, list: { ask, counts } }: { provider: Provider; list: DeskList }) {
  const all: Which[] = ['kept', 'needing', ...DESK_STATES]
  const there = all.filter((which) => which === 'kept' || which === ask.which || countOf(counts, which) > 0)
  // Everything there is stands in one list already.
  if (there.length === 2 && there[1] !== 'archived' && ask.which === 'kept') return null
  return (
    <ul class="import-parts">
      {there.map((which) => (
        <li>
          <a
            href={deskUrl(provider, { text: ask.text, which })}
            aria-current={which === ask.which ? 'true' : undefined}
          >
            {titleOf(which, counts)}: {inThousands(countOf(counts, which))}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The courses of a provider: to search, to choose by where they stand, and page by page. */
export function Courses({ provider, list, today }: { provider: Provider; list: DeskList; today: string }) {
  const { ask, counts, total, page, courses } = list
  const all = countOf(counts, 'kept') + countOf(counts, 'archived')
  const isSearched = ask.text !== ''
  return (
    <>
      {isSearched || all > DESK_PER_PAGE ? (
        <SearchForm
          action={`${providerDeskUrl(provider)}#trainingen`}
          name="zoek"
          value={ask.text}
          label="Zoek in titel of code"
        >
          {isSearched ? (
            <p>
              <a href={deskUrl(provider, { text: '', which: ask.which })}>Laat weer alles zien</a>
            </p>
          ) : null}
        </SearchForm>
      ) : null}
      {all > 0 ? <Standings provider={provider} list={list} /> : null}
      {courses.length > 0 ? (
        <Rows items={courses.map((one) => courseRow(one, today))} />
      ) : (
        <p>{emptyWords(list, all)}</p>
      )}
      <Pagination
        label="Pagina’s met trainingen"
        page={page}
        pages={pagesFor(total, DESK_PER_PAGE)}
        href={(n) => deskUrl(provider, ask, n)}
      />
    </>
  )
}

function emptyWords({ ask: { text } }: DeskList, all: number): string {
  if (all > 0) return 'Hier staat nu geen training. Kies hierboven iets anders.'
  if (text === '') return 'Er staat nog geen training.'
  return `Geen van jullie trainingen heeft “${text}” in de titel of de code. Probeer een deel van het woord.`
}
