import { Heading, QrCode, Script } from '../foundation/ui/index.ts'
import { hallUrl, inThrees, type LiveSession, type Screen, timeWords } from './live.ts'
import type { Olympiad } from './olympiad.ts'
import type { Sentence } from './round.ts'
import { SentenceWords } from './vote.page.tsx'

export interface HallView {
  olympiad: Olympiad
  session: LiveSession
  /** Where phones go, as it is typed: without https. */
  address: string
  /** The same as a QR code says it. */
  link: string
  screen: Screen
  sentence: Sentence | undefined
  counter: string
  seconds: number | null
  inside: string
}

/** The beamer: how to get in, one sentence, and how many answers are in. To be read from the back row; never a tally. */
export function HallPage(view: HallView) {
  const { olympiad, session, address, link, screen, sentence, counter, seconds, inside } = view
  return (
    <section
      class="hall band band--wit"
      data-live={`${hallUrl(olympiad)}/stroom`}
      data-step={screen.seq}
      data-live-hall
    >
      <div class="hall__main">
        <div data-live-wait class={sentence === undefined ? undefined : 'live-away'}>
          <Heading level={1}>{olympiad.title}</Heading>
          <p class="hall__question">{olympiad.question}</p>
        </div>
        <div data-live-vote class={sentence === undefined ? 'live-away' : undefined}>
          <p class="hall__counter" data-live-counter>
            {counter}
          </p>
          <div class="hall__words" data-live-words>
            {sentence ? <SentenceWords sentence={sentence} level={1} /> : null}
          </div>
        </div>
        <p class="hall__foot">
          <span class="hall__time" data-live-time>
            {timeWords(seconds, screen.left !== null)}
          </span>{' '}
          <span class="hall__inside" data-live-inside>
            {inside}
          </span>
        </p>
      </div>
      <aside class="hall__door" aria-label="Meedoen">
        <p class="hall__address">
          Doe mee op <strong>{address}</strong>
        </p>
        <p class="hall__code">{inThrees(session.code)}</p>
        <QrCode text={link} title="QR-code om mee te doen; het adres en de cijfers staan erboven" />
        <noscript>
          <p>
            <a href={hallUrl(olympiad)}>Ververs</a>
          </p>
        </noscript>
      </aside>
      <Script name="live" />
    </section>
  )
}
