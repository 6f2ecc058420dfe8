import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  RopeSteps,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import type { Round, Sentence } from './round.ts'
import { BANDS, bandWord, DONT_KNOW, type Band as Opinion, STRENGTHS, strengthWord } from './score.ts'
import {
  answerField,
  BAND_VALUES,
  DONT_KNOW_VALUE,
  LONGEST_REASON,
  STRENGTH_VALUES,
  strengthField,
} from './vote.form.ts'

/** Where one sentence of the open round is answered. */
export const sentenceUrl = (olympiad: Pick<Olympiad, 'slug'>, number: number): string =>
  `${olympiadUrl(olympiad)}/zin/${number}`

/** Every sentence on one page. */
export const sheetUrl = (olympiad: Pick<Olympiad, 'slug'>): string => `${olympiadUrl(olympiad)}/zinnen`

/** With more of them a knot is too small to see. */
const MOST_KNOTS = 15

interface SentenceProps {
  olympiad: Olympiad
  sentence: Sentence
  number: number
  of: number
  typed: Typed
  errors: FieldError[]
}

/** One sentence, one question: the counter, the plain line, an example, four answers of equal size. */
export function SentencePage({ olympiad, sentence, number, of, typed, errors }: SentenceProps) {
  return (
    <Band>
      {of <= MOST_KNOTS ? (
        <RopeSteps steps={of} current={number} />
      ) : (
        <p>
          Zin {number} van {of}
        </p>
      )}
      <ErrorSummary errors={errors} />
      <Form action={sentenceUrl(olympiad, number)} nonce={false}>
        <input type="hidden" name="zin" value={sentence.statement} />
        {typed.eerder === 'ja' ? <input type="hidden" name="eerder" value="ja" /> : null}
        <SentenceWords sentence={sentence} level={1} />
        <Weighing typed={typed} errors={errors} />
        <Actions>
          <Button>{number === of ? 'Klaar' : 'Volgende'}</Button>
          {number > 1 ? (
            <LinkButton kind="secondary" href={sentenceUrl(olympiad, number - 1)}>
              Vorige
            </LinkButton>
          ) : null}
          <Button kind="subtle" name="naar" value="later">
            Later verder
          </Button>
        </Actions>
      </Form>
    </Band>
  )
}

/** The answers of equal size, how strongly within one, and why: the same alone, at a table and in the room. */
export function Weighing({ typed, errors }: Pick<SentenceProps, 'typed' | 'errors'>) {
  return (
    <>
      <div class="weigh">
        <BandChoices
          name="antwoord"
          legend="Is dit nodig?"
          value={typed.antwoord}
          error={errorFor(errors, 'antwoord')}
        />
        {BANDS.map((band) => (
          <StrengthChoices band={band} value={typed[strengthField(band)]} />
        ))}
      </div>
      <TextArea
        label="Waarom vind je dat?"
        name="reden"
        rows={3}
        optional
        hint="Noem geen namen of cliënten. Anderen zien je reden pas nadat de voorzitter hem heeft gelezen, met alleen je groep erbij."
        maxlength={LONGEST_REASON * 100}
        value={typed.reden}
        error={errorFor(errors, 'reden')}
      />
    </>
  )
}

/** The words of a sentence: what everyone reads, an example, and the same for professionals, folded. */
export function SentenceWords({ sentence, level }: { sentence: Sentence; level: 1 | 2 | 3 }) {
  return (
    <div class="sentence">
      <Heading level={level}>
        <span class="sentence__plain">{sentence.plain}</span>
      </Heading>
      {sentence.example === '' ? null : <p class="sentence__example">Bijvoorbeeld: {sentence.example}</p>}
      {sentence.professional === '' ? null : (
        <Disclosure summary="In vaktaal">
          <p>{sentence.professional}</p>
        </Disclosure>
      )}
    </div>
  )
}

interface BandProps {
  name: string
  legend: string
  value: Typed[string]
  error?: string | undefined
}

