import { inDutchWithTime } from '../foundation/clock.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  Small,
} from '../foundation/ui/index.ts'
import { type Desk, type NextStep, openRoundOf } from './chair.ts'
import type { Charter } from './charter.ts'
import { flagUrl } from './flag.page.tsx'
import { chairUrl } from './olympiad.context.ts'
import { type Olympiad, olympiadUrl, type StakeholderRole } from './olympiad.ts'
import { MOST_ROUNDS, type Round, type RoundState, roundState, type Sentence } from './round.ts'
import { ruleSentence } from './rule.ts'
import { inSteps, neededWords, type Turnout } from './turnout.ts'
import type { VerdictRow } from './verdict.store.ts'
import { verdictWord } from './verdict.ts'

export interface ChairView extends Desk {
  /** Patterns in the open round about which nothing was decided. */
  flags: number
  olympiad: Olympiad
  charter: Charter | undefined
  roles: StakeholderRole[]
  turnout: Turnout[]
  sentences: Sentence[]
  verdicts: VerdictRow[]
  /** Proposals to change a standard that wait for an answer. */
  changes: number
  next: NextStep | undefined
  now: Date
}

/** What a chair sees: one screen, no names, no scores. */
export function ChairPage(view: ChairView) {
  const { olympiad, next, rounds } = view
  const open = openRoundOf(rounds)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{olympiad.title}</Heading>
        <Heading level={2}>Nu doen</Heading>
        {next ? (
          <>
            <Lead>{next.title}</Lead>
            <p>{next.words}</p>
            {next.part === 'aankondiging' ? (
              <Form action={chairUrl(olympiad, 'aankondiging')}>
                <Button>Kondig aan</Button>
              </Form>
            ) : (
              <LinkButton href={chairUrl(olympiad, next.part)}>{next.action ?? next.title}</LinkButton>
            )}
          </>
        ) : (
          <>
            <Lead>Deze Olympiade is afgerond</Lead>
            <LinkButton href={`${olympiadUrl(olympiad)}/uitslag`}>Bekijk de uitslag</LinkButton>
          </>
        )}
      </Band>
      {open ? <OpenRound {...view} open={open} /> : null}
      <Sentences {...view} />
      <Band>
        <Heading level={2}>De telregel</Heading>
        {view.charter ? (
          <p>
            <Badge tone="ok">ligt vast</Badge> {ruleSentence(view.charter.rule)} Minstens {view.charter.minimum} stemmen
            per groep.
          </p>
        ) : (
          <p>De spelregels liggen nog niet vast.</p>
        )}
        <Rows columns items={links(view)} />
      </Band>
    </>
  )
}

function OpenRound({ olympiad, open, roles, turnout, charter, waiting, flags, now }: ChairView & { open: Round }) {
  const minimum = charter?.minimum ?? olympiad.minimum
  const answered = (slug: string) => turnout.find(({ role }) => role === slug)?.answered ?? 0
  const all = turnout.reduce((sum, one) => sum + one.answered, 0)
  return (
    <Band tone="boter">
      <Heading level={2}>Ronde {open.number}</Heading>
      <p>
        {roundState(open, now) === 'open'
          ? `Open tot ${inDutchWithTime(open.closesAt)}.`
          : `De tijd was om op ${inDutchWithTime(open.closesAt)}.`}{' '}
        {inSteps(all) === 0 ? 'Nog minder dan vijf mensen deden mee.' : `Minstens ${inSteps(all)} mensen deden mee.`}
      </p>
      {open.kind === 'weighing' ? (
        <ul class="turnout">
          {roles.map((role) => (
            <li>{neededWords(role, answered(role.slug), minimum)}</li>
          ))}
        </ul>
      ) : null}
      <Small>
        Wie meedeed en wie niet, ziet {open.mode === 'open' ? 'tot de sluiting ' : ''}niemand. Wie nog niet antwoordde,
        krijgt vanzelf een herinnering. Onder de vijftig tellen we in stappen van vijf.
      </Small>
      {waiting > 0 ? (
        <p>
          <a href={chairUrl(olympiad, 'toelating')}>
            {waiting === 1 ? 'Er wacht één reactie om te lezen' : `Er wachten ${waiting} reacties om te lezen`}
          </a>
        </p>
      ) : null}
      {open.kind === 'weighing' && open.mode !== 'secret' ? (
        <p>
          <a href={flagUrl(olympiad, open)}>
            {flags === 0 ? 'Kijk of er iets opvalt' : flags === 1 ? 'Er is één signaal' : `Er zijn ${flags} signalen`}
          </a>
        </p>
      ) : null}
      <Actions>
        <LinkButton href={chairUrl(olympiad, `rondes/${open.number}/sluiting`)}>Sluit de ronde</LinkButton>
        <LinkButton kind="secondary" href={chairUrl(olympiad, `rondes/${open.number}/verlenging`)}>
          Verleng
        </LinkButton>
      </Actions>
    </Band>
  )
}

