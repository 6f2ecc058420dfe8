import { inDutch } from '../foundation/clock.ts'
import { inGroups } from '../foundation/save-code.ts'
import {
  Band,
  Button,
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
  Prose,
  Rows,
  Script,
  Small,
} from '../foundation/ui/index.ts'
import { type OwnSheet, ownTitle } from './own-sheet.ts'

interface KeepProps {
  codes: number
  number: number | null
  signedIn: boolean
}

/** Two ways to keep a sheet, and what each of them means. */
export function KeepPage({ codes, number, signedIn }: KeepProps) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Bewaren en later verder</Heading>
      {codes > 0 ? <HasCode codes={codes} /> : <FirstCode />}
      <Heading level={2}>Of bewaar bij je account</Heading>
      <p>
        Dan hoef je geen code te onthouden. Wij bewaren dan je sleutel. Niemand heeft een scherm om mee te kijken. Wie
        onze server beheert, zou het technisch kunnen openen.
      </p>
      {number !== null ? (
        <p>
          Deze reflectie staat bij een account. <a href="/reflectie/mijn">Bekijk je reflecties</a>.
        </p>
      ) : signedIn ? (
        <Form action="/reflectie/bewaren" nonce={false}>
          <input type="hidden" name="waar" value="account" />
          <Button kind="secondary">Bewaar bij mijn account</Button>
        </Form>
      ) : (
        <p>
          <LinkButton href="/inloggen?verder=%2Freflectie%2Fbewaren" kind="secondary">
            Log in en bewaar
          </LinkButton>
        </p>
      )}
      <p>
        <a href="/reflectie/terug">Terug naar mijn antwoorden</a>
      </p>
    </Band>
  )
}

function FirstCode() {
  return (
    <>
      <Lead>Je krijgt een code van twintig letters en cijfers. Daarmee open je je antwoorden op elk apparaat.</Lead>
      <Prose>
        <ul>
          <li>Je ziet de code één keer. Schrijf hem op, of maak een schermafdruk.</li>
          <li>Zonder die code kan niemand je antwoorden openen, wij ook niet. Code kwijt is uitslag kwijt.</li>
          <li>Gebruik je de code twee jaar niet, dan gaat alles vanzelf weg. Wissen kan altijd.</li>
        </ul>
      </Prose>
      <Form action="/reflectie/bewaren" nonce={false}>
        <input type="hidden" name="waar" value="code" />
        <Button>Maak mijn code</Button>
      </Form>
    </>
  )
}

/** Whoever has a code comes here to stop, seldom for another code. */
function HasCode({ codes }: { codes: number }) {
  return (
    <>
      <Lead>Je antwoorden zijn bewaard. Je code blijft dezelfde.</Lead>
      <CloseHere />
      <Disclosure summary="Code kwijt?">
        <p>Maak dan een nieuwe. De oude werkt daarna niet meer.</p>
        <Form action="/reflectie/bewaren" nonce={false}>
          <input type="hidden" name="waar" value="code" />
          <input type="hidden" name="nummer" value={String(codes + 1)} />
          <Button kind="secondary">Maak een nieuwe code</Button>
        </Form>
      </Disclosure>
    </>
  )
}

function CloseHere({ kind }: { kind?: 'secondary' }) {
  return (
    <Form action="/reflectie/afsluiten" nonce={false}>
      <Button {...(kind && { kind })}>Stop en sluit af op dit apparaat</Button>
    </Form>
  )
}

