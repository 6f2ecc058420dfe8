import { dayInDutch } from '../foundation/day.ts'
import { gemeenteName } from '../foundation/gemeente.ts'
import { inGroups } from '../foundation/save-code.ts'
import {
  Actions,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  Example,
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
  SceneBand,
  Script,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type Call, callUrl } from './call.ts'
import type { Criterion } from './criterion.ts'
import { weightWord } from './criterion.ts'
import type { OwnNomination } from './nomination.store.ts'
import { nominationUrl } from './nomination.ts'
import type { SimilarPractice } from './similar.store.ts'

interface StartProps {
  call: Call
  criteria: Criterion[]
  own: OwnNomination[]
  /** By a code in this browser, which may be one that others use too. */
  byCode: boolean
  errors?: FieldError[]
  typed?: { titel?: string | undefined; zin?: string | undefined }
}

/** The one page before: what we ask, what we give, how long it takes; and the first question. */
export function StartPage({ call, criteria, own, byCode, errors = [], typed = {} }: StartProps) {
  const first = (
    <Band tone="boter" labelledby="begin">
      <Heading level={2} id="begin">
        Begin met een naam en één zin
      </Heading>
      <ErrorSummary errors={errors} />
      <Form action="/praktijken/aanmelden" nonce={false}>
        <Field
          label="Hoe heet jullie praktijk?"
          name="titel"
          value={typed.titel}
          hint="Een werknaam mag ook"
          autocomplete="off"
          error={errorFor(errors, 'titel')}
        />
        <TextArea
          label="Wat doen jullie, in één zin?"
          name="zin"
          rows={2}
          value={typed.zin}
          hint="Zoals je het op een verjaardag zou zeggen"
          autocomplete="off"
          error={errorFor(errors, 'zin')}
        />
        <Button>Begin</Button>
      </Form>
      <Small>
        Begonnen op een ander apparaat? <a href="/praktijken/aanmelden/verder">Ga verder met je bewaarcode</a>.
      </Small>
    </Band>
  )
  return (
    <>
      <SceneBand scene="stoep">
        <Heading level={1}>Meld jullie praktijk aan</Heading>
        <Lead>
          Ongeveer twintig minuten, tien korte pagina’s. Stoppen mag. Alles blijft staan, ook als je later op een ander
          apparaat verdergaat.
        </Lead>
        <p>
          Aanmelden kan tot en met <strong>{dayInDutch(call.closesOn)}</strong>, voor{' '}
          <a href={callUrl(call)}>{call.title}</a>. {call.fictional ? <Example /> : null}
        </p>
        {errors.length === 0 ? (
          <p>
            <LinkButton href="#begin">Begin met aanmelden</LinkButton>
          </p>
        ) : null}
      </SceneBand>
      {errors.length > 0 ? first : null}
      {own.length > 0 ? <OwnList own={own} byCode={byCode} /> : null}
      <Band labelledby="vragen">
        <div class="intake-two">
          <div class="stack">
            <Heading level={2} id="vragen">
              Wat we van je vragen
            </Heading>
            <ul class="points">
              <li>
                <strong>Twee of drie mensen</strong> die met ons willen praten. Liefst ook iemand voor wie jullie het
                doen.
              </li>
              <li>
                <strong>Je documenten</strong>: een plan, een handboek, wat er ligt.
              </li>
              <li>
                <strong>Een evaluatie</strong>, als die er is. Het mag ook zonder.
              </li>
            </ul>
          </div>
          <div class="stack">
            <Heading level={2}>Wat je krijgt</Heading>
            <ul class="points">
              <li>
                <strong>Een bericht met uitleg</strong>, ook als het niet wordt gekozen, en altijd een advies.
              </li>
              <li>
                Gekozen? Dan krijg je <strong>een uitgebreide beschrijving</strong> van je praktijk.
              </li>
              <li>
                En <strong>een flyer</strong> van twee pagina’s om uit te delen. Niets gaat online voor jij akkoord
                bent.
              </li>
            </ul>
          </div>
        </div>
      </Band>
      <Expectations call={call} criteria={criteria} />
      {errors.length === 0 ? first : null}
    </>
  )
}