function Sentences({ sentences, verdicts }: ChairView) {
  if (sentences.length === 0) return null
  const last = new Map(verdicts.map((one) => [one.statement, one]))
  return (
    <Band>
      <Heading level={2}>De zinnen</Heading>
      <ol class="sentences">
        {sentences.map(({ statement, plain }) => {
          const verdict = last.get(statement)
          return (
            <li>
              {plain} {verdict ? <Badge>{`ronde ${verdict.number}: ${verdictWord(verdict.verdict)}`}</Badge> : null}
            </li>
          )
        })}
      </ol>
    </Band>
  )
}

const ROUND_WORDS: Record<RoundState, string> = {
  planned: 'Gepland.',
  open: 'Open.',
  overdue: 'De tijd is om; nog niet gesloten.',
  closed: 'Gesloten.',
}

function links({ olympiad, rounds, now, changes }: ChairView) {
  const to = (part: string, title: string, text: string) => ({ href: chairUrl(olympiad, part), title, text })
  return [
    to('opzet', 'Opzet', 'Waar het over gaat, welke groepen apart tellen, welke telregel.'),
    to('spelregels', 'Spelregels', olympiad.charterAt ? 'Liggen vast.' : 'Nog vast te leggen.'),
    to('panel', 'Deelnemers', 'Uitnodigen, codes op papier, balans tussen groepen.'),
    to('papier', 'Op papier', 'Formulieren printen, en hoe ver het invoeren is.'),
    to('programma', 'De dag', 'Programma, tafels en kaartjes voor op tafel.'),
    to('aanmeldingen', 'Wie er komen', 'Wat mensen nodig hebben, balans tussen groepen.'),
    to('live', 'In de zaal', 'Een ronde met telefoons en een groot scherm.'),
    to('toelating', 'Redenen en voorstellen', 'Lezen, doorlaten of weigeren.'),
    to('voorstellen', 'Voorstellen', 'Zinnen maken van wat mensen bedachten.'),
    to(
      'agenda',
      'Dit werkt zo niet',
      changes === 0
        ? 'Wat mensen aan een kenmerk zouden veranderen.'
        : `${changes === 1 ? 'Eén voorstel wacht' : `${changes} voorstellen wachten`} op antwoord.`,
    ),
    ...rounds.map((one) => to(`rondes/${one.number}`, `Ronde ${one.number}`, ROUND_WORDS[roundState(one, now)])),
    ...(olympiad.finishedAt === null && rounds.filter(({ kind }) => kind === 'weighing').length < MOST_ROUNDS
      ? [to('rondes/nieuw', 'Een ronde plannen', 'Zinnen kiezen, begin en einde.')]
      : []),
    { href: `${olympiadUrl(olympiad)}/uitslag`, title: 'Uitslag', text: 'Wat er per zin uitkwam.' },
    ...(olympiad.charterAt === null
      ? []
      : [
          {
            href: `${olympiadUrl(olympiad)}/hertelling.json`,
            title: 'Bestand om na te tellen',
            text: 'Met npm run recount rekent iedereen elke uitspraak na.',
          },
        ]),
    { href: `${olympiadUrl(olympiad)}/logboek`, title: 'Logboek', text: 'Alles wat er besloten is.' },
  ]
}