/** The code, the only time it is shown. */
export function CodePage({ code }: { code: string }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Dit is je bewaarcode</Heading>
      <div data-copy="Kopieer de code" data-copied="Gekopieerd." data-refused="Kopiëren lukt niet. Schrijf de code op.">
        <p class="save-code">{inGroups(code)}</p>
      </div>
      <Lead>Schrijf hem op, of maak een schermafdruk. Wij laten hem niet nog eens zien.</Lead>
      <Prose>
        <p>
          Verder ga je op de voorpagina van de reflectie, bij ‘Ga verder met je bewaarcode’. Hoofdletters en spaties
          maken niet uit.
        </p>
        <p>Geef de code niet aan een ander: wie hem heeft, kan je antwoorden lezen.</p>
      </Prose>
      <p>
        <LinkButton href="/reflectie/terug">Ik heb hem. Ga verder</LinkButton>
      </p>
      <CloseHere kind="secondary" />
      <Script name="copy" />
    </Band>
  )
}

/** Opens a sheet by its code. */
export function OpenPage({ errors = [], typed }: { errors?: FieldError[]; typed?: string | undefined }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Ga verder met je bewaarcode</Heading>
      <Lead>Je gaat verder waar je gebleven was.</Lead>
      <ErrorSummary errors={errors} />
      <Form action="/reflectie/verder" nonce={false}>
        <Field
          label="Bewaarcode"
          name="code"
          size="code"
          value={typed}
          hint="Twintig letters en cijfers, in groepjes van vier"
          autocomplete="off"
          spellcheck={false}
          error={errorFor(errors, 'code')}
        />
        <Button>Open mijn antwoorden</Button>
      </Form>
      <Small>Code kwijt? Dan kan niemand je antwoorden openen, wij ook niet. Ze gaan na twee jaar vanzelf weg.</Small>
    </Band>
  )
}

/** One last look before everything goes. */
export function ErasePage({ kept }: { kept: boolean }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Wis alles nu</Heading>
      <Lead>
        Je antwoorden, je uitslag en je stap gaan meteen weg. {kept ? 'Je bewaarcode werkt daarna niet meer.' : ''} Dit
        kan niet ongedaan worden gemaakt.
      </Lead>
      <Form action="/reflectie/wissen" nonce={false}>
        <Button kind="danger">Wis alles nu</Button>
      </Form>
      <p>
        <a href="/reflectie/terug">Nee, ga terug</a>
      </p>
    </Band>
  )
}

/** Everything is gone, or only this device forgot. */
export function DonePage({ title, text }: { title: string; text: string }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>{title}</Heading>
      <Lead>{text}</Lead>
      <p>
        <LinkButton href="/reflectie" kind="secondary">
          Naar het begin
        </LinkButton>
      </p>
    </Band>
  )
}

/** Closing a sheet on a device that others use too. */
export function ClosePage({ kept }: { kept: boolean }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Afsluiten op dit apparaat</Heading>
      <Lead>Daarna kan niemand op dit apparaat je antwoorden nog openen.</Lead>
      {kept ? null : (
        <Notice tone="warning">
          <p>
            Je antwoorden zijn niet bewaard. Zonder code kun jij er daarna ook niet meer bij.{' '}
            <a href="/reflectie/bewaren">Bewaar ze eerst</a>.
          </p>
        </Notice>
      )}
      <Form action="/reflectie/afsluiten" nonce={false}>
        <Button>Sluit af</Button>
      </Form>
      <p>
        <a href="/reflectie/terug">Nee, ga terug</a>
      </p>
    </Band>
  )
}

/** A date with oneself, half a year from now. */
export function ReminderPage({ errors = [], typed }: { errors?: FieldError[]; typed?: string | undefined }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Een afspraak met jezelf</Heading>
      <Lead>
        Over ongeveer een half jaar krijg je één mail. Daarin staat alleen: ‘Je hebt een afspraak met jezelf staan.’
      </Lead>
      <Prose>
        <p>
          Je adres staat los van je antwoorden. Niemand kan zien wat bij elkaar hoort. Is de mail weg, dan is je adres
          bij ons weg.
        </p>
      </Prose>
      <ErrorSummary errors={errors} />
      <Form action="/reflectie/herinnering">
        <Field
          label="Mailadres"
          name="mailadres"
          type="email"
          autocomplete="email"
          value={typed}
          error={errorFor(errors, 'mailadres')}
          hint="Liever niet je werkadres"
        />
        <Button name="wat" value="vraag">
          Stuur mij die mail
        </Button>
        <Button kind="subtle" name="wat" value="vergeet">
          Toch geen mail meer
        </Button>
      </Form>
    </Band>
  )
}

