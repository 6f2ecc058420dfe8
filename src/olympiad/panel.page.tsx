import type { Child } from 'hono/jsx'
import { inDutch, inDutchWithTime } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  Choices,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  Small,
} from '../foundation/ui/index.ts'
import { type Olympiad, olympiadUrl, type StakeholderRole } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import { NameForm } from './panel.part.tsx'
import { OldAnswers, renewalUrl } from './renewal.page.tsx'
import type { Mode, Round } from './round.ts'
import { type Rule, ruleSentence } from './rule.ts'
import { sentenceUrl, sheetUrl } from './vote.page.tsx'

/** A link from a mail or a code of paper: only the button opens it, for machines open links too. */
export function KeyPage({ olympiad, token, renewed }: { olympiad: Olympiad; token: string; renewed: boolean }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Fijn dat je meepraat</Heading>
      <Lead>{olympiad.question}</Lead>
      {renewed ? (
        <>
          <p>Dit is je nieuwe link. Druk je op de knop, dan werkt je oude link niet meer.</p>
          <OldAnswers />
        </>
      ) : null}
      <Form action={entrance(olympiad)} nonce={false}>
        <input type="hidden" name="sleutel" value={token} />
        <Button>Doe mee</Button>
      </Form>
    </Band>
  )
}

/** Whoever has no link at hand types a code, or asks for help. */
export function CodePage({ olympiad, errors, typed }: { olympiad: Olympiad; errors: FieldError[]; typed: Typed }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Meedoen</Heading>
      <Lead>{olympiad.question}</Lead>
      <p>Kreeg je een mail? Open dan de link in die mail. Kreeg je een code op papier? Typ die hier.</p>
      <ErrorSummary errors={errors} />
      <Form action={entrance(olympiad)} nonce={false}>
        <Field
          label="Je code"
          name="sleutel"
          size="code"
          autocomplete="off"
          spellcheck={false}
          hint="Twintig letters en cijfers. Hoofdletters en streepjes maken niet uit."
          value={typed.sleutel}
          error={errorFor(errors, 'sleutel')}
        />
        <Button>Doe mee</Button>
      </Form>
      <p>
        <a href={renewalUrl(olympiad)}>Ik ben mijn link of code kwijt</a>
      </p>
      {olympiad.help === '' ? null : <p>Hulp nodig? {olympiad.help}</p>}
    </Band>
  )
}

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

/**
 * Asks before someone stops. `answers`: what they answered in the open round can be taken out, or it stays because nothing
 * leads to it any more; undefined when there is nothing.
 */
export function StopPage({
  olympiad,
  answers,
}: {
  olympiad: Olympiad
  answers: 'theirs' | 'out of reach' | undefined
}) {
  return (
    <Band tone="boter">
      <Heading level={1}>Stoppen met meedoen</Heading>
      <p>Stoppen mag altijd, en je hoeft niet te zeggen waarom. Je krijgt dan geen mail meer van ons.</p>
      <Form action={`${entrance(olympiad)}/stoppen`}>
        {answers === 'theirs' ? (
          <Choices
            type="radio"
            legend="Wat doen we met je antwoorden in de ronde die nu open is?"
            name="antwoorden"
            options={[
              { value: 'blijven', label: 'Die blijven meetellen' },
              { value: 'weg', label: 'Haal ze weg' },
            ]}
            value="blijven"
          />
        ) : null}
        {answers === 'out of reach' ? (
          <p>Wat je in de ronde antwoordde die nu open is, blijft tellen. Niemand kan het nog bij jou terugvinden.</p>
        ) : null}
        <Small>Antwoorden uit rondes die gesloten zijn, blijven geteld. Je naam en mailadres gaan weg.</Small>
        <Actions>
          <Button>Ik stop</Button>
          <LinkButton kind="secondary" href={entrance(olympiad)}>
            Toch niet
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}

/** Said after someone stopped or closed this browser. */
export function GonePage({ olympiad, children }: { olympiad: Olympiad; children?: Child }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Dank je wel</Heading>
      {children}
      <p>
        <a href={olympiadUrl(olympiad)}>Naar de Olympiade</a>
      </p>
    </Band>
  )
}
