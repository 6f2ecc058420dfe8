import type { Child } from 'hono/jsx'
import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { outcomeWord } from './decision.ts'
import type { ThemeProposal } from './theme.ts'

interface ThemesProps {
  year: number
  /** Chosen and not chosen, for everyone to read. */
  decided: ThemeProposal[]
  /** One's own that nobody looked at yet. */
  own: ThemeProposal[]
  waiting: number
  signedIn: boolean
  done: 'sent' | 'taken back' | undefined
  errors: FieldError[]
  typed: Typed
}

/** Proposing what next year's call is about, and reading what became of proposals. */
export function ThemesPage(props: ThemesProps) {
  const { year, decided, own, waiting, signedIn, done, errors, typed } = props
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Waar moet de oproep van {year} over gaan?</Heading>
        <Lead>Elk jaar kiezen we drie thema’s. Zie jij in je werk iets wat steeds terugkomt? Stel het voor.</Lead>
        {done === 'sent' ? (
          <Notice tone="ok" title="Je voorstel staat genoteerd">
            <p>Een redacteur leest het. Wat er gekozen wordt en waarom, lees je straks hier.</p>
          </Notice>
        ) : null}
        {done === 'taken back' ? (
          <Notice tone="ok" title="Je voorstel is weg">
            <p>Wij bewaren er niets van. Je kunt een ander thema voorstellen.</p>
          </Notice>
        ) : null}
        <ErrorSummary errors={errors} />
        {signedIn ? (
          <Form action="/oproepen/themas">
            <Field
              label="Het thema"
              name="naam"
              value={typed.naam}
              hint="Bijvoorbeeld: jonge mantelzorgers"
              autocomplete="off"
              error={errorFor(errors, 'naam')}
            />
            <TextArea
              label="Waarom volgend jaar?"
              name="reden"
              rows={4}
              value={typed.reden}
              hint="Wat zie je gebeuren? Noem geen namen."
              error={errorFor(errors, 'reden')}
            />
            <Button>Stel dit thema voor</Button>
            <Small>Wat je schrijft, kan op deze pagina komen te staan. Je naam komt er niet bij.</Small>
          </Form>
        ) : (
          <p>
            <LinkButton href="/inloggen?verder=%2Foproepen%2Fthemas">Log in en stel een thema voor</LinkButton>
          </p>
        )}
      </Band>
      <Band labelledby="gekozen">
        <Heading level={2} id="gekozen">
          Wat er met voorstellen gebeurde
        </Heading>
        {decided.length === 0 ? <p>Er is nog niets gekozen.</p> : <Proposals list={decided} />}
        {own.length > 0 ? (
          <>
            <Heading level={3}>Van jou, nog niet bekeken</Heading>
            <Proposals
              list={own}
              below={({ id, name }) => (
                <Form action={`/oproepen/themas/${id}/einde`} label={`Neem terug: ${name}`}>
                  <Button kind="subtle">Neem dit voorstel terug</Button>
                </Form>
              )}
            />
          </>
        ) : null}
        {waiting > 0 ? (
          <p>{waiting === 1 ? 'Eén voorstel wacht nog.' : `${waiting} voorstellen wachten nog.`}</p>
        ) : null}
        <p>
          <a href="/oproepen">Naar de oproepen</a>
        </p>
      </Band>
    </>
  )
}

function Proposals({ list, below }: { list: ThemeProposal[]; below?: (proposal: ThemeProposal) => Child }) {
  return (
    <ul class="intake-proposals">
      {list.map((proposal) => {
        const { name, reason, choice, year } = proposal
        return (
          <li class="stack stack--tight">
            <p>
              <strong>{name}</strong>{' '}
              <Badge tone={choice?.outcome === 'chosen' ? 'ok' : 'plain'}>
                {choice ? `${outcomeWord(choice.outcome)} voor ${year}` : `voorgesteld voor ${year}`}
              </Badge>
            </p>
            <p class="intake-words">{reason}</p>
            {choice ? (
              <p class="intake-words">
                <strong>{choice.outcome === 'chosen' ? 'Waarom wel' : 'Waarom niet'}:</strong> {choice.reason}
              </p>
            ) : null}
            {below?.(proposal)}
          </li>
        )
      })}
    </ul>
  )
}

interface DeskProps {
  year: number
  proposals: ThemeProposal[]
  errors: FieldError[]
  typed: Typed
}

/** An editor chooses, with a reason everyone can read. */
export function ThemeDeskPage({ year, proposals, errors, typed }: DeskProps) {
  const waiting = proposals.filter(({ choice }) => choice === null)
  const decided = proposals.filter(({ choice }) => choice !== null)
  const years = [...new Set(waiting.map((one) => one.year))]
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Themavoorstellen voor {year}</Heading>
        <Lead>Kies of kies niet, en zeg waarom. De reden staat daarna op de pagina van de voorstellen.</Lead>
        <p>
          <a href="/redactie/oproepen">Naar de oproepen</a>
        </p>
      </Band>
      <Band>
        <ErrorSummary errors={errors} />
        {waiting.length === 0 ? <p>Er wacht niets.</p> : null}
        {waiting.map(({ id, name, reason, proposedAt, year: wished }, index) => {
          const first = years.length > 1 && waiting[index - 1]?.year !== wished
          const mine = typed.voorstel === id
          const at = (field: string) => (mine ? errorFor(errors, field) : undefined)
          return (
            <section class="intake-choice stack" aria-labelledby={`voorstel-${index}`}>
              {first ? <p class="eyebrow">Voor {wished}</p> : null}
              <Heading level={2} id={`voorstel-${index}`}>
                {name}
              </Heading>
              <p class="intake-words">{reason}</p>
              <Small>
                Voorgesteld op {inDutch(proposedAt)}, voor {wished}
                {wished < year ? '. Hier besliste nog niemand over' : ''}
              </Small>
              <Form action="/redactie/themas" label={name}>
                <input type="hidden" name="voorstel" value={id} />
                <Choices
                  type="radio"
                  legend={`Gaat de oproep van ${Math.max(wished, year)} hierover?`}
                  name="uitkomst"
                  id={mine ? 'veld-uitkomst' : `veld-uitkomst-${index}`}
                  options={[
                    { value: 'chosen', label: 'Ja, we kiezen dit' },
                    { value: 'not chosen', label: 'Nee, dit keer niet' },
                  ]}
                  value={mine ? typed.uitkomst : undefined}
                  error={at('uitkomst')}
                />
                <TextArea
                  label="Waarom?"
                  name="reden"
                  id={mine ? 'veld-reden' : `veld-reden-${index}`}
                  rows={3}
                  value={mine ? typed.reden : undefined}
                  error={at('reden')}
                />
                <Button kind="secondary">Bewaar de keuze</Button>
              </Form>
            </section>
          )
        })}
        {decided.length > 0 ? (
          <>
            <Heading level={2}>Al bekeken</Heading>
            <Proposals list={decided} />
          </>
        ) : null}
      </Band>
    </>
  )
}