/** Counting along: what it is before it happens. */
export function CountAlongPage({ edition }: { edition: string }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Tel anoniem mee</Heading>
      <Lead>Je antwoorden helpen om te zien of de 25 zinnen deugen. Het hoeft niet.</Lead>
      <Prose>
        <ul>
          <li>
            Er gaat een kopie van je antwoorden mee, en hoe lang je erover deed. Niet wie je bent, niet waar je werkt,
            niet wat je koos als stap.
          </li>
          <li>
            De kopie gaat in een stapel van minstens tien, door elkaar geschud. Daarna staat er alleen nog een maand
            bij.
          </li>
          <li>We laten alleen cijfers zien van minstens dertig mensen samen. Nooit van een organisatie.</li>
          <li>
            <strong>Dit kan niet ongedaan worden gemaakt.</strong> Niemand weet daarna welke antwoorden van jou waren,
            dus ook wij kunnen ze niet meer terugvinden.
          </li>
        </ul>
        <p>Het gaat om de zinnen van {edition}.</p>
      </Prose>
      <Form action="/reflectie/tel-mee" nonce={false}>
        <Button>Ja, tel mij anoniem mee</Button>
      </Form>
      <p>
        <a href="/reflectie/uitslag">Nee, terug naar mijn uitslag</a>
      </p>
    </Band>
  )
}

/** Beginning again on the same sheet. */
export function AgainPage({ month, soon }: { month: string; soon: boolean }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Opnieuw, en vergelijken</Heading>
      <Lead>
        Je beantwoordt de 25 zinnen nog eens. Daarna zie je per zin: iets vaker, ongeveer gelijk of minder vaak.
      </Lead>
      {soon ? (
        <p>Je vorige keer was in {month}, dat is kort geleden. Na een half jaar zie je meer.</p>
      ) : (
        <p>Je vorige keer was in {month}.</p>
      )}
      <p>
        Je oude antwoorden blijven staan om mee te vergelijken. Wat daarvóór kwam, gaat weg. Je bewaarcode blijft
        dezelfde.
      </p>
      <Form action="/reflectie/opnieuw" nonce={false}>
        <Button>Begin opnieuw</Button>
      </Form>
      <p>
        <a href="/reflectie/terug">Nee, ga terug</a>
      </p>
    </Band>
  )
}

/** One's own sheets: numbers and dates, nothing of what is written on them. */
export function OwnSheetsPage({ sheets }: { sheets: OwnSheet[] }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Mijn reflecties</Heading>
      <Lead>Alleen jij kunt ze openen, als je bent ingelogd.</Lead>
      {sheets.length === 0 ? (
        <p>
          Je hebt nog geen reflectie bij je account bewaard. <a href="/reflectie">Begin een reflectie</a>.
        </p>
      ) : (
        <Rows
          items={sheets.map((sheet) => ({
            href: `/reflectie/mijn/${sheet.number}`,
            title: ownTitle(sheet, sheets),
            text: `Gaat weg op ${inDutch(sheet.expiresAt)} als je die niet gebruikt`,
          }))}
        />
      )}
    </Band>
  )
}

/** Opening one of one's own sheets is a button: a link may be fetched by others. */
export function OwnSheetPage({ number, title }: { number: number; title: string }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>{title}</Heading>
      <Lead>Op een gedeeld apparaat? Sluit straks weer af.</Lead>
      <Form action={`/reflectie/mijn/${number}`} nonce={false}>
        <Button>Open deze reflectie</Button>
      </Form>
      <p>
        <a href="/reflectie/mijn">Terug naar mijn reflecties</a>
      </p>
    </Band>
  )
}
