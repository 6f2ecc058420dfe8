import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Confirmation } from './confirmation.store.ts'
import { ANSWERS, answerWords, type ConfirmationAnswer } from './confirmation.ts'
import { ExampleMark } from './example-mark.part.tsx'
import { listingUrl } from './listing.ts'

interface ConfirmationView {
  practice: { slug: string; title: string; fictional: boolean }
  /** Where the answer goes, and what goes with it unseen. */
  action: string
  hidden: { name: string; value: string }
  /** What was said last, for whoever is signed in. */
  last?: Confirmation | undefined
  /** A colleague answered while this one was looking. */
  overtaken?: boolean
  errors: FieldError[]
  typed: Typed
}

/** Three buttons for whoever got the mail or is signed in. Looking changes nothing; one press answers. */
export function ConfirmationPage({ practice, action, hidden, last, overtaken, ...view }: ConfirmationView) {
  const fault = errorFor(view.errors, 'toelichting')
  return (
    <Band narrow>
      {view.errors.length > 0 ? <ErrorSummary errors={view.errors} /> : null}
      <Heading level={1}>Loopt jullie praktijk nog?</Heading>
      <Lead>
        Het gaat om <a href={listingUrl(practice)}>{practice.title}</a>. Kies één knop, dan ben je klaar.
      </Lead>
      <ExampleMark fictional={practice.fictional} />
      {overtaken ? (
        <Notice tone="warning" title="Iemand anders antwoordde net">
          <p>Jouw antwoord is nog niet bewaard. Klopt wat er nu staat niet? Kies dan opnieuw.</p>
        </Notice>
      ) : null}
      {last ? (
        <p>
          Het laatste antwoord, op {inDutch(last.answeredAt)}: <strong>{answerWords[last.answer]}</strong>.
        </p>
      ) : null}
      <Form action={action}>
        <input type="hidden" name={hidden.name} value={hidden.value} />
        <TextArea
          label="Wil je er iets bij zeggen?"
          name="toelichting"
          optional
          rows={3}
          hint="Alleen de redactie leest dit. Bijvoorbeeld wat er veranderde, of waarom jullie stopten."
          value={view.typed.toelichting}
          {...(fault ? { error: fault } : {})}
        />
        <div class="actions">
          {ANSWERS.map((answer) => (
            <Button kind={answer === 'running' ? 'primary' : 'secondary'} name="antwoord" value={answer}>
              {answerWords[answer]}
            </Button>
          ))}
        </div>
      </Form>
      <Small>Zijn jullie gestopt? Dan blijft de praktijk te lezen, met erbij dat ze gestopt is.</Small>
    </Band>
  )
}

const thanks: Record<ConfirmationAnswer, string> = {
  running: 'Fijn dat het nog loopt. Over een jaar vragen we het weer.',
  changed: 'We zetten erbij dat er iets veranderd is. De redactie neemt contact op om de tekst bij te werken.',
  stopped: 'We zetten erbij dat jullie gestopt zijn. Wat jullie leerden, blijft te lezen.',
}

/** What became of the answer; without one it was given before. */
export function AnsweredPage({
  practice,
  answer,
}: {
  practice: { slug: string; title: string; fictional: boolean }
  answer?: ConfirmationAnswer
}) {
  return (
    <Band narrow>
      <Heading level={1}>{answer ? 'Dank je, het staat erbij' : 'Je antwoord is al binnen'}</Heading>
      <Lead>{answer ? thanks[answer] : 'Deze link werkt één keer. Klopt het antwoord niet? Laat het ons weten.'}</Lead>
      <p>
        <LinkButton href={listingUrl(practice)} kind="secondary">
          Bekijk de praktijk
        </LinkButton>
      </p>
      {answer ? null : (
        <p>
          <a href="/contact">Neem contact op</a>
        </p>
      )}
    </Band>
  )
}
