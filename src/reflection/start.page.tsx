import {
  Band,
  Button,
  Disclosure,
  Facts,
  Form,
  Heading,
  Lead,
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
        </Prose>
      </Band>
    </>
  )
}

/** Someone begins while a sheet is still open on this device: theirs, or of whoever sat here before. */
export function StillOpenPage() {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Er staat hier nog een blad open</Heading>
      <Lead>Is dat van jou? Ga dan verder. Is het van een ander, of wil je opnieuw? Begin met een leeg blad.</Lead>
      <p>
        <a class="nl-button nl-button--primary link-button" href="/reflectie/terug">
          <span class="nl-button__label">Ga verder</span>
        </a>
      </p>
      <Form action="/reflectie" nonce={false}>
        <input type="hidden" name="opnieuw" value="ja" />
        <Button kind="secondary">Begin met een leeg blad</Button>
      </Form>
      <Small>Was het open blad niet bewaard? Dan wissen we het meteen.</Small>
    </Band>
  )
}

/** There is no sheet here (any more). */
export function GonePage() {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Je blad is gewist of verlopen</Heading>
      <Lead>Een blad dat je niet bewaart, gaat na 24 uur vanzelf weg. Ook als je het zelf wist, is het echt weg.</Lead>
      <Prose>
        <ul>
          <li>
            Heb je een bewaarcode? <a href="/reflectie/verder">Ga verder met je code</a>.
          </li>
          <li>
            Bewaarde je het bij je account? <a href="/reflectie/mijn">Open het bij je account</a>.
          </li>
          <li>
            Anders begin je <a href="/reflectie">een nieuwe reflectie</a>. Dat duurt ongeveer tien minuten.
          </li>
        </ul>
        <p>
          Zie je dit meteen nadat je begon? Dan bewaart je browser geen cookies. Wij zetten er één, alleen om je blad
          terug te vinden.
        </p>
      </Prose>
    </Band>
  )
}
