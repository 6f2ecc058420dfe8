import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Lead,
  Notice,
  Pagination,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import { BothTexts } from './both.part.tsx'
import { type Course, courseDeskUrl } from './course.ts'
import { daysWords, type Offering, placeWords, seatsWords, timesWords } from './offering.ts'
import { GemeenteList } from './provider.desk.page.tsx'
import { faultOf, type Written } from './written.ts'

/** The fields of an offering; a new form may make one on several days, or one on each day. */
function OfferingFields({ written, isNew }: { written: Written; isNew: boolean }) {
  const { errors, typed } = written
  return (
    <>
      <TextArea
        label="Op welke dagen?"
        name="dagen"
        rows={4}
        hint="Eén dag per regel, bijvoorbeeld 9-11-2027."
        value={typed.dagen}
        {...faultOf(errors, 'dagen')}
      />
      {isNew ? (
        <Choices
          type="radio"
          legend="Meer dagen?"
          name="reeks"
          value={typed.reeks ?? 'samen'}
          options={[
            { value: 'samen', label: 'Het is één keer, verdeeld over deze dagen' },
            { value: 'los', label: 'Elke dag is een aparte keer' },
          ]}
        />
      ) : null}
      <Field label="Van" name="van" size="short" optional value={typed.van} {...faultOf(errors, 'van')} />
      <Field label="Tot" name="tot" size="short" optional value={typed.tot} {...faultOf(errors, 'tot')} />
      <Choices
        type="checkbox"
        legend="Online"
        name="online"
        optional
        value={typed.online}
        options={[{ value: 'ja', label: 'Je kunt online meedoen' }]}
      />
      <Field
        label="Gemeente"
        name="gemeente"
        list="gemeenten"
        spellcheck={false}
        hint="Typ de eerste letters en kies. Alleen online? Laat dit leeg."
        optional
        value={typed.gemeente}
        {...faultOf(errors, 'gemeente')}
      />
      <GemeenteList />
      <Field label="Gebouw en straat" name="waar" optional value={typed.waar} {...faultOf(errors, 'waar')} />
      <Field
        label="Hoeveel plaatsen zijn er?"
        name="plaatsen"
        inputmode="numeric"
        size="short"
        optional
        value={typed.plaatsen}
        {...faultOf(errors, 'plaatsen')}
      />
      <Field
        label="Hoeveel zijn er nog over?"
        name="over"
        inputmode="numeric"
        size="short"
        optional
        hint="0 betekent vol."
        value={typed.over}
        {...faultOf(errors, 'over')}
      />
      <Field
        label="Adres om je aan te melden"
        name="aanmelden"
        type="url"
        optional
        value={typed.aanmelden}
        {...faultOf(errors, 'aanmelden')}
      />
      <Field
        label="Jullie eigen code"
        name="code"
        size="short"
        optional
        value={typed.code}
        {...faultOf(errors, 'code')}
      />
    </>
  )
}

const row = (course: Course, offering: Offering) => ({
  href: `${courseDeskUrl(course)}/data/${offering.id}`,
  title: daysWords(offering),
  text: [placeWords(offering), offering.venue, timesWords(offering), seatsWords(offering)]
    .filter((part) => part !== '')
    .join(' · '),
})

/** Dates on one page of a list. */
export interface OfferingsPart {
  offerings: Offering[]
  page: number
  pages: number
}

/** What the page of each list is called in an address. */
export const OFFERINGS_PAGE = { ahead: 'bladzijde', past: 'voorbij' }

/** The dates of a course, and a form for more. */
export function OfferingsPage(props: {
  course: Course
  ahead: OfferingsPart
  past: OfferingsPart
  written: Written
  saved: boolean
}) {
  const { course, ahead, past, written } = props
  const url = `${courseDeskUrl(course)}/data`
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={written.errors} />
        <Heading level={1}>Data en plaatsen</Heading>
        <Lead>{course.title}</Lead>
        {props.saved ? <Notice tone="ok" title="Bewaard" /> : null}
        <p>Na de eerste dag verdwijnt een datum vanzelf van de site.</p>
      </Band>
      <Band labelledby="komt">
        <Heading level={2} id="komt">
          Wat komt
        </Heading>
        {ahead.offerings.length > 0 ? (
          <Rows items={ahead.offerings.map((one) => row(course, one))} />
        ) : (
          <p>Er staat geen datum die nog komt.</p>
        )}
        <Pagination
          label="Pagina’s met data die nog komen"
          page={ahead.page}
          pages={ahead.pages}
          href={(n) => `${url}?${OFFERINGS_PAGE.ahead}=${n}#komt`}
        />
        {past.offerings.length > 0 ? (
          <>
            <Heading level={3} id="voorbij">
              Voorbij of afgelast
            </Heading>
            <Rows items={past.offerings.map((one) => row(course, one))} />
            <Pagination
              label="Pagina’s met data die voorbij of afgelast zijn"
              page={past.page}
              pages={past.pages}
              href={(n) => `${url}?${OFFERINGS_PAGE.past}=${n}#voorbij`}
            />
          </>
        ) : null}
      </Band>
      <Band tone="wad" labelledby="erbij">
        <Heading level={2} id="erbij">
          Zet er data bij
        </Heading>
        <Form action={url}>
          <OfferingFields written={written} isNew />
          <Button>Zet erbij</Button>
        </Form>
      </Band>
    </>
  )
}

/** One offering, to change or to call off. */
export function OfferingPage(props: { course: Course; offering: Offering; version: number; written: Written }) {
  const { course, offering, version, written } = props
  const url = `${courseDeskUrl(course)}/data/${offering.id}`
  return (
    <Band narrow>
      <ErrorSummary errors={written.errors} />
      <Heading level={1}>{daysWords(offering)}</Heading>
      <Lead>{course.title}</Lead>
      <BothTexts rows={written.both} />
      {offering.cancelledAt ? (
        <Notice tone="warning" title="Deze keer gaat niet door">
          <p>Niemand ziet hem meer op de site.</p>
        </Notice>
      ) : (
        <>
          <Form action={url}>
            <input type="hidden" name="versie" value={String(version)} />
            <OfferingFields written={written} isNew={false} />
            <Button>Bewaar</Button>
          </Form>
          <Form action={`${url}/afzegging`} label="Zeg af">
            <Button kind="subtle">Deze keer gaat niet door</Button>
          </Form>
        </>
      )}
    </Band>
  )
}
