import type { FieldError } from '../foundation/http/index.ts'
import { inThousands } from '../foundation/number.ts'
import { Band, Chosen, ErrorSummary, Heading, Lead, Notice, Pagination, Rows, Small } from '../foundation/ui/index.ts'
import type { CourseRow } from './agenda.ts'
import { courseUrl, PRICE_IS } from './course.ts'
import { CourseMarks } from './course-rows.part.tsx'
import { Filters, FindForm } from './finding.filters.part.tsx'
import { orderOf, ordersFor, orderWords } from './finding.order.ts'
import type { Shelf, Sought } from './finding.reading.ts'
import type { Finding } from './finding.ts'
import { findUrl, pagesOf } from './finding.ts'
import { FollowBand } from './follow.part.tsx'
import { foundLine } from './found-line.ts'
import { chosenWords, type WayOn } from './way-on.ts'

export interface FindView {
  finding: Finding
  shelf: Shelf
  sought: Sought
  /** The courses on this page. */
  shown: CourseRow[]
  /** Why each of them is there, by its number, when a kenmerk or competence was chosen. */
  reasons: ReadonlyMap<number, string>
  /** When nothing is left: what would leave something. */
  ways: { way: WayOn; total: number }[]
  errors: FieldError[]
  baseUrl: string
}

/** Everything one can learn, to search and to narrow. */
export function FindPage(view: FindView) {
  const { finding, shelf, sought, errors } = view
  const { words, today } = shelf
  const chosen = chosenWords(finding, words)
  const total = sought.narrowed.total
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Een training vinden</Heading>
        <Lead>Wat kun je leren, waar, wanneer, en wat kost het? Opleiders zetten het er zelf op.</Lead>
        <ErrorSummary errors={errors} />
        <Suggestions view={view} />
        <FindForm finding={finding} today={today} errors={errors} />
        <p class="bank__doors">
          <a href={findUrl({ ...finding, page: 1, order: undefined }, words, '/scholing/kaart')}>Bekijk op de kaart</a>
          <a href="/scholing/leervormen">Leren van elkaar</a>
        </p>
      </Band>
      <Band>
        <div class="bank">
          <Filters
            finding={finding}
            narrowed={sought.narrowed}
            words={words}
            many={chosen.filter(({ facet }) => facet !== 'text').length}
          />
          <section class="bank__list stack" aria-labelledby="gevonden">
            <div class="bank__head">
              <Heading level={2} id="gevonden">
                {foundWords(total)}
              </Heading>
              <OrderLinks {...view} />
            </div>
            <Chosen
              items={chosen.map(({ word, without }) => ({ word, without: findUrl(without, words) }))}
              all="/scholing"
            />
            {sought.instead.length > 0 ? (
              <p>
                Precies zo staat het nergens. Dit lijkt erop: <strong>{sought.instead.join(' ')}</strong>.
              </p>
            ) : null}
            {view.shown.length > 0 ? <CourseList {...view} /> : <Nothing {...view} />}
            {view.shown.some(({ course }) => course.priceCents) ? <Small>{PRICE_IS}</Small> : null}
            {sought.place === undefined ? null : (
              <Small>
                De afstand is hemelsbreed, tot het midden van de gemeente. De plaats die je typt, bewaren wij niet.
                Plaatsen: GeoNames en CBS/Kadaster, CC BY 4.0.
              </Small>
            )}
            <Pagination
              page={finding.page}
              pages={pagesOf(total)}
              href={(page) => findUrl({ ...finding, page }, words)}
            />
          </section>
        </div>
      </Band>
      <FollowBand finding={finding} words={words} shown={view.shown} baseUrl={view.baseUrl} />
    </>
  )
}

const foundWords = (total: number): string =>
  total === 0 ? 'Niets gevonden' : total === 1 ? 'Eén training' : `${inThousands(total)} trainingen`

const SUGGESTING = {
  nowhere: '',
  place: 'Er is nog een plaats met die naam',
  several: 'Welke plaats bedoel je?',
  unknown: 'Bedoel je misschien',
}

/** Places someone may have meant, as links that ask the rest of the question again. */
function Suggestions({ view: { finding, shelf, sought } }: { view: FindView }) {
  const { located } = sought
  const places =
    located.is === 'several'
      ? located.of
      : located.is === 'unknown'
        ? located.like
        : located.is === 'place'
          ? located.others
          : []
  if (places.length === 0) return null
  return (
    <Notice tone="info" title={SUGGESTING[located.is]}>
      <ul class="chosen">
        {places.map(({ name }) => (
          <li>
            <a class="chosen__word" href={findUrl({ ...finding, near: name, page: 1 }, shelf.words)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function OrderLinks({ finding, shelf, sought }: FindView) {
  const orders = ordersFor(finding, sought.place)
  if (sought.narrowed.total < 2) return null
  const now = orderOf(finding, sought.place)
  return (
    <p class="bank__order">
      {orders.map((order) => (
        <a
          href={findUrl({ ...finding, order, page: 1 }, shelf.words)}
          aria-current={order === now ? 'true' : undefined}
        >
          {orderWords[order]}
        </a>
      ))}
    </p>
  )
}

function CourseList({ shown, reasons, sought, shelf }: FindView) {
  return (
    <Rows
      items={shown.map((row) => ({
        href: courseUrl(row.course),
        title: row.course.title,
        badge: row.course.fictional || row.course.lookedAt === null ? <CourseMarks course={row.course} /> : null,
        text: (
          <>
            {foundLine(row, sought.ask, shelf.today)}
            {reasons.has(row.no) ? <span class="course-row__reason">{reasons.get(row.no)}</span> : null}
            <span class="practice-row__facts">{row.course.provider}</span>
          </>
        ),
      }))}
    />
  )
}

/** Says what would help: further away, one thing less, another word, or learning without a provider. */
function Nothing({ finding, shelf, sought, ways }: FindView) {
  if (sought.narrowed.total > 0)
    return (
      <p>
        Deze pagina is er niet. <a href={findUrl({ ...finding, page: 1 }, shelf.words)}>Ga naar de eerste pagina</a>
      </p>
    )
  return (
    <div class="stack">
      {ways.length > 0 ? (
        <>
          <p>Alles samen past op geen enkele training. Dit kun je doen:</p>
          <ul class="points">
            {ways.map(({ way, total }) => (
              <li>
                <a href={findUrl(way.finding, shelf.words)}>{way.words}</a>: {foundWords(total).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        {finding.text === ''
          ? 'Opleiders zetten er steeds nieuwe data bij. Kijk later nog eens.'
          : 'Probeer één woord, of een woord dat erop lijkt. Je hoeft niet goed te spellen.'}
      </p>
      <p>
        <a href="/scholing">Laat alle trainingen zien</a>, of kijk hoe je{' '}
        <a href="/scholing/leervormen">van elkaar leert</a>, zonder opleider.
      </p>
    </div>
  )
}
