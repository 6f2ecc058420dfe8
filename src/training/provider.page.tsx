import { gemeenteName } from '../foundation/gemeente.ts'
import { askingExamples } from '../foundation/http/index.ts'
import { inThousands } from '../foundation/number.ts'
import { Band, Example, Facts, Heading, Lead, Pagination, Prose, pagesFor } from '../foundation/ui/index.ts'
import type { Course } from './course.ts'
import { CourseRows } from './course-rows.part.tsx'
import { Modules, type ModulesPart } from './module.page.tsx'
import { moduleFeedUrl } from './module-feed.ts'
import type { Offering } from './offering.ts'
import { type Provider, providerUrl } from './provider.ts'

/** Courses of one page of what a provider offers. */
export const COURSES_PER_PAGE = 50

/** Who offers training, everything they offer now, and material of theirs to take along. */
export function ProviderPage(props: {
  provider: Provider
  /** Those of this page of the list. */
  courses: Course[]
  /** How many there are. */
  total: number
  page: number
  ahead: Map<string, Offering[]>
  material: ModulesPart
  today: string
}) {
  const { provider, courses, total } = props
  const contact = [
    ...(provider.website === '' ? [] : [{ term: 'Website', value: <a href={provider.website}>{provider.website}</a> }]),
    ...(provider.mail === '' ? [] : [{ term: 'Mail', value: <a href={`mailto:${provider.mail}`}>{provider.mail}</a> }]),
    ...(provider.phone === '' ? [] : [{ term: 'Telefoon', value: provider.phone }]),
  ]
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">Opleider</p>
        <Heading level={1}>{provider.name}</Heading>
        <Lead>{provider.line}</Lead>
        {provider.fictional ? (
          <p>
            <Example />
          </p>
        ) : null}
        <Facts items={[{ term: 'Gevestigd in', value: gemeenteName(provider.gemeente) }, ...contact]} />
      </Band>
      <Band labelledby="trainingen">
        <Heading level={2} id="trainingen">
          {total > COURSES_PER_PAGE ? `${inThousands(total)} trainingen` : 'Trainingen'}
        </Heading>
        {courses.length > 0 ? <CourseRows {...props} /> : <p>Er staat nu geen training van {provider.name}.</p>}
        <Pagination
          page={props.page}
          pages={pagesFor(total, COURSES_PER_PAGE)}
          href={(n) => `${providerUrl(provider)}${n === 1 ? '' : `?bladzijde=${n}`}#trainingen`}
        />
      </Band>
      <Modules
        part={props.material}
        href={(n) => `${providerUrl(provider)}${n === 1 ? '' : `?materiaal=${n}`}#materiaal`}
        feed={materialFeed(provider)}
      />
      {provider.about === '' ? null : (
        <Band>
          <Prose>
            {provider.about.split(/\n\s*\n/).map((part) => (
              <p>{part}</p>
            ))}
          </Prose>
        </Band>
      )}
    </>
  )
}

/** New material of a provider; what is made up comes along only when it is asked for. */
function materialFeed({ slug, fictional }: Provider): string {
  const feed = moduleFeedUrl({ provider: slug }, { standards: new Map() })
  return fictional ? askingExamples(feed) : feed
}
