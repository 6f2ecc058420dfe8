import { inDutchWithTime } from '../foundation/clock.ts'
import { Badge, Band, Button, Choices, Form, Heading, Lead, Notice, Rows } from '../foundation/ui/index.ts'
import { WhetherItMayStand } from './check.part.tsx'
import type { Checking } from './check.store.ts'
import { type Course, courseUrl } from './course.ts'
import { MODULE_CHECKS_URL } from './module.ts'
import type { PublicationRequest } from './publication.ts'
import type { Taught } from './taught.ts'
import { strengthWords, type Teaching } from './teaching.ts'
import type { Written } from './written.ts'

/** What waits for an editor: first publications, and what courses say they teach. */
export function ChecksPage({ checks }: { checks: Checking[] }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Scholing nakijken</Heading>
        <Lead>Een eerste training bekijk je binnen twee werkdagen. Daarna staat hij er toch op.</Lead>
      </Band>
      <Band>
        {checks.length > 0 ? (
          <Rows
            items={checks.map(({ course, title, provider, dueAt, teachings }) => ({
              href: `/redactie/scholing/${course}`,
              title,
              badge: dueAt ? <Badge tone="warn">eerste keer</Badge> : null,
              text: [
                provider,
                dueAt ? `vóór ${inDutchWithTime(dueAt)}` : '',
                teachings > 0 ? `${teachings === 1 ? 'één kenmerk' : `${teachings} kenmerken`} te bevestigen` : '',
              ]
                .filter((part) => part !== '')
                .join(' · '),
            }))}
          />
        ) : (
          <p>Er wacht niets.</p>
        )}
        <p>
          <a href={MODULE_CHECKS_URL}>Materiaal van opleiders</a>
        </p>
        <p>
          <a href="/redactie/scholing/domeinen">Sites die opleiders noemden</a>
        </p>
      </Band>
    </>
  )
}

/** One course to look at: whether it may stand, and which of what it says it teaches holds. */
export function CheckPage(props: {
  course: Course
  request: PublicationRequest | undefined
  open: Teaching[]
  taught: Taught[]
  written: Written
}) {
  const { course, request, open, taught, written } = props
  const url = `/redactie/scholing/${course.id}`
  const isAsked = request?.outcome === null
  const titleOf = (standard: string) => taught.find((one) => one.standard === standard)?.title ?? standard
  return (
    <>
      <Band tone="wad" labelledby="nakijken">
        <Heading level={2} id="nakijken">
          Nakijken
        </Heading>
        {course.liveSince ? (
          <p>
            Staat op de site: <a href={courseUrl(course)}>{courseUrl(course)}</a>
          </p>
        ) : null}
        {open.length === 0 && !isAsked ? <Notice tone="ok" title="Hier wacht niets meer" /> : null}
      </Band>
      {isAsked || open.length > 0 ? (
        <Band tone="boter">
          <Form action={url} label="Wat je hier beslist">
            {open.length > 0 ? <WhatItTeaches open={open} titleOf={titleOf} written={written} /> : null}
            {isAsked ? <WhetherItMayStand kind="course" request={request} written={written} /> : null}
            <Button>{isAsked ? 'Bewaar je besluit' : 'Bewaar'}</Button>
          </Form>
        </Band>
      ) : null}
    </>
  )
}

function WhatItTeaches(props: { open: Teaching[]; titleOf: (standard: string) => string; written: Written }) {
  return (
    <>
      <Heading level={2}>Leert iemand dit hier echt?</Heading>
      <p>
        Bevestig wat je in de tekst terugziet. Wat niet klopt, haal je weg; de opleider kan het opnieuw voorstellen.
      </p>
      {props.open.map(({ id, standard, strength }) => (
        <Choices
          type="radio"
          legend={`${props.titleOf(standard)}: ${strengthWords[strength]}`}
          name={`oordeel_${id}`}
          value={props.written.typed[`oordeel_${id}`] ?? ''}
          options={[
            { value: 'ja', label: 'Klopt' },
            { value: 'nee', label: 'Klopt niet' },
            { value: '', label: 'Nog niet beslist' },
          ]}
        />
      ))}
    </>
  )
}
