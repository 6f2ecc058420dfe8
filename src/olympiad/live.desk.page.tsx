import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  Facts,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Script,
  Select,
  Small,
} from '../foundation/ui/index.ts'
import { hallUrl, inThrees, type LiveSession, remoteUrl, type Screen, timeWords } from './live.ts'
import type { Olympiad } from './olympiad.ts'
import type { Round, Sentence } from './round.ts'

/** Before it begins: what happens, and one button per open round. */
export function StartRoomPage(props: {
  olympiad: Olympiad
  rounds: Round[]
  /** Where rounds are opened. */
  roundsUrl: string
  errors: FieldError[]
}) {
  const { olympiad, rounds, roundsUrl, errors } = props
  return (
    <Band tone="wad" narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>In de zaal</Heading>
      <Lead>
        Iedereen stemt op een eigen telefoon, zin voor zin. Jij bedient het scherm vanaf dit scherm, ook op je telefoon.
      </Lead>
      {rounds.length === 0 ? (
        <Notice tone="info" title="Er is nu geen ronde open die in de zaal kan">
          <p>
            Open eerst een ronde waarin mensen zinnen wegen. Een geheime ronde kan niet in de zaal: daarin geeft
            iedereen alle antwoorden in één keer.
          </p>
          <p>
            <LinkButton href={roundsUrl} kind="secondary">
              Naar de rondes
            </LinkButton>
          </p>
        </Notice>
      ) : (
        rounds.map((round) => (
          <Form action={remoteUrl(olympiad)}>
            <input type="hidden" name="ronde" value={round.id} />
            <Actions>
              <Button>Begin ronde {round.number} in de zaal</Button>
            </Actions>
          </Form>
        ))
      )}
    </Band>
  )
}

export interface RemoteView {
  olympiad: Olympiad
  session: LiveSession
  round: Round
  screen: Screen
  sentences: Sentence[]
  shown: Sentence | undefined
  next: Sentence | undefined
  counter: string
  seconds: number | null
  inside: string
  /** Another tab or chair was first. */
  late: boolean
  /** Where the round is closed. */
  closingUrl: string
}

function Step({
  view,
  step,
  label,
  kind,
}: {
  view: RemoteView
  step: string
  label: string
  kind?: 'secondary' | 'subtle'
}) {
  return (
    <Form action={`${remoteUrl(view.olympiad)}/stap`}>
      <input type="hidden" name="gezien" value={view.screen.seq} />
      <input type="hidden" name="stap" value={step} />
      <Button kind={kind ?? 'primary'}>{label}</Button>
    </Form>
  )
}

/** The chair's own screen: what is shown, what comes next, and the buttons. No figure of what anyone chose. */
export function RemotePage(view: RemoteView) {
  const { olympiad, session, round, screen, sentences, shown, next, counter, seconds, inside, late } = view
  const paused = screen.left !== null
  return (
    <>
      <Band tone="wad" narrow>
        <div class="remote" data-live={`${remoteUrl(olympiad)}/stroom`} data-step={screen.seq} data-live-remote>
          <Heading level={1}>In de zaal</Heading>
          {late ? (
            <Notice tone="warning" title="Iemand anders was je voor">
              <p>Op een ander scherm is intussen al op een knop gedrukt. Hieronder staat hoe het nu is.</p>
            </Notice>
          ) : null}
          <p class="live__top">
            {shown ? counter : 'Er staat nog geen zin op het scherm'}{' '}
            <span data-live-time>{timeWords(seconds, paused)}</span>
          </p>
          {shown ? <p class="remote__shown">{shown.plain}</p> : null}
          <p data-live-inside>{inside}</p>
          {next ? <Step view={view} step="volgende" label={shown ? 'Volgende zin' : 'Toon de eerste zin'} /> : null}
          {next && shown ? <Small>Hierna: {next.plain}</Small> : null}
          {shown && !next ? <p>Dit was de laatste zin. Je kunt de ronde sluiten, of nog een zin laten zien.</p> : null}
          {shown ? (
            <div class="remote__steps">
              <Step view={view} step="meer" label="Meer tijd" kind="secondary" />
              <Step
                view={view}
                step={paused ? 'verder' : 'pauze'}
                label={paused ? 'Ga verder' : 'Pauze'}
                kind="secondary"
              />
              <Step view={view} step="leeg" label="Maak het scherm leeg" kind="secondary" />
            </div>
          ) : null}
          <Script name="live" />
        </div>
      </Band>
      <Band narrow>
        <Form action={`${remoteUrl(olympiad)}/stap`}>
          <input type="hidden" name="gezien" value={screen.seq} />
          <input type="hidden" name="stap" value="toon" />
          <Select
            label="Laat een andere zin zien"
            name="zin"
            options={sentences.map(({ statement, plain, position }) => ({
              value: statement,
              label: `${position}. ${plain}`,
            }))}
            value={shown?.statement ?? ''}
          />
          <Actions>
            <Button kind="secondary">Toon deze zin</Button>
          </Actions>
        </Form>
        <Facts
          items={[
            { term: 'De code', value: inThrees(session.code) },
            { term: 'Ronde', value: String(round.number) },
          ]}
        />
        <Actions>
          <LinkButton href={hallUrl(olympiad)} kind="secondary">
            Open het scherm voor de zaal
          </LinkButton>
        </Actions>
        <Small>Doe dat op de computer van de beamer. Dit scherm hou je zelf.</Small>
      </Band>
      <Band tone="boter" narrow>
        <Heading level={2}>Klaar?</Heading>
        <p>Sluit je de ronde, dan telt het systeem alle stemmen. Daarna kan niemand nog iets veranderen.</p>
        <Actions>
          <LinkButton href={view.closingUrl}>Sluit de ronde</LinkButton>
        </Actions>
        <Form action={`${remoteUrl(olympiad)}/einde`}>
          <Actions>
            <Button kind="subtle">Stop in de zaal, de ronde blijft open</Button>
          </Actions>
        </Form>
      </Band>
    </>
  )
}
