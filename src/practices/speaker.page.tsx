import { inDutchWithTime } from '../foundation/clock.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  Example,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Quote as QuoteWords,
} from '../foundation/ui/index.ts'
import { type Interview, isPlanned } from './interview.ts'
import type { Practice } from './practice.ts'
import { formWord, type Quote, quoteState } from './quote.ts'
import { type ReadBack, ReadBackForm } from './read-back.part.tsx'
import { READ_BACK, readBackUrl, type Speaker } from './speaker.ts'

/** One practice this person spoke about. */
export interface Spoken {
  speaker: Speaker
  practice: Practice
  interview: Interview | undefined
  quotes: Quote[]
}

export interface SpeakerView {
  spoken: Spoken[]
  now: Date
  /** The quote whose form came back. */
  back: ReadBack | undefined
  done: 'akkoord' | 'bewaard' | 'weg' | undefined
  /** Opened by a link in this browser, so it can be closed here. */
  byLink: boolean
}

const DONE = {
  akkoord: 'Dank je. Je akkoord is bewaard.',
  bewaard: 'Je verbetering is bewaard. We gebruiken dit pas als je ook ja zegt.',
  weg: 'Het citaat is overal weg.',
}

/** The private page of someone we talked with. */
export function SpeakerPage(view: SpeakerView) {
  const { spoken, back } = view
  const waiting = spoken.flatMap(({ quotes }) => quotes).filter((quote) => quoteState(quote) === 'asked').length
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Lees terug wat je zei</Heading>
        <Lead>
          {waiting === 0
            ? 'Er wacht nu niets op je. Je kunt altijd nog iets veranderen of terugnemen.'
            : waiting === 1
              ? 'Er wacht één citaat op je. Lees het rustig terug.'
              : `Er wachten ${waiting} citaten op je. Lees ze rustig terug.`}
        </Lead>
        <ErrorSummary errors={back?.errors ?? []} />
        {view.done ? <Notice tone="ok" title={DONE[view.done]} /> : null}
      </Band>
      {spoken.map((one) => (
        <SpokenBand one={one} view={view} />
      ))}
      <Band tone="boter" narrow labelledby="afspraak">
        <Heading level={2} id="afspraak">
          Dit spreken we af
        </Heading>
        <ul>
          <li>Zonder jouw ja gebruiken we niets. Zeg je niets, dan is dat een nee.</li>
          <li>Jij kiest of je naam erbij staat. Dat kan per citaat anders zijn.</li>
          <li>Je mag je altijd bedenken. Dan is het citaat meteen weg van de site, de flyer en uit de zoekfunctie.</li>
          <li>
            Wat iemand al downloadde of printte, kunnen we niet terughalen. Ook in reservekopieën staat het nog hooguit
            30 dagen.
          </li>
        </ul>
        <Disclosure summary="Haal alles van mij weg">
          <p>Al je citaten, je naam en je mailadres gaan dan overal weg. Daarna opent je link niets meer.</p>
          <p>
            <LinkButton href={`${READ_BACK}/alles`} kind="danger">
              Haal alles weg
            </LinkButton>
          </p>
        </Disclosure>
        {view.byLink ? (
          <Form action={`${READ_BACK}/sluiten`}>
            <p>Zit je op een computer van een ander? Sluit dan deze pagina af.</p>
            <Actions>
              <Button kind="secondary">Sluit mijn pagina</Button>
            </Actions>
          </Form>
        ) : null}
      </Band>
    </>
  )
}

function SpokenBand({ one, view }: { one: Spoken; view: SpeakerView }) {
  const { practice, quotes, interview } = one
  return (
    <Band labelledby={`praktijk-${practice.id}`}>
      <Heading level={2} id={`praktijk-${practice.id}`}>
        {practice.title}
      </Heading>
      <p>
        {practice.organisation} {practice.fictional ? <Example /> : null}
      </p>
      {interview && interview.startsAt > view.now ? <Appointment interview={interview} /> : null}
      {quotes.length === 0 ? <p>Er staat nog niets van je klaar. Je krijgt een mail zodra dat zo is.</p> : null}
      {quotes.map((quote, index) => (
        <QuoteBand quote={quote} number={index + 1} one={one} view={view} />
      ))}
    </Band>
  )
}

