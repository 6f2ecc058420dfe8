import { inThousands } from '../foundation/number.ts'
import {
  Badge,
  Band,
  Button,
  Choices,
  Form,
  Heading,
  Lead,
  Notice,
  Pagination,
  pagesFor,
  Rows,
} from '../foundation/ui/index.ts'
import { WhetherItMayStand } from './check.part.tsx'
import { CHECKS_PER_PAGE, type Checking, type CheckKind, checkWords } from './check.ts'
import { type Course, courseUrl } from './course.ts'
import { LEARNING_FORMS_DESK } from './learning-form.ts'
import { MODULE_CHECKS_URL } from './module.ts'
import type { PublicationRequest } from './publication.ts'
import type { Taught } from './taught.ts'
import { strengthWords, type Teaching } from './teaching.ts'
import type { Written } from './written.ts'

/** One list of what waits: a page of it, and how many there are. */
export interface CheckList {
  checks: Checking[]
  total: number
  page: number
}

/** In an address, which page of each list. */
export const CHECK_PAGES: Record<CheckKind, string> = { first: 'eerste', teachings: 'kenmerken' }

/** What waits for an editor: first publications, and apart from those what courses say they teach. */
export function ChecksPage({ lists, now }: { lists: Record<CheckKind, CheckList>; now: Date }) {
  const { first, teachings } = lists
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Scholing nakijken</Heading>
        <Lead>Een eerste training bekijk je binnen twee werkdagen. Daarna staat hij er toch op.</Lead>
        {first.total + teachings.total === 0 ? <p>Er wacht niets.</p> : null}
        <p>
          <a href={MODULE_CHECKS_URL}>Materiaal van opleiders</a>
        </p>
        <p>
          <a href={LEARNING_FORMS_DESK}>Leervormen van onszelf</a>
        </p>
        <p>
          <a href="/redactie/scholing/domeinen">Sites die opleiders noemden</a>
        </p>
      </Band>
      <Checks title="Voor het eerst" kind="first" lists={lists} now={now} />
      <Checks title="Alleen nog te bevestigen wat je er leert" kind="teachings" lists={lists} now={now} />
    </>
  )
}

function Checks(props: { title: string; kind: CheckKind; lists: Record<CheckKind, CheckList>; now: Date }) {
  const { title, kind, lists, now } = props
  const { checks, total, page } = lists[kind]
  if (total === 0) return null
  const id = CHECK_PAGES[kind]
  const href = (n: number) => {
    const pages = { first: lists.first.page, teachings: lists.teachings.page, [kind]: n }
    const query = new URLSearchParams()
    for (const each of ['first', 'teachings'] as const)
      if (pages[each] > 1) query.set(CHECK_PAGES[each], String(pages[each]))
    return `/redactie/scholing${query.size > 0 ? `?${query}` : ''}#${id}`
  }
  return (
    <Band labelledby={id}>
      <Heading level={2} id={id}>
        {title} ({inThousands(total)})
      </Heading>
      <Rows
        items={checks.map((one) => ({
          href: `/redactie/scholing/${one.course}`,
          title: one.title,
          badge: one.liveSince !== null && kind === 'first' ? <Badge tone="warn">nog niet bekeken</Badge> : null,
          text: checkWords(one, now),
        }))}
      />
      <Pagination page={page} pages={pagesFor(total, CHECKS_PER_PAGE)} href={href} label={`Pagina’s van ${title}`} />
    </Band>
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
