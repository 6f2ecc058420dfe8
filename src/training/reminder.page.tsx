import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  Example,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Small,
} from '../foundation/ui/index.ts'
import { type Course, courseUrl } from './course.ts'
import { daysWords, type Offering, placeWords } from './offering.ts'
import { RATINGS, ratingWords } from './rating.ts'
import { mailedWords } from './reminder.ts'
import type { Taught } from './taught.ts'
import { faultOf } from './written.ts'

/** Asking to be reminded of one offering. */
export function ReminderPage(props: {
  course: Course
  offering: Offering
  teaches: Taught[]
  today: string
  errors: FieldError[]
  typed: Typed
}) {
  const { course, offering, teaches, today, errors, typed } = props
  return (
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Herinner me</Heading>
      <Lead>
        {course.title}, {daysWords(offering)}, {placeWords(offering)}.
      </Lead>
      {course.fictional ? (
        <p>
          <Example />
        </p>
      ) : null}
      <p>
        {mailedWords(offering.startsOn, today)} Gaat het niet door, dan hoor je dat ook.
        {teaches.length > 0 ? ' Na afloop krijg je één vraag: hielp het?' : ''} Daarna is je adres weg.
      </p>
      <Form action={`${courseUrl(course)}/herinnering`}>
        <input type="hidden" name="uitvoering" value={offering.id} />
        <Field
          label="Je mailadres"
          name="mail"
          type="email"
          autocomplete="email"
          hint="We gebruiken het alleen hiervoor. De opleider ziet het niet."
          value={typed.mail}
          {...faultOf(errors, 'mail')}
        />
        {teaches.length > 1 ? (
          <Choices
            type="radio"
            legend="Waarvoor volg je de training vooral?"
            name="kenmerk"
            value={typed.kenmerk ?? teaches[0]?.standard ?? ''}
            options={teaches.map(({ standard, title }) => ({ value: standard, label: title }))}
            {...faultOf(errors, 'kenmerk')}
          />
        ) : null}
        <Button>Herinner me</Button>
      </Form>
      <Small>Dit is geen aanmelding. Aanmelden doe je bij de opleider.</Small>
    </Band>
  )
}

/** Said after asking, whoever asked and however often. */
export function AskedPage({ course, offering, today }: { course: Course; offering: Offering; today: string }) {
  return (
    <Band narrow>
      <Heading level={1}>Afgesproken</Heading>
      <Lead>{mailedWords(offering.startsOn, today)}</Lead>
      {course.fictional ? (
        <p>
          <Example />
        </p>
      ) : null}
      {offering.startsOn > today ? <p>In die mail staat een link waarmee je adres meteen weg is.</p> : null}
      <p>
        <LinkButton href={courseUrl(course)} kind="secondary">
          Terug naar de training
        </LinkButton>
      </p>
    </Band>
  )
}

/** The one question, or before the training the way out. */
export function QuestionPage(props: {
  title: string
  standard: string | undefined
  keyText: string
  isAsked: boolean
  errors: FieldError[]
}) {
  const { title, standard, keyText, isAsked, errors } = props
  if (!isAsked)
    return (
      <Band narrow>
        <Heading level={1}>Geen herinnering meer?</Heading>
        <Lead>{title}</Lead>
        <p>Dan halen we je adres weg. Na de training vragen we je ook niets.</p>
        <Form action="/scholing/vraag/einde">
          <input type="hidden" name="sleutel" value={keyText} />
          <Button>Haal mijn adres weg</Button>
        </Form>
      </Band>
    )
  return (
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Hielp het?</Heading>
      <Lead>{title}</Lead>
      <Form action="/scholing/vraag">
        <input type="hidden" name="sleutel" value={keyText} />
        <Choices
          type="radio"
          big
          legend={`Had je er in je werk iets aan bij “${standard ?? ''}”?`}
          name="antwoord"
          options={RATINGS.map((value) => ({ value, label: ratingWords[value] }))}
          {...faultOf(errors, 'antwoord')}
        />
        <Button>Verstuur</Button>
      </Form>
      <Small>Je antwoord staat los van jou. We laten pas iets zien als tien mensen antwoordden.</Small>
    </Band>
  )
}

/** What a key shows that opens nothing any more, or did its work. */
export function DonePage({ said }: { said: 'answered' | 'gone' | 'stopped' }) {
  const words = {
    answered: ['Dank je', 'Je antwoord telt mee. Niemand kan zien dat het van jou was.'],
    stopped: ['Je adres is weg', 'Je krijgt geen mail meer over deze training.'],
    gone: ['Deze link doet niets meer', 'Je antwoordde al, of het is te lang geleden. Je hoeft niets te doen.'],
  } as const
  const [title, text] = words[said]
  return (
    <Band narrow>
      <Heading level={1}>{title}</Heading>
      <Lead>{text}</Lead>
      <p>
        <LinkButton href="/scholing" kind="secondary">
          Naar de trainingen
        </LinkButton>
      </p>
    </Band>
  )
}
