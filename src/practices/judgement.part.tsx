import type { Child } from 'hono/jsx'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Choices,
  Disclosure,
  errorFor,
  type FieldError,
  Heading,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type Criterion, VERDICTS, type Verdict, verdictWord, weightWord } from './criterion.ts'
import { LONGEST_SENTENCE, VERDICT_VALUES } from './judgement.form.ts'

export const verdictChoices = VERDICTS.map((verdict) => ({
  value: VERDICT_VALUES[verdict],
  label: verdictWord(verdict).replace(/^./, (letter) => letter.toUpperCase()),
}))

const TONES = { meets: 'ok', partly: 'warn', fails: 'old' } as const

/** A verdict as a word in a colour; the word carries it. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict }) => (
  <Badge tone={TONES[verdict]}>{verdictWord(verdict)}</Badge>
)

/** What a criterion asks, folded behind its name. */
export const CriterionWords = ({ criterion }: { criterion: Criterion }) => (
  <Disclosure summary="Wat hoort hierbij?">
    <p>{criterion.explanation}</p>
    {criterion.example === '' ? null : <p>Voorbeeld: {criterion.example}</p>}
    {criterion.evidence === '' ? null : <p>Waaraan je het ziet: {criterion.evidence}</p>}
  </Disclosure>
)

/** One criterion to judge: three verdicts and one sentence. `beside` stands between the name and the question. */
export function CriterionFields(props: {
  criterion: Criterion
  typed: Typed
  errors: FieldError[]
  sentenceLabel: string
  beside?: Child
}) {
  const { criterion, typed, errors } = props
  const { slug, name } = criterion
  return (
    <section class="criterion" aria-labelledby={`criterium-${slug}`}>
      <Heading level={3} id={`criterium-${slug}`}>
        {criterion.position}. {name}
      </Heading>
      <Small>Dit criterium {weightWord(criterion.weight)}.</Small>
      <CriterionWords criterion={criterion} />
      {props.beside}
      <Choices
        type="radio"
        legend="Wat vind je?"
        name={`oordeel-${slug}`}
        options={verdictChoices}
        value={typed[`oordeel-${slug}`]}
        error={errorFor(errors, `oordeel-${slug}`)}
        big
        across
      />
      <TextArea
        label={props.sentenceLabel}
        name={`zin-${slug}`}
        rows={2}
        maxlength={LONGEST_SENTENCE}
        value={typed[`zin-${slug}`]}
        error={errorFor(errors, `zin-${slug}`)}
      />
    </section>
  )
}
