import { inDutch, inDutchWithTime } from '../foundation/clock.ts'
import {
  Actions,
  Band,
  Button,
  Choices,
  Disclosure,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
} from '../foundation/ui/index.ts'
import { type Olympiad, olympiadUrl, type StakeholderRole } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import { NameForm } from './panel.part.tsx'
import type { Mode, Round } from './round.ts'
import { type Rule, ruleSentence } from './rule.ts'
import { sentenceUrl, sheetUrl } from './vote.page.tsx'

export interface WelcomeView {
  olympiad: Olympiad
  role: StakeholderRole
  roles: StakeholderRole[]
  rule: Rule | undefined
  round: Round | undefined
  /** Whether answers are taken now. */
  votable: boolean
  of: number
  answered: number
  /** The first sentence without an answer. */
  next: number
  mayCorrect: boolean
  /** They answered in this round, and nothing here leads to it: a secret round, or a link that was lost since. */
  elsewhere: boolean
  /** In an open Olympiade: the name under which their answers stand, '' before they gave one. */
  name: string | undefined
  closed: Round[]
  planned: Round | undefined
  /** What was typed as a name, when something was wrong with it. */
  typedName: string
  errors: FieldError[]
}

const MINUTES_PER_SENTENCE = 2 / 3

const minutes = (sentences: number): string => {
  const many = Math.max(1, Math.ceil(sentences * MINUTES_PER_SENTENCE))
  return many === 1 ? 'ongeveer een minuut' : `ongeveer ${many} minuten`
}

const WHO_SEES: Record<Mode, string> = {
  confidential: 'De voorzitter ziet niet wat jij kiest. Ook de redactie niet.',
  open: 'In deze Olympiade is de stemming open: wie meedoet, ziet na de sluiting wie wat koos, met naam.',
  secret: 'Deze ronde is geheim: niemand kan zien wat jij kiest, ook later niet, en jij zelf ook niet.',
}

/** The first screen of whoever takes part. */
export function WelcomePage(view: WelcomeView) {
  const { olympiad, round, rule } = view
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Fijn dat je meepraat</Heading>
        <Lead>{olympiad.question}</Lead>
        <p>
          Je doet mee als <strong>{view.role.name}</strong>
          {view.name ? (
            <>
              , onder de naam <strong>{view.name}</strong>
            </>
          ) : null}
          . <a href="#groep">Klopt dat niet?</a>
        </p>
        <ErrorSummary errors={view.errors} />
        {round?.kind === 'weighing' ? <Weighing {...view} round={round} /> : null}
        {round?.kind === 'proposing' ? <Proposing {...view} round={round} /> : null}
        {round === undefined ? <NothingOpen {...view} /> : null}
        {olympiad.help === '' ? null : <p>Hulp nodig? {olympiad.help}</p>}
      </Band>
      <Band id="groep">
        <GroupForm {...view} />
        {view.name && view.mayCorrect ? (
          <Disclosure summary="Klopt je naam niet?">
            <NameForm olympiad={olympiad} name={view.name} errors={[]} change />
          </Disclosure>
        ) : null}
        {rule && round?.kind !== 'weighing' ? <p>{ruleSentence(rule)}</p> : null}
        {view.closed.length === 0 ? null : (
          <>
            <Heading level={2}>Wat eruit kwam</Heading>
            <Rows
              items={view.closed.map((one) => ({
                href: `${olympiadUrl(olympiad)}/rondes/${one.number}`,
                title: `Ronde ${one.number}`,
                text: one.closedAt ? `Gesloten op ${inDutch(one.closedAt)}. Kijk wat elke groep koos, en waarom.` : '',
              }))}
            />
          </>
        )}
        <Actions>
          <Leave olympiad={olympiad} part="afsluiten" label="Sluit af op dit apparaat" />
          <LinkButton kind="subtle" href={`${entrance(olympiad)}/stoppen`}>
            Ik wil stoppen
          </LinkButton>
        </Actions>
      </Band>
    </>
  )
}

function Leave({ olympiad, part, label }: { olympiad: Olympiad; part: string; label: string }) {
  return (
    <Form action={`${entrance(olympiad)}/${part}`}>
      <Button kind="secondary">{label}</Button>
    </Form>
  )
}

