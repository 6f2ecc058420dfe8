import { Band, Heading, Lead } from '../foundation/ui/index.ts'
import type { Course } from './course.ts'
import { CourseRows } from './course-rows.part.tsx'
import type { Offering } from './offering.ts'

/** What changed last, of everything one can learn. */
export function OverviewPage(props: { courses: Course[]; ahead: Map<string, Offering[]>; today: string }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Een training vinden</Heading>
        <Lead>Wat kun je leren, waar, wanneer, en wat kost het? Opleiders zetten het er zelf op.</Lead>
      </Band>
      <Band>
        {props.courses.length > 0 ? (
          <CourseRows {...props} />
        ) : (
          <p>Er staan nog geen trainingen. Kijk later nog eens.</p>
        )}
      </Band>
    </>
  )
}
