import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Choices,
  errorFor,
  Form,
  Heading,
  LinkButton,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type AssessmentView, deskUrl } from './assessment.view.ts'
import { type Decision, outcomeWord } from './decision.ts'
import { SideBySide, type Sides } from './difference.part.tsx'
import type { Disagreement } from './disagreement.ts'
import { typedOfWords } from './judgement.form.ts'
import { CriterionFields, VerdictBadge } from './judgement.part.tsx'
import { agreementSentence, lastVerdict } from './judgement.ts'
import { paragraphsOf } from './plain-text.ts'

/** The judgements beside each other and, under each, what the organisation will read about it. */
export function DecisionBand(view: AssessmentView) {
  const { decision, sides, obstacle, nomination } = view
  if (nomination.withdrawnAt && !decision) return null
  return (
    <Band tone="wad" labelledby="besluit">
      <Heading level={2} id="besluit">
        {decision ? 'Besluit' : 'Oordelen en besluit'}
      </Heading>
      {sides ? <p class="agreement">{agreementSentence(sides.comparisons)}</p> : null}
      {decision ? <Decided view={view} decision={decision} /> : null}
      {!decision && obstacle ? <p>{obstacle} Daarna kun je besluiten.</p> : null}
      {!decision && !obstacle && sides ? <DecisionForm view={view} sides={sides} /> : null}
    </Band>
  )
}

function Decided({ view, decision }: { view: AssessmentView; decision: Decision }) {
  return (
    <>
      <p>
        <Badge tone={decision.outcome === 'chosen' ? 'ok' : 'plain'}>{outcomeWord(decision.outcome)}</Badge>{' '}
        {inDutch(decision.decidedAt)}. Een besluit verandert niet meer.
      </p>
      {view.criteria.map((criterion) => {
        const found = decision.words.find((words) => words.criterion === criterion.id)
        if (!found) return null
        return (
          <section class="criterion" aria-labelledby={`besluit-${criterion.slug}`}>
            <Heading level={3} id={`besluit-${criterion.slug}`}>
              {criterion.position}. {criterion.name}
            </Heading>
            <p>
              <VerdictBadge verdict={found.verdict} /> {found.sentence}
            </p>
            {view.sides ? <SideBySide sides={view.sides} criterion={criterion.id} /> : null}
          </section>
        )
      })}
      <Heading level={3}>Advies</Heading>
      {paragraphsOf(decision.advice).map((part) => (
        <p>{part}</p>
      ))}
      {view.practice ? (
        <p>
          <LinkButton href={view.practice}>Naar de praktijk</LinkButton>
        </p>
      ) : null}
    </>
  )
}

/** What to start from: where both hold the same in the end, that; the words are the adviser's own. */
function proposed(view: AssessmentView, { sides, notes }: Sides): Typed {
  const words = view.criteria.flatMap(({ id }) => {
    const [one, other] = sides.map(({ judgements }) => judgements.find(({ criterion }) => criterion === id))
    if (!one || !other) return []
    const verdict = lastVerdict(one, notes)
    return verdict === lastVerdict(other, notes) ? [{ criterion: id, verdict, sentence: '' }] : []
  })
  return typedOfWords(view.criteria, words)
}

function DecisionForm({ view, sides }: { view: AssessmentView; sides: Sides }) {
  const back = view.form === 'decision'
  const errors = back ? view.errors : []
  const typed = back ? view.typed : proposed(view, sides)
  return (
    <Form action={`${deskUrl(view.nomination.id)}/besluit`}>
      <p>
        Waar beide meelezers hetzelfde zeggen, staat dat al ingevuld. De zinnen schrijf je zelf: de organisatie leest ze
        letterlijk. Begin met wat goed gaat.
      </p>
      {view.criteria.map((criterion) => (
        <CriterionFields
          criterion={criterion}
          typed={typed}
          errors={errors}
          sentenceLabel="Wat leest de organisatie hierover?"
          beside={<SideBySide sides={sides} criterion={criterion.id} />}
        />
      ))}
      <TextArea
        label="Eén advies"
        hint="Altijd, ook bij een praktijk die gekozen wordt. Iets waar mensen morgen mee verder kunnen."
        name="advies"
        rows={4}
        maxlength={1500}
        value={typed.advies}
        error={errorFor(errors, 'advies')}
      />
      <Choices
        type="radio"
        legend="Besluit"
        name="uitkomst"
        options={[
          { value: 'gekozen', label: 'Gekozen: we gaan met de mensen praten' },
          { value: 'niet', label: 'Niet gekozen' },
        ]}
        value={typed.uitkomst}
        error={errorFor(errors, 'uitkomst')}
      />
      <Notice tone="warning">
        <p>Een besluit neem je één keer. De organisatie krijgt meteen bericht.</p>
      </Notice>
      <Actions>
        <Button>Neem dit besluit</Button>
      </Actions>
    </Form>
  )
}

/** What the organisation sees otherwise, and our answer. */
export function DisagreementBand({ disagreement, ...view }: AssessmentView & { disagreement: Disagreement }) {
  const { answer } = disagreement
  const back = view.form === 'answer'
  return (
    <Band tone="boter" labelledby="reactie">
      <Heading level={2} id="reactie">
        De organisatie ziet dit anders
      </Heading>
      <Small>{inDutch(disagreement.saidAt)}</Small>
      {paragraphsOf(disagreement.words).map((part) => (
        <p>{part}</p>
      ))}
      {answer ? (
        <>
          <Heading level={3}>Ons antwoord, {inDutch(answer.answeredAt)}</Heading>
          {paragraphsOf(answer.words).map((part) => (
            <p>{part}</p>
          ))}
        </>
      ) : (
        <Form action={`${deskUrl(view.nomination.id)}/antwoord`}>
          <TextArea
            label="Jouw antwoord"
            hint="Zeg eerst wat je begreep. Het besluit blijft staan, de uitleg mag beter."
            name="antwoord"
            rows={6}
            maxlength={4000}
            value={back ? view.typed.antwoord : undefined}
            error={back ? errorFor(view.errors, 'antwoord') : undefined}
          />
          <Actions>
            <Button>Verstuur het antwoord</Button>
          </Actions>
        </Form>
      )}
    </Band>
  )
}