function Weighing(view: WelcomeView & { round: Round }) {
  const { olympiad, round, votable, of, answered, rule } = view
  if (!votable)
    return (
      <Notice tone="info" title={`Ronde ${round.number} wordt geteld`}>
        <p>Antwoorden kan niet meer. Zodra de voorzitter sluit, zie je hier wat eruit kwam.</p>
      </Notice>
    )
  const secret = round.mode === 'secret'
  return (
    <>
      <p>
        <strong>
          {of} zinnen, {minutes(of)}, stoppen mag.
        </strong>{' '}
        Antwoorden kan tot {inDutchWithTime(round.closesAt)}.
      </p>
      <p>
        Er is geen goed of fout. Weet je iets niet? Kies <em>weet ik niet</em>.
      </p>
      <p>{WHO_SEES[round.mode]}</p>
      {rule ? (
        <p>
          {ruleSentence(rule)} Zo telt elke groep apart, ook die van jou: een grote groep kan een kleine niet
          overstemmen.
        </p>
      ) : null}
      {answered > 0 && !secret ? (
        <p>
          Je antwoordde al op {answered} van de {of} zinnen.
        </p>
      ) : null}
      {view.elsewhere ? (
        <Elsewhere secret={secret} />
      ) : view.name === '' && round.mode === 'open' ? (
        <NameForm olympiad={olympiad} name={view.typedName} errors={view.errors} />
      ) : (
        <Begin {...view} />
      )}
    </>
  )
}

function Elsewhere({ secret }: { secret: boolean }) {
  return (
    <Notice tone="info" title="Je antwoordde al in deze ronde">
      <p>
        {secret
          ? 'Dat kan in een geheime ronde één keer. Je antwoorden tellen, en niemand kan ze bij jou terugvinden.'
          : 'Dat was met je vorige link. Die antwoorden tellen; met deze link kun je ze niet zien of veranderen. In een volgende ronde doe je gewoon weer mee.'}
      </p>
    </Notice>
  )
}

function Begin({ olympiad, round, answered, next }: WelcomeView & { round: Round }) {
  const secret = round.mode === 'secret'
  return (
    <Actions>
      <LinkButton href={secret ? sheetUrl(olympiad) : sentenceUrl(olympiad, next)}>
        {answered > 0 && !secret ? 'Ga verder' : 'Begin'}
      </LinkButton>
      {secret ? null : (
        <LinkButton kind="subtle" href={sheetUrl(olympiad)}>
          Alle zinnen op één pagina
        </LinkButton>
      )}
    </Actions>
  )
}

function Proposing({ olympiad, round, votable }: WelcomeView & { round: Round }) {
  return (
    <>
      <p>
        We verzamelen eerst zinnen over goed werk. Wat vind jij nodig? Je mag meer dan één zin opschrijven, tot{' '}
        {inDutchWithTime(round.closesAt)}.
      </p>
      <p>Bij je zin staat later alleen je groep, nooit je naam.</p>
      {votable ? (
        <Actions>
          <LinkButton href={`${olympiadUrl(olympiad)}/voorstel`}>Begin</LinkButton>
        </Actions>
      ) : (
        <p>Opschrijven kan niet meer. De voorzitter leest nu wat er binnenkwam.</p>
      )}
    </>
  )
}

function NothingOpen({ planned, closed, olympiad }: WelcomeView) {
  if (olympiad.finishedAt !== null) return <p>Deze Olympiade is afgerond. Hieronder zie je wat eruit kwam.</p>
  if (planned)
    return (
      <p>
        Er is nu geen ronde open. Ronde {planned.number} begint op {inDutchWithTime(planned.opensAt)}. Je hoeft niets te
        doen: bewaar je link.
      </p>
    )
  return (
    <p>
      Er is nu geen ronde open.{closed.length > 0 ? ' De voorzitter bekijkt of er nog een ronde komt.' : ''} Bewaar je
      link.
    </p>
  )
}

function GroupForm({ olympiad, role, roles, mayCorrect, errors }: WelcomeView) {
  return (
    <Disclosure summary="Klopt je groep niet?" open={errorFor(errors, 'groep') !== undefined}>
      {mayCorrect ? (
        <Form action={`${entrance(olympiad)}/groep`}>
          <Choices
            type="radio"
            legend="Als wie praat je mee?"
            name="groep"
            options={roles.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={role.slug}
            error={errorFor(errors, 'groep')}
          />
          <Button kind="secondary">Verander mijn groep</Button>
        </Form>
      ) : (
        <p>
          Je hebt al geantwoord, en je antwoorden tellen bij deze groep. Daarom kan de groep nu niet meer anders.{' '}
          {olympiad.help}
        </p>
      )}
    </Disclosure>
  )
}