function BandChoices({ name, legend, value, error }: BandProps) {
  const options = [...BANDS.map((band) => [BAND_VALUES[band], bandWord(band)]), [DONT_KNOW_VALUE, DONT_KNOW]]
  const id = `veld-${name}`
  return (
    <fieldset class="weigh__bands" aria-describedby={error ? `${id}-fout` : undefined}>
      <legend class="weigh__legend">{legend}</legend>
      {error ? (
        <p class="utrecht-form-field-error-message" id={`${id}-fout`}>
          {error}
        </p>
      ) : null}
      <div class="weigh__options">
        {options.map(([choice, words], at) => (
          <div class="weigh__option">
            <input
              class="weigh__input"
              type="radio"
              id={at === 0 ? id : `${id}-${at + 1}`}
              name={name}
              value={choice}
              checked={value === choice}
            />
            <label class="weigh__label" for={at === 0 ? id : `${id}-${at + 1}`}>
              {words}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const ASKED: Record<Opinion, string> = {
  'not needed': 'Hoe sterk vind je dat?',
  doubt: 'Welke kant neig je op?',
  needed: 'Hoe sterk vind je dat?',
}

/** How strongly, within one band: shown once that band is chosen, and never needed. */
function StrengthChoices({ band, value }: { band: Opinion; value: Typed[string] }) {
  const name = strengthField(band)
  return (
    <fieldset class={`weigh__strength weigh__strength--${BAND_VALUES[band]}`}>
      <legend class="weigh__legend weigh__legend--small">
        {ASKED[band]} <span class="field__optional">({bandWord(band)}, niet verplicht)</span>
      </legend>
      <div class="weigh__options weigh__options--three">
        {STRENGTHS.map((strength) => (
          <div class="weigh__option">
            <input
              class="weigh__input"
              type="radio"
              id={`veld-${name}-${STRENGTH_VALUES[strength]}`}
              name={name}
              value={STRENGTH_VALUES[strength]}
              checked={value === STRENGTH_VALUES[strength]}
            />
            <label class="weigh__label weigh__label--small" for={`veld-${name}-${STRENGTH_VALUES[strength]}`}>
              {strengthWord(band, strength)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

interface SheetProps {
  olympiad: Olympiad
  round: Round
  sentences: Sentence[]
  typed: Typed
  errors: FieldError[]
}

/** Every sentence on one page, sent at once. In a secret round it is the only way: one answer, and nothing changes after. */
export function SheetPage({ olympiad, round, sentences, typed, errors }: SheetProps) {
  const secret = round.mode === 'secret'
  return (
    <Band>
      <Heading level={1}>Alle zinnen op één pagina</Heading>
      {secret ? (
        <Notice tone="warning" title="Dit is een geheime ronde">
          <p>
            Je antwoordt één keer. Daarna kun je niets meer veranderen, en ook jij kunt je antwoorden niet terugzien.
            Beantwoord daarom elke zin. Weet je iets niet? Kies <em>weet ik niet</em>.
          </p>
        </Notice>
      ) : (
        <p>Antwoord op wat je wilt, en verstuur het onderaan. Wat je al antwoordde, staat ingevuld.</p>
      )}
      <ErrorSummary errors={errors} />
      <Form action={sheetUrl(olympiad)} nonce={secret}>
        {sentences.map((sentence) => (
          <section class="sheet-sentence">
            <SentenceWords sentence={sentence} level={2} />
            <BandChoices
              name={answerField(sentence.statement)}
              legend={`Is dit nodig? Zin ${sentence.position}`}
              value={typed[answerField(sentence.statement)]}
              error={errorFor(errors, answerField(sentence.statement))}
            />
          </section>
        ))}
        <Button>{secret ? 'Verstuur, dit kan één keer' : 'Bewaar mijn antwoorden'}</Button>
      </Form>
    </Band>
  )
}

interface DoneProps {
  olympiad: Olympiad
  round: Round
  answered: number
  of: number
  receipt: string
  /** A secret sheet that was sent before: the first time counts. */
  again?: boolean
  closes: string
}

/** Answered everything, or stopped for now. */
export function DonePage({ olympiad, round, answered, of, receipt, again, closes }: DoneProps) {
  const secret = round.mode === 'secret'
  return (
    <Band tone="wad">
      <Heading level={1}>{answered === of ? 'Dank je, je bent klaar' : 'Dank je, je antwoorden zijn bewaard'}</Heading>
      <p>
        {again
          ? null
          : answered === of
            ? `Je antwoordde op alle ${of} zinnen. `
            : `Je antwoordde op ${answered} van de ${of} zinnen. `}
        {secret
          ? 'In deze geheime ronde verandert daar niets meer aan.'
          : `Tot ${closes} mag je nog van mening veranderen.`}
      </p>
      {again ? <p>Je verstuurde deze pagina al eerder. Wat je de eerste keer koos, telt.</p> : null}
      <p>Na de sluiting zie je hier wat elke groep koos, en waarom.</p>
      <Notice tone="info" title="Je controlecode">
        <p>
          <strong class="receipt">{inFours(receipt)}</strong>
        </p>
        <p>
          Na de sluiting staat deze code in de openbare lijst van getelde stemmen. Schrijf hem op als je dat wilt
          nakijken.{' '}
          {secret ? 'Wij kunnen hem niet nog eens laten zien.' : 'Verander je een antwoord, dan verandert je code mee.'}
        </p>
      </Notice>
      <Actions>
        {secret || answered === of ? null : <LinkButton href={sentenceUrl(olympiad, 1)}>Ga verder</LinkButton>}
        {secret ? null : (
          <LinkButton kind="secondary" href={sheetUrl(olympiad)}>
            Kijk je antwoorden na
          </LinkButton>
        )}
        <LinkButton kind="subtle" href={entrance(olympiad)}>
          Naar het begin
        </LinkButton>
      </Actions>
      <Small>Zit je op een computer van een ander? Sluit dan af op de beginpagina.</Small>
    </Band>
  )
}

/** A code as people read and copy it. */
export const inFours = (code: string): string => (code.match(/.{1,4}/g) ?? []).join(' ')