function Expectations({ call, criteria }: { call: Call; criteria: Criterion[] }) {
  return (
    <Band tone="wad" labelledby="kijken">
      <Heading level={2} id="kijken">
        Hoe we kijken
      </Heading>
      <Prose>
        <p>
          Een adviseur kijkt binnen twee weken of alles er is. Daarna lezen twee meelezers je aanmelding, los van
          elkaar. Zij werken niet bij jouw organisatie. De adviseur besluit. Je ziet steeds wie het heeft en wanneer je
          iets hoort.
        </p>
      </Prose>
      <ul class="points">
        {criteria.map(({ name, weight }) => (
          <li>
            {name} <span class="intake-weight">{weightWord(weight)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${callUrl(call)}#criteria`}>Lees wat we bedoelen, met een voorbeeld bij elk</a>
      </p>
      <Disclosure summary="Wie ziet wat ik opschrijf?">
        <p>
          Tot je verstuurt: jij, wie jij de bewaarcode geeft, en collega’s die de aanmelding bij hun account zetten.
          Daarna ook een adviseur van Verankerd en twee meelezers. Niets komt online zonder jullie akkoord.
        </p>
        <p>
          Verstuur je niet? Dan wissen we alles een jaar nadat de oproep sloot. Noem geen namen van cliënten in je
          teksten.
        </p>
      </Disclosure>
      <p>Vragen? {call.contact}</p>
    </Band>
  )
}

/** What this person or this browser was working on. */
function OwnList({ own, byCode }: { own: OwnNomination[]; byCode: boolean }) {
  return (
    <Band labelledby="verder">
      <Heading level={2} id="verder">
        Verder waar je was
      </Heading>
      <Rows
        items={own.map(({ id, title, call, submittedAt, withdrawnAt }) => ({
          href: nominationUrl(id, submittedAt ? 'status' : ''),
          title: title || 'Nog zonder naam',
          text: `${call} · ${withdrawnAt ? 'ingetrokken' : submittedAt ? 'verstuurd: bekijk wat er nu gebeurt' : 'nog niet verstuurd'}`,
        }))}
      />
      {byCode ? (
        <Form action="/praktijken/aanmelden/afsluiten" nonce={false}>
          <Button kind="subtle">Sluit af op dit apparaat</Button>
        </Form>
      ) : null}
    </Band>
  )
}

/** There is no call to send something in for. */
export function NoCallPage({ next, own, byCode }: { next: Call | undefined; own: OwnNomination[]; byCode: boolean }) {
  return (
    <>
      <SceneBand scene="stoep">
        <Heading level={1}>Er is nu geen oproep open</Heading>
        <Lead>
          {next
            ? `De volgende oproep gaat open op ${dayInDutch(next.opensOn)}.`
            : 'Elk jaar zoeken we praktijken bij drie thema’s. De volgende oproep maken we nog.'}
        </Lead>
        <p>
          <a href="/oproepen">Bekijk eerdere oproepen</a>, of{' '}
          <a href="/oproepen/themas">stel een thema voor het volgende jaar voor</a>.
        </p>
        <p>
          Al iets begonnen of verstuurd? <a href="/praktijken/aanmelden/verder">Open het met je bewaarcode</a>.
        </p>
      </SceneBand>
      {own.length > 0 ? <OwnList own={own} byCode={byCode} /> : null}
    </>
  )
}

interface SimilarProps {
  title: string
  line: string
  similar: SimilarPractice[]
}

/** "Lijkt dit op…?": what is already there, before someone writes it all again. */
export function SimilarPage({ title, line, similar }: SimilarProps) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>{similar.length > 0 ? 'Lijkt dit op …?' : 'Dit kennen we nog niet'}</Heading>
      <Lead>
        {similar.length > 0
          ? 'Deze praktijken staan er al. Doen jullie hetzelfde? Zeg dan bij die praktijk ‘Wij doen dit ook’. Is het anders, ga dan gerust verder.'
          : 'We vonden geen praktijk die hierop lijkt. Ga verder.'}
      </Lead>
      {similar.length > 0 ? (
        <Rows
          items={similar.map((one) => ({
            href: `/praktijken/${one.slug}`,
            title: one.title,
            ...(one.fictional ? { badge: <Example /> } : {}),
            text: `${one.line} ${one.organisation}, ${gemeenteName(one.gemeente)}.`,
          }))}
        />
      ) : null}
      <Form action="/praktijken/aanmelden/begin">
        <input type="hidden" name="titel" value={title} />
        <input type="hidden" name="zin" value={line} />
        <p>
          <strong>{title}</strong>
          <br />
          {line}
        </p>
        <Button>{similar.length > 0 ? 'Die van ons is anders. Ga verder' : 'Ga verder'}</Button>
      </Form>
    </Band>
  )
}

/** The code, the only time it is shown. */
export function NominationCodePage({ id, code, kept }: { id: string; code: string; kept: boolean }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Dit is je bewaarcode</Heading>
      <div data-copy="Kopieer de code" data-copied="Gekopieerd." data-refused="Kopiëren lukt niet. Schrijf de code op.">
        <p class="save-code">{inGroups(code)}</p>
      </div>
      <Lead>Hiermee ga je verder op elk apparaat. Schrijf hem op: wij laten hem niet nog eens zien.</Lead>
      <Prose>
        <ul>
          <li>Werk je samen? Geef de code aan je collega’s. Wie hem heeft, kan meelezen en meeschrijven.</li>
          <li>
            {kept
              ? 'De aanmelding staat ook bij je account. Log je in, dan heb je de code niet nodig.'
              : 'Heb je een account? Log dan straks in en zet de aanmelding erbij. Dan heb je de code niet nodig.'}
          </li>
        </ul>
      </Prose>
      <Actions>
        <LinkButton href={nominationUrl(id, 'naam')}>Ik heb hem. Ga verder</LinkButton>
      </Actions>
      <Script name="copy" />
    </Band>
  )
}

/** Opens a nomination by its code. */
export function NominationEntryPage({ errors = [], typed }: { errors?: FieldError[]; typed?: string | undefined }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>Ga verder met je bewaarcode</Heading>
      <Lead>Je gaat verder waar je gebleven was. Is alles verstuurd, dan zie je hoe het staat.</Lead>
      <ErrorSummary errors={errors} />
      <Form action="/praktijken/aanmelden/verder" nonce={false}>
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
        <Button>Open de aanmelding</Button>
      </Form>
      <p>
        Staat de aanmelding bij je account? <a href="/inloggen?verder=%2Fpraktijken%2Faanmelden">Log in</a>.
      </p>
      <Notice tone="info" title="Code kwijt?">
        <p>
          Een collega die er nog in kan, maakt een nieuwe. Kan niemand er meer in? Vraag ons dan om hulp: we kunnen de
          code zelf ook niet zien.
        </p>
      </Notice>
    </Band>
  )
}
