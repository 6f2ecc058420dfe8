import {
  Band,
  Button,
  Disclosure,
  Facts,
  Form,
  Heading,
  Lead,
  LinkButton,
  Prose,
  SceneBand,
  Small,
} from '../foundation/ui/index.ts'
import type { Instrument } from './instrument.ts'

/** The first screen: what it is, and one button. */
export function StartPage({ instrument }: { instrument: Instrument }) {
  const { start, privacy } = instrument.words
  return (
    <>
      <SceneBand scene="tafel">
        <Heading level={1}>{start.title}</Heading>
        <Lead>
          {start.lead} {start.points.join(' ')}
        </Lead>
        <Form action="/reflectie" nonce={false}>
          <Button>{start.begin}</Button>
        </Form>
        <Small>
          {start.device} {start.student}
        </Small>
        <Disclosure summary="Wie ziet dit?">
          <Facts items={privacy} />
        </Disclosure>
      </SceneBand>
      <Band narrow>
        <Prose>
          <h2>Liever anders?</h2>
          <ul>
            <li>
              <a href="/reflectie/verder">Ga verder met je bewaarcode</a>
            </li>
            <li>
              <a href="/reflectie/formulier">Alle 25 zinnen op één pagina</a>
            </li>
            <li>
              <a href="/reflectie/verantwoording">Wat dit wel en niet is</a>
            </li>
          </ul>
          <p>{start.noClients}</p>
          <EmployerLine />
        </Prose>
      </Band>
    </>
  )
}

/** What to say at work when someone asks. */
export function EmployerLine() {
  return (
    <p>
      <a href="/werkgevers">Vraagt je leidinggevende naar je uitslag?</a> Nee zeggen mag. Niemand kan meekijken.
    </p>
  )
}

/** Someone begins while a sheet is still open on this device: theirs, or of whoever sat here before. */
export function StillOpenPage() {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Er staat hier nog een reflectie open</Heading>
      <Lead>Is die van jou? Ga dan verder. Is die van een ander, of wil je opnieuw? Begin dan een nieuwe.</Lead>
      <p>
        <LinkButton href="/reflectie/terug">Ga verder</LinkButton>
      </p>
      <Form action="/reflectie" nonce={false}>
        <input type="hidden" name="opnieuw" value="ja" />
        <Button kind="secondary">Begin een nieuwe reflectie</Button>
      </Form>
      <Small>Was de open reflectie niet bewaard? Dan wissen we die meteen.</Small>
    </Band>
  )
}

/** Nothing is open here: it was closed, or never begun on this device. What was kept is still there. */
export function NoSheetPage() {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>{NO_SHEET}</Heading>
      <Lead>Heb je een code? Dan zijn je antwoorden nog veilig.</Lead>
      <p>
        <LinkButton href="/reflectie/verder">Ga verder met je code</LinkButton>
      </p>
      <Prose>
        <ul>
          <li>
            Bewaarde je alles bij je account? <a href="/reflectie/mijn">Open het bij je account</a>.
          </li>
          <li>
            Bewaarde je niets, of wiste je alles? Dan is het echt weg.{' '}
            <a href="/reflectie">Begin een nieuwe reflectie</a>. Dat duurt ongeveer tien minuten.
          </li>
        </ul>
        <NoCookies />
      </Prose>
    </Band>
  )
}

function NoCookies() {
  return (
    <p>
      Zie je dit meteen nadat je begon? Dan bewaart je browser geen cookies. Wij zetten er één, alleen om je antwoorden
      terug te vinden.
    </p>
  )
}

/** The headings of the two pages for whoever has no sheet here. */
export const NO_SHEET = 'Op dit apparaat staat geen reflectie open'
export const SHEET_GONE = 'Je antwoorden zijn gewist of verlopen'

/** The sheet this device remembers is not there any more. */
export function GonePage() {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>{SHEET_GONE}</Heading>
      <Lead>Wat je niet bewaart, gaat 24 uur na je laatste antwoord vanzelf weg. Wat je zelf wist, is meteen weg.</Lead>
      <Prose>
        <ul>
          <li>
            Heb je een bewaarcode? <a href="/reflectie/verder">Ga verder met je code</a>.
          </li>
          <li>
            Bewaarde je alles bij je account? <a href="/reflectie/mijn">Open het bij je account</a>.
          </li>
          <li>
            Anders begin je <a href="/reflectie">een nieuwe reflectie</a>. Dat duurt ongeveer tien minuten.
          </li>
        </ul>
      </Prose>
    </Band>
  )
}