const Appointment = ({ interview }: { interview: Interview }) => (
  <>
    <p>
      {isPlanned(interview) ? 'Ons gesprek: ' : 'Dit gesprek gaat niet door: '}
      {inDutchWithTime(interview.startsAt)}, {interview.place}.
    </p>
    <p>
      <LinkButton href={`${READ_BACK}/gesprekken/${interview.id}/agenda.ics`} kind="secondary">
        {isPlanned(interview) ? 'Zet in mijn agenda' : 'Haal uit mijn agenda'}
      </LinkButton>
    </p>
  </>
)

function QuoteBand(props: { quote: Quote; number: number; one: Spoken; view: SpeakerView }) {
  const { quote, number, one, view } = props
  const state = quoteState(quote)
  const back = view.back?.quote === quote.id ? view.back : undefined
  return (
    <section class="readback" id={`citaat-${quote.id}`} aria-labelledby={`kop-${quote.id}`}>
      <Heading level={3} id={`kop-${quote.id}`}>
        Citaat {number}
      </Heading>
      {state === 'withdrawn' ? (
        <p>
          <Badge tone="old">teruggenomen</Badge> Deze woorden zijn overal weg.
        </p>
      ) : state === 'agreed' ? (
        <>
          <p>
            <Badge tone="ok">akkoord</Badge> {quote.form ? `Je koos: ${formWord(quote.form)}.` : ''}
          </p>
          <QuoteWords by={quote.attribution?.text ?? 'zonder naam'}>{quote.utterance.text}</QuoteWords>
          <p>
            <LinkButton href={`${readBackUrl(quote.id)}/intrekking`} kind="danger">
              Neem dit citaat terug
            </LinkButton>
          </p>
          <Disclosure summary="Verander dit citaat, of hoe je erbij staat" open={back !== undefined}>
            <ReadBackForm quote={quote} speaker={one.speaker} back={back} />
          </Disclosure>
        </>
      ) : (
        <ReadBackForm quote={quote} speaker={one.speaker} back={back} />
      )}
    </section>
  )
}

/** Asks once more, and says what cannot be called back. */
export function WithdrawPage({ quote }: { quote: Quote }) {
  const agreed = quote.form !== null
  return (
    <Band narrow>
      <Heading level={1}>{agreed ? 'Dit citaat terugnemen' : 'Dit citaat liever niet'}</Heading>
      <QuoteWords>{quote.utterance.text}</QuoteWords>
      <p>
        {quote.item
          ? 'Het verdwijnt meteen van de pagina, de flyer, uit de zoekfunctie en uit alles wat erop bouwt. Alleen bij ‘Waar komt dit vandaan?’ blijft staan dat er een citaat is ingetrokken, niet wat het was of van wie.'
          : 'De woorden gaan weg. Niemand gebruikt ze.'}
      </p>
      {agreed ? (
        <Notice tone="warning" title="Wat al gedownload of geprint is, kunnen we niet terughalen">
          <p>Een pdf op iemands computer of een flyer op papier blijft bestaan.</p>
        </Notice>
      ) : null}
      <p>
        <strong>Dit kun je niet terugdraaien.</strong>
      </p>
      <Form action={`${readBackUrl(quote.id)}/intrekking`}>
        <Actions>
          <Button kind="danger">{agreed ? 'Neem dit citaat terug' : 'Gebruik dit niet'}</Button>
          <LinkButton kind="subtle" href={READ_BACK}>
            Toch niet
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}

/** Asks once more before everything goes. */
export function EmptyPage({ count }: { count: number }) {
  return (
    <Band narrow>
      <Heading level={1}>Alles van mij weghalen</Heading>
      <p>
        {count === 0
          ? 'Je naam en je mailadres'
          : `${count === 1 ? 'Je citaat' : `Je ${count} citaten`}, je naam en je mailadres`}{' '}
        gaan overal weg. Je link opent daarna niets meer. Je krijgt geen mail meer van ons.
      </p>
      <Notice tone="warning" title="Wat al gedownload of geprint is, kunnen we niet terughalen">
        <p>Een pdf op iemands computer of een flyer op papier blijft bestaan.</p>
      </Notice>
      <p>
        <strong>Dit kun je niet terugdraaien.</strong>
      </p>
      <Form action={`${READ_BACK}/alles`}>
        <Actions>
          <Button kind="danger">Haal alles van mij weg</Button>
          <LinkButton kind="subtle" href={READ_BACK}>
            Toch niet
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}

/** Said once, right after. */
export function EmptiedPage() {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Alles van je is weg</Heading>
      <Lead>Dank dat je met ons praatte. In reservekopieën verdwijnt het binnen 30 dagen.</Lead>
      <p>
        <LinkButton href="/">Naar de voorpagina</LinkButton>
      </p>
    </Band>
  )
}
