import { inDutch } from '../foundation/clock.ts'
import {
  Actions,
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
import type { Criterion } from './criterion.ts'
import type { Decision } from './decision.ts'
import type { Disagreement } from './disagreement.ts'
import { ExampleMark } from './example-mark.part.tsx'
import { VerdictBadge } from './judgement.part.tsx'
import { nominationUrl } from './nomination.ts'
import { paragraphsOf } from './plain-text.ts'

export interface DecisionView {
  nomination: string
  title: string
  fictional: boolean
  contact: string
  criteria: Criterion[]
  decision: Decision
  disagreement: Disagreement | undefined
  /** "Op 5 van de 6 gelijk". */
  agreement: string | undefined
  errors: FieldError[]
  typed: Record<string, string | string[] | undefined>
  /** "Ik zie dit anders" was pressed. */
  writing: boolean
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {paragraphsOf(text).map((part) => (
      <p>{part}</p>
    ))}
  </>
)

/** The one message to the organisation: the outcome, why, one advice, and a way to say that you see it otherwise. */
export function DecisionPage(view: DecisionView) {
  const { decision, title } = view
  const chosen = decision.outcome === 'chosen'
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{title}</p>
        <Heading level={1}>{chosen ? 'Jullie praktijk is gekozen' : 'Jullie praktijk is niet gekozen'}</Heading>
        <ExampleMark fictional={view.fictional} />
        <Lead>
          {chosen
            ? 'Wat jullie doen, kan anderen helpen. We willen graag met jullie praten en het samen opschrijven.'
            : 'Dank dat jullie je werk lieten zien. Deze keer kozen we andere praktijken. Hieronder staat waarom, en waar je mee verder kunt.'}
        </Lead>
        <p>
          Twee mensen van andere organisaties lazen jullie aanmelding, los van elkaar.
          {view.agreement ? ` ${view.agreement}.` : ''} Daarna nam een adviseur dit besluit, op{' '}
          {inDutch(decision.decidedAt)}.
        </p>
      </Band>
      <Band tone="boter" narrow labelledby="advies">
        <Heading level={2} id="advies">
          Eén advies
        </Heading>
        <Paragraphs text={decision.advice} />
      </Band>
      <Band narrow labelledby="waarom">
        <Heading level={2} id="waarom">
          Waarom
        </Heading>
        {view.criteria.map((criterion) => {
          const found = decision.words.find((words) => words.criterion === criterion.id)
          return found ? (
            <section class="criterion">
              <Heading level={3}>
                {criterion.position}. {criterion.name}
              </Heading>
              <p>
                <VerdictBadge verdict={found.verdict} /> {found.sentence}
              </p>
            </section>
          ) : null
        })}
      </Band>
      {chosen ? (
        <Band tone="wad" narrow labelledby="verder">
          <Heading level={2} id="verder">
            Zo gaat het verder
          </Heading>
          <p>
            We maken een afspraak met de mensen die jullie noemden. Daarna schrijven we de beschrijving en de flyer.
            Jullie lezen alles eerst. Zonder jullie akkoord komt er niets online.
          </p>
          <p>
            <LinkButton href={nominationUrl(view.nomination, 'status')} kind="secondary">
              Bekijk hoe ver we zijn
            </LinkButton>
          </p>
        </Band>
      ) : null}
      <DisagreementForm {...view} />
    </>
  )
}

function DisagreementForm(view: DecisionView) {
  const { disagreement, errors } = view
  return (
    <Band tone={view.decision.outcome === 'chosen' ? 'wit' : 'wad'} narrow labelledby="reactie">
      <Heading level={2} id="reactie">
        Zie je dit anders?
      </Heading>
      <ErrorSummary errors={errors} />
      {disagreement ? (
        <>
          <p>Dit schreven jullie op {inDutch(disagreement.saidAt)}:</p>
          <blockquote class="said">
            <Paragraphs text={disagreement.words} />
          </blockquote>
          {disagreement.answer ? (
            <>
              <Heading level={3}>Ons antwoord, {inDutch(disagreement.answer.answeredAt)}</Heading>
              <Paragraphs text={disagreement.answer.words} />
              <Small>Wil je verder praten? {view.contact}</Small>
            </>
          ) : (
            <Notice tone="ok" title="Je reactie is binnen">
              <p>Een adviseur leest haar en antwoordt op deze pagina. Je krijgt dan een mail.</p>
            </Notice>
          )}
        </>
      ) : (
        <ReactionForm {...view} />
      )}
    </Band>
  )
}

/** One button first; the room to write comes when it is pressed. */
function ReactionForm({ nomination, writing, errors, typed }: DecisionView) {
  return (
    <>
      <p>
        Begrepen we iets verkeerd, of misten we iets? Het besluit zelf verandert er meestal niet door. Wel krijg je
        altijd antwoord, en wij leren ervan.
      </p>
      {writing ? (
        <Form action={nominationUrl(nomination, 'reactie')}>
          <TextArea
            label="Wat zie jij anders?"
            name="reactie"
            rows={6}
            maxlength={4000}
            value={typed.reactie}
            error={errorFor(errors, 'reactie')}
          />
          <Actions>
            <Button>Verstuur</Button>
          </Actions>
        </Form>
      ) : (
        <p>
          <LinkButton href={`${nominationUrl(nomination, 'besluit')}?anders=ja#reactie`} kind="secondary">
            Ik zie dit anders
          </LinkButton>
        </p>
      )}
    </>
  )
}
