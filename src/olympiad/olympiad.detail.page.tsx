import { inDutchWithTime } from '../foundation/clock.ts'
import { dayInDutch } from '../foundation/day.ts'
import {
  Actions,
  Band,
  Example,
  Facts,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Prose,
  Rows,
} from '../foundation/ui/index.ts'
import { CharterWords } from './charter.page.tsx'
import type { Charter } from './charter.ts'
import { chairUrl } from './olympiad.context.ts'
import { type Olympiad, olympiadState, olympiadUrl, stateWords } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import { programmeUrl } from './programme.ts'
import type { TrialRoom } from './room.trial.store.ts'
import { type Round, roundState } from './round.ts'

/** One standard that someone would change, with what became of that. */
export interface AgendaRow {
  href: string
  title: string
  text: string
}

function roundWords(round: Round, now: Date): string {
  switch (roundState(round, now)) {
    case 'planned':
      return `Begint op ${inDutchWithTime(round.opensAt)}.`
    case 'open':
      return `Open tot ${inDutchWithTime(round.closesAt)}.`
    case 'overdue':
      return 'De tijd is om. De voorzitter sluit en telt.'
    case 'closed':
      return round.kind === 'weighing' ? 'Gesloten. Kijk wat eruit kwam.' : 'Gesloten.'
  }
}

/** One Olympiade, for everyone: what it is about, the rules of the game, how far it is. */
export function OlympiadPage({
  olympiad,
  charter,
  rounds,
  chairs,
  now,
  mayLead,
  agenda,
  room,
}: {
  olympiad: Olympiad
  charter: Charter | undefined
  rounds: Round[]
  chairs: string[]
  now: Date
  mayLead: boolean
  agenda: AgendaRow[]
  /** In a trial installation: the round that goes on in the room, with its code. */
  room: TrialRoom | undefined
}) {
  const url = olympiadUrl(olympiad)
  const isOver = olympiadState(olympiad) === 'finished'
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{olympiad.title}</Heading>
        <Lead>{olympiad.question}</Lead>
        {olympiad.fictional ? <Example /> : null}
        <Prose>
          {olympiad.intro.split(/\n\s*\n/).map((part) => (
            <p>{part}</p>
          ))}
        </Prose>
        {room ? (
          <Notice tone="info" title="Nu in de zaal">
            <p>
              De code is <strong class="receipt">{room.code}</strong>. Anders hangt hij alleen in de zaal; in deze
              proefopstelling mag iedereen meedoen.
            </p>
            <Actions>
              <LinkButton href={room.href}>Doe mee in de zaal</LinkButton>
            </Actions>
          </Notice>
        ) : null}
        {isOver ? (
          // Whoever took part can still read back and take back what they wrote, with their link or code.
          <>
            <p>
              <LinkButton href={`${url}/uitslag`}>Bekijk de uitslag</LinkButton>
            </p>
            <p>
              <a href={entrance(olympiad)}>Deed je mee? Lees terug wat je zei</a>
            </p>
          </>
        ) : (
          <p>
            <LinkButton href={entrance(olympiad)} {...(room ? { kind: 'secondary' as const } : {})}>
              Ik ben uitgenodigd
            </LinkButton>
          </p>
        )}
        <p>
          <a href={programmeUrl(olympiad)}>{isOver ? 'Programma van de dag' : 'Programma van de dag, en aanmelden'}</a>
        </p>
        {mayLead ? (
          <p>
            <a href={chairUrl(olympiad)}>Voorzitten</a>
          </p>
        ) : null}
      </Band>
      <Band>
        <Facts
          items={[
            { term: 'Hoe staat het ervoor?', value: stateWords[olympiadState(olympiad)] },
            { term: 'Wanneer', value: `${dayInDutch(olympiad.startsOn)} tot en met ${dayInDutch(olympiad.endsOn)}` },
            ...(olympiad.place === '' ? [] : [{ term: 'Waar', value: olympiad.place }]),
            ...(chairs.length === 0 ? [] : [{ term: 'Voorzitter', value: chairs.join(', ') }]),
            ...(olympiad.funder === '' ? [] : [{ term: 'Wie betaalt', value: olympiad.funder }]),
          ]}
        />
        {rounds.length > 0 ? (
          <>
            <Heading level={2}>Rondes</Heading>
            <Rows
              items={rounds.map((round) => ({
                href:
                  round.closedAt !== null && round.kind === 'weighing'
                    ? `${url}/rondes/${round.number}`
                    : entrance(olympiad),
                title: round.kind === 'proposing' ? 'Ronde 0: zinnen bedenken' : `Ronde ${round.number}: zinnen wegen`,
                text: roundWords(round, now),
              }))}
            />
          </>
        ) : null}
      </Band>
      {agenda.length > 0 ? (
        <Band tone="wad">
          <Heading level={2}>Op de agenda: dit werkt zo niet</Heading>
          <p>
            Over deze kenmerken zei iemand dat ze zo niet werken. Hier praat deze Olympiade erover. Geen verplicht
            kader. Wel een goed begin van een gesprek.
          </p>
          <Rows items={agenda} />
        </Band>
      ) : null}
      <Band tone="boter">
        <Heading level={2}>De spelregels</Heading>
        {charter ? (
          <>
            <p>Vastgelegd voordat iemand kon stemmen. Er verandert niets meer aan.</p>
            <CharterWords {...charter} />
          </>
        ) : (
          <p>De spelregels komen hier te staan voordat de eerste ronde opent.</p>
        )}
        <Rows
          items={[
            { href: `${url}/uitslag`, title: 'Uitslag', text: 'Wat er per zin uitkwam.' },
            {
              href: `${url}/toelating`,
              title: 'Wat is doorgelaten',
              text: 'Welke redenen en voorstellen wel en niet, en waarom.',
            },
            { href: `${url}/logboek`, title: 'Logboek', text: 'Alles wat er besloten is.' },
          ]}
        />
      </Band>
    </>
  )
}