/** Asks before a round is closed: what it does, and that it can't be undone. */
export function ClosingPage({
  olympiad,
  round,
  short,
  paper,
  flags,
  last,
}: {
  olympiad: Olympiad
  round: Round
  /** Groups that have too few by now. */
  short: StakeholderRole[]
  /** Sheets of paper that were not entered twice yet, or differ. */
  paper: number
  /** Patterns that stand out and about which nothing was decided. */
  flags: number
  /** No round can follow. */
  last: boolean
}) {
  const action = chairUrl(olympiad, `rondes/${round.number}/sluiting`)
  return (
    <Band tone="boter">
      <Heading level={1}>Ronde {round.number} sluiten</Heading>
      {short.length > 0 && round.kind === 'weighing' ? (
        <Notice tone="warning" title="Nog niet elke groep heeft genoeg stemmen">
          <p>
            Sluit je nu, dan komt er over elke zin <em>geen uitspraak</em>. Te weinig stemmen van:{' '}
            {short.map(({ plural }) => plural).join(', ')}.
          </p>
        </Notice>
      ) : null}
      {paper > 0 ? (
        <Notice tone="warning" title="Er wachten nog papieren formulieren">
          <p>
            Van {paper === 1 ? 'één formulier' : `${paper} formulieren`} is het invoeren niet klaar. Sluit je nu, dan
            {paper === 1 ? ' telt dat' : ' tellen die'} niet mee.
          </p>
        </Notice>
      ) : null}
      {flags > 0 ? (
        <Notice
          tone="warning"
          title={flags === 1 ? 'Er valt iets op in deze ronde' : 'Er vallen dingen op in deze ronde'}
        >
          <p>
            Na de sluiting kan er niets meer uit de telling. <a href={flagUrl(olympiad, round)}>Kijk er eerst naar</a>.
          </p>
        </Notice>
      ) : null}
      <p>Dit gebeurt er als je sluit:</p>
      <ul>
        <li>Niemand kan in deze ronde nog antwoorden. Wie nu bezig is, krijgt dat te horen.</li>
        {round.kind === 'weighing' ? (
          <>
            <li>Alles wordt geteld volgens de spelregels, per groep apart.</li>
            <li>
              Iedereen ziet per groep ongeveer hoeveel van de tien mensen een zin nodig vonden.{' '}
              {round.mode === 'open' ? 'Wie meedoet, ziet ook wie wat koos, met naam.' : 'Nooit wie wat koos.'}
            </li>
          </>
        ) : (
          <li>De voorstellen die je doorliet, kun je in de volgende ronde laten wegen.</li>
        )}
      </ul>
      <p>
        <strong>Sluiten kun je niet terugdraaien.</strong>
      </p>
      <Form action={action}>
        {round.kind === 'weighing' && !last ? (
          <Actions>
            <Button name="daarna" value="verder">
              Sluit, er komt nog een ronde
            </Button>
            <Button kind="secondary" name="daarna" value="klaar">
              Sluit, dit was de laatste ronde
            </Button>
          </Actions>
        ) : (
          <Button name="daarna" value={round.kind === 'weighing' ? 'klaar' : 'verder'}>
            Sluit ronde {round.number}
          </Button>
        )}
      </Form>
      {round.kind === 'weighing' ? (
        <Small>
          Was dit de laatste ronde? Dan verdwijnen de schuilnamen voorgoed: daarna kan niemand zijn eigen antwoorden nog
          terugvinden, en wij ook niet.
        </Small>
      ) : null}
      <p>
        <a href={chairUrl(olympiad)}>Nog niet sluiten</a>
      </p>
    </Band>
  )
}
