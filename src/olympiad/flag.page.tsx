import { inDutchWithTime } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Charter } from './charter.ts'
import { FEWEST_ALIKE, FEWEST_SENTENCES, type Flag, type FlagKind, mayRemove } from './flag.ts'
import { chairUrl } from './olympiad.context.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import type { Round } from './round.ts'
import { inSteps } from './turnout.ts'

/** Where a chair looks at what stands out in a round. */
export const flagUrl = (olympiad: Pick<Olympiad, 'slug'>, { number }: Pick<Round, 'number'>): string =>
  chairUrl(olympiad, `rondes/${number}/signalen`)

/** What may be behind it, bad and innocent. */
const MEANING: Record<FlagKind, string> = {
  'identical ballots':
    'Het kan één iemand zijn met veel codes. Het kan ook een groep zijn die het samen invulde, en dat mag. Je ziet niet van wie de formulieren zijn, en niet wat erop staat.',
  'same answer':
    'Op deze formulieren staat van boven tot onder hetzelfde antwoord. Dat is vaak onschuldig: wie alles nodig vindt, kiest steeds nodig. Haal ze er alleen uit als je zeker weet dat er iets mis is.',
  burst:
    'Na een mail of aan een tafel gebeurt dat vanzelf. Het kan ook een programma zijn dat steeds hetzelfde verstuurt. Van een antwoord bewaren we geen tijd, dus welke het waren, is niet te zeggen.',
  'sign-ups':
    'Zo gaat het als je aan een tafel samen begint. Het kan ook iemand zijn die een hele stapel codes opende. Wat er met die codes is geantwoord, is niet te zeggen.',
}

/** As much as may be told while nothing is counted: below fifty in steps of five. */
const atLeast = (forms: number): string => `minstens ${inSteps(forms)}`

/** What was seen, without anyone and without an answer. */
export function flagWords({ kind, role, forms, around }: Flag, charter: Charter | undefined): string {
  const plural = charter?.roles.find(({ slug }) => slug === role)?.plural ?? role ?? ''
  const when = around ? inDutchWithTime(around) : ''
  switch (kind) {
    case 'identical ballots':
      return `Van ${plural} zijn ${atLeast(forms)} formulieren op elke zin precies gelijk`
    case 'same answer':
      return `Van ${plural} geven ${atLeast(forms)} formulieren op elke zin één en hetzelfde antwoord`
    case 'burst':
      return `Rond ${when} kwamen binnen tien seconden ${atLeast(forms)} antwoorden binnen`
    case 'sign-ups':
      return `Rond ${when} gingen binnen een minuut ${atLeast(forms)} codes van één lichting ${plural} open`
  }
}

interface FlagView {
  olympiad: Olympiad
  round: Round
  charter: Charter | undefined
  flags: Flag[]
  looked: boolean
  back: { flag: string; errors: FieldError[]; typed: Typed } | undefined
}

/** What stands out in a round, what it may mean, and taking forms out by the published rule. */
export function FlagPage({ olympiad, round, charter, flags, looked, back }: FlagView) {
  const closed = round.closedAt !== null
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Signalen in ronde {round.number}</Heading>
        <Lead>Een signaal is geen bewijs. Kijk er rustig naar voordat je de ronde sluit.</Lead>
        {looked ? <Notice tone="ok" title="Opnieuw gekeken" /> : null}
        {back ? <ErrorSummary errors={back.errors} /> : null}
        {flags.length === 0 ? <p>Er valt niets op.</p> : null}
        {closed ? (
          <p>
            De ronde is gesloten. <a href={`${olympiadUrl(olympiad)}/rondes/${round.number}`}>Bekijk wat eruit kwam</a>.
          </p>
        ) : (
          <Form action={flagUrl(olympiad, round)}>
            <Button kind="secondary">Kijk opnieuw</Button>
          </Form>
        )}
        <Disclosure summary="Waar kijken we naar?">
          <ul>
            <li>
              Formulieren van één groep die op {FEWEST_SENTENCES} of meer zinnen precies gelijk zijn, vanaf{' '}
              {FEWEST_ALIKE} stuks. Over minder zeggen we niets.
            </li>
            <li>Veel antwoorden binnen tien seconden, buiten een ronde in de zaal.</li>
            <li>Veel codes van één lichting die binnen een minuut opengaan.</li>
          </ul>
          <p>
            We kijken naar schuilnamen, zolang die er zijn. Niemand ziet welke mensen het zijn of wat er op een
            formulier staat. In een geheime ronde valt er niets te vergelijken.
          </p>
        </Disclosure>
      </Band>
      {flags.map((flag) => (
        <Band>
          <Heading level={2}>{flagWords(flag, charter)}</Heading>
          <p>{MEANING[flag.kind]}</p>
          {flag.removedAt !== null ? (
            <>
              <p>
                <Badge tone="warn">gaat uit de telling</Badge> Besloten op {inDutchWithTime(flag.removedAt)}.
              </p>
              <blockquote>{flag.reason}</blockquote>
              <Small>
                Bij de sluiting gaan alle formulieren van deze groep eruit die dan nog precies gelijk zijn. Zijn dat er
                minder dan {FEWEST_ALIKE}, dan blijven ze meetellen.
              </Small>
            </>
          ) : mayRemove(flag) && !closed ? (
            <RemovalForm olympiad={olympiad} round={round} charter={charter} flag={flag} back={back} />
          ) : (
            <Small>Hier valt niets uit te halen.</Small>
          )}
        </Band>
      ))}
      <Band tone="boter">
        <p>
          <a href={chairUrl(olympiad)}>Terug naar het overzicht</a>
        </p>
      </Band>
    </>
  )
}

function RemovalForm({ olympiad, round, charter, flag, back }: Omit<FlagView, 'flags' | 'looked'> & { flag: Flag }) {
  const mine = back?.flag === flag.id ? back : undefined
  const field = mine ? 'veld-reden' : `veld-reden-${flag.id}`
  return (
    <>
      <p>De regel die vooraf is gepubliceerd:</p>
      <blockquote>{charter?.removalRule}</blockquote>
      <Form action={`${flagUrl(olympiad, round)}/${flag.id}/verwijdering`}>
        <TextArea
          id={field}
          label="Waarom valt dit onder die regel?"
          name="reden"
          rows={3}
          hint="Noem geen namen. Dit staat straks bij de uitslag, met de telling mét en zonder."
          value={mine?.typed.reden}
          error={mine ? errorFor(mine.errors, 'reden') : undefined}
        />
        <Button kind="secondary">Haal deze formulieren uit de telling</Button>
      </Form>
      <Small>Dat kun je niet terugdraaien. Het staat meteen in het logboek.</Small>
    </>
  )
}
