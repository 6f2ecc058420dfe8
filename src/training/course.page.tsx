import type { Child } from 'hono/jsx'
import {
  Band,
  Facts,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Prose,
  Rows,
  ShareBand,
  Small,
} from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import { originLink } from '../thread/index.ts'
import type { CourseDetail } from './course.reading.ts'
import {
  accreditationWords,
  courseUrl,
  formWords,
  holdingOn,
  languageWords,
  levelWords,
  offeringCalendarUrl,
  PRICE_IS,
  priceWords,
  professionWords,
  registerCalled,
} from './course.ts'
import { CourseMarks } from './course-rows.part.tsx'
import { FirstLineBar } from './first-line.part.tsx'
import { firstLine } from './first-line.ts'
import { daysWords, type Offering, placeWords, seatsWords, timesWords } from './offering.ts'
import { providerUrl } from './provider.ts'
import { figureWords } from './rating.ts'
import { strengthWords } from './teaching.ts'

export interface CourseView {
  detail: CourseDetail
  today: string
  /** Keeping it for later; nothing in a preview. */
  save: Child
  /** Where others find it; nothing in a preview. */
  address?: string
  /** Said on top, for who works on it. */
  above?: Child
  /** Bands below it, for who decides about it. */
  below?: Child
}

/** One course, whole: the first line, what you can do afterwards, its dates, what it teaches. */
export function CoursePage(view: CourseView) {
  return (
    <>
      <Opening {...view} />
      <Dates {...view} />
      <Teaches {...view} />
      <About {...view} />
      <Onward {...view} />
      {view.below}
    </>
  )
}

function Opening({ detail, today, above }: CourseView) {
  const { course, provider, ahead } = detail
  return (
    <Band tone="wad">
      {above}
      <p class="eyebrow">
        Training · <a href={providerUrl(provider)}>{provider.name}</a>
      </p>
      <Heading level={1}>{course.title}</Heading>
      <Lead>{course.outcome}</Lead>
      {course.fictional || course.lookedAt === null ? (
        <p>
          <CourseMarks course={course} />
        </p>
      ) : null}
      {course.lookedAt === null && course.liveSince !== null ? (
        <Small>Deze training staat er net op. De redactie kijkt er nog naar.</Small>
      ) : null}
      <FirstLineBar line={firstLine(course, ahead, today)} />
    </Band>
  )
}

/** Nothing in a preview: it has no address yet that others may open. */
function Onward({ detail: { course }, address, save }: CourseView) {
  if (address === undefined) return null
  return <ShareBand title={course.title} line={course.outcome} address={address} save={save} />
}

function Dates({ detail }: CourseView) {
  const { course, provider, ahead } = detail
  return (
    <Band labelledby="data">
      <Heading level={2} id="data">
        Waar en wanneer
      </Heading>
      {ahead.length > 0 ? (
        <ul class="dates">
          {ahead.map((offering) => (
            <DateRow offering={offering} detail={detail} />
          ))}
        </ul>
      ) : (
        <p>{noDates(course)}</p>
      )}
      {course.inCompany ? (
        <p>
          Kan ook bij een team op het werk.{' '}
          {provider.mail === '' ? (
            `Vraag het ${provider.name}.`
          ) : (
            <a href={`mailto:${provider.mail}`}>Vraag het {provider.name}</a>
          )}
        </p>
      ) : null}
      {course.enrolUrl === '' ? null : (
        <p>
          <LinkButton href={course.enrolUrl} kind="secondary">
            Lees verder bij {provider.name}
          </LinkButton>
        </p>
      )}
    </Band>
  )
}

function noDates({ anyTime, inCompany }: CourseDetail['course']): string {
  if (anyTime) return 'Je begint wanneer je wilt.'
  return inCompany ? 'De datum spreek je samen af.' : 'Er is nog geen datum bekend. Kijk later nog eens.'
}

function DateRow({ offering, detail }: { offering: Offering; detail: CourseDetail }) {
  const { course } = detail
  const where = [placeWords(offering), offering.venue].filter((part) => part !== '').join(', ')
  const rest = [timesWords(offering), seatsWords(offering)].filter((part) => part !== '').join(' · ')
  const when = daysWords(offering)
  const isFull = offering.seatsLeft === 0
  return (
    <li class="date">
      <div>
        <p class="date__when">{when}</p>
        <p>{where}</p>
        {rest === '' ? null : <p>{rest}</p>}
      </div>
      <div class="date__ways">
        {offering.enrolUrl !== '' && !isFull ? <a href={offering.enrolUrl}>Meld je aan voor {when}</a> : null}
        <a href={offeringCalendarUrl(course, offering)}>Zet {when} in mijn agenda</a>
        <a href={`${courseUrl(course)}/herinnering?uitvoering=${offering.id}`}>Herinner me aan {when}</a>
      </div>
    </li>
  )
}

function Teaches({ detail: { teaches } }: CourseView) {
  if (teaches.length === 0) return null
  const figures = teaches.flatMap(({ title, figure }) => (figure ? [{ title, figure }] : []))
  return (
    <Band tone="boter" labelledby="leert">
      <Heading level={2} id="leert">
        Wat je hier leert
      </Heading>
      <Rows
        items={teaches.map(({ title, href, strength, isConfirmed }) => ({
          href,
          title,
          text: isConfirmed
            ? strengthWords[strength]
            : `${strengthWords[strength]}, zegt de opleider zelf. De redactie keek er nog niet naar.`,
        }))}
      />
      {figures.map(({ title, figure }) => (
        <p>
          <strong>Hielp het bij {title.toLowerCase()}?</strong> {figureWords(figure)}
        </p>
      ))}
      <NotBinding />
    </Band>
  )
}

function About({ detail: { course, provider }, today }: CourseView) {
  const professions = course.professions.map((one) => professionWords[one]).join(', ')
  return (
    <Band labelledby="over">
      <Heading level={2} id="over">
        Over deze training
      </Heading>
      {course.about === '' ? null : (
        <Prose>
          {course.about.split(/\n\s*\n/).map((part) => (
            <p>{part}</p>
          ))}
        </Prose>
      )}
      <Facts
        items={[
          ...(course.priceCents ? [{ term: 'Prijs', value: `${priceWords(course.priceCents)}. ${PRICE_IS}` }] : []),
          { term: 'Vorm', value: formWords[course.form] },
          { term: 'Taal', value: languageWords[course.language] },
          { term: 'Niveau', value: levelWords[course.level] },
          ...(professions === '' ? [] : [{ term: 'Gemaakt voor', value: professions }]),
          { term: 'Studenten', value: course.forStudents ? 'welkom' : 'vraag het de opleider' },
          ...holdingOn(course.accreditations, today)
            .map((one) => ({
              term: `Accreditatie bij ${registerCalled(one)}`,
              value: accreditationWords(one),
            }))
            .filter(({ value }) => value !== ''),
          { term: 'Opleider', value: <a href={providerUrl(provider)}>{provider.name}</a> },
        ]}
      />
      {course.item === null ? null : (
        <p>
          <a href={originLink(course.item)}>Waar komt dit vandaan?</a>
        </p>
      )}
      {course.fictional ? (
        <Notice tone="info" title="Verzonnen voorbeeld">
          <p>Deze training bestaat niet echt. Je kunt je er niet voor aanmelden.</p>
        </Notice>
      ) : null}
    </Band>
  )
}
