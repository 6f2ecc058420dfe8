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
  Notice,
  TextArea,
} from '../foundation/ui/index.ts'
import { type AssessmentView, deskUrl } from './assessment.view.ts'
import { ranAYear } from './call.ts'
import { type FirstCheck, hardCriteria } from './first-check.ts'
import { CriterionWords } from './judgement.part.tsx'

const HINTS = { ja: 'Ja', nee: 'Nee' } as const

/** The first sitting: the hard criteria, and what we still ask. */
export function FirstCheckBand(view: AssessmentView) {
  const { checkState, checks, submission } = view
  const done = checks.find((check) => check.submission === submission.id)
  return (
    <Band tone="boter" labelledby="toets">
      <Heading level={2} id="toets">
        Eerste toets
      </Heading>
      {checkState === 'to check' && checks.length > 0 ? (
        <Notice tone="info" title="De organisatie antwoordde">
          <p>Je vroeg: {checks[0]?.question}</p>
        </Notice>
      ) : null}
      {done ? <Done view={view} check={done} /> : null}
      {checkState === 'to check' && !view.nomination.withdrawnAt ? <CheckForm {...view} /> : null}
    </Band>
  )
}

function Done({ view, check }: { view: AssessmentView; check: FirstCheck }) {
  return (
    <>
      <p>
        <Badge tone={check.outcome === 'passed' ? 'ok' : 'warn'}>
          {check.outcome === 'passed' ? 'rond' : 'vraag gesteld'}
        </Badge>{' '}
        {inDutch(check.checkedAt)}
      </p>
      <ul>
        {check.words.map(({ criterion, met, sentence }) => (
          <li>
            {view.criteria.find(({ id }) => id === criterion)?.name ?? 'Criterium'}: {met ? 'voldoet' : 'nog niet'}
            {sentence === '' ? '' : `. ${sentence}`}
          </li>
        ))}
      </ul>
      {check.outcome === 'asked' ? (
        <p>
          Gevraagd: {check.question} De organisatie ziet dit op haar statuspagina en antwoordt door de aanmelding aan te
          vullen en opnieuw te versturen.
        </p>
      ) : null}
    </>
  )
}

function CheckForm(view: AssessmentView) {
  const { nomination, submission, criteria, submitted, form } = view
  const errors = form === 'check' ? view.errors : []
  const typed: Typed = form === 'check' ? view.typed : {}
  const { startedOn } = submitted.sections.start
  const longEnough = startedOn !== '' && ranAYear(startedOn, nomination.call.closesOn)
  return (
    <Form action={`${deskUrl(nomination.id)}/toets`}>
      <input type="hidden" name="verzending" value={submission.id} />
      <p>
        Op de sluitingsdag loopt deze praktijk {longEnough ? 'een jaar of langer' : 'nog geen jaar'}, volgens de
        begindatum die ze opgaven.
      </p>
      {hardCriteria(criteria).map((criterion) => (
        <section class="criterion" aria-labelledby={`hard-${criterion.slug}`}>
          <Heading level={3} id={`hard-${criterion.slug}`}>
            {criterion.name}
          </Heading>
          <CriterionWords criterion={criterion} />
          <Choices
            type="radio"
            legend="Is hieraan voldaan?"
            name={`voldaan-${criterion.slug}`}
            options={Object.entries(HINTS).map(([value, label]) => ({ value, label }))}
            value={typed[`voldaan-${criterion.slug}`]}
            error={errorFor(errors, `voldaan-${criterion.slug}`)}
            big
            across
          />
          <TextArea
            label="Toelichting"
            name={`zin-${criterion.slug}`}
            rows={2}
            maxlength={600}
            value={typed[`zin-${criterion.slug}`]}
            error={errorFor(errors, `zin-${criterion.slug}`)}
            optional
          />
        </section>
      ))}
      <Choices
        type="radio"
        legend="Hoe gaat het verder?"
        name="uitkomst"
        options={[
          { value: 'rond', label: 'Rond: naar twee meelezers' },
          { value: 'vraag', label: 'We vragen eerst iets aan de organisatie' },
        ]}
        value={typed.uitkomst}
        error={errorFor(errors, 'uitkomst')}
      />
      <TextArea
        label="Wat willen we nog weten?"
        hint="De organisatie leest dit letterlijk. Vraag één ding tegelijk."
        name="vraag"
        rows={4}
        maxlength={2000}
        value={typed.vraag}
        error={errorFor(errors, 'vraag')}
        optional
      />
      <Actions>
        <Button>Sluit de eerste toets</Button>
      </Actions>
    </Form>
  )
}
