import { Disclosure, Heading, Small } from '../foundation/ui/index.ts'
import { LONG_SENTENCE, type WritingHelp } from './writing-help.ts'

/** What a colleague who reads along would point at. It weighs nothing and marks nothing. */
export function WritingHelpPart({ help }: { help: WritingHelp }) {
  const { longSentences, jargon, unexplained } = help
  if (longSentences.length + jargon.length + unexplained.length === 0)
    return (
      <section class="help" aria-labelledby="meelezen">
        <Heading level={2} id="meelezen">
          Even meelezen
        </Heading>
        <p>Wij zien geen lange zinnen of vakwoorden. Lees het nog eens hardop.</p>
      </section>
    )
  return (
    <section class="help" aria-labelledby="meelezen">
      <Heading level={2} id="meelezen">
        Even meelezen
      </Heading>
      <p>Dit viel op in wat er bewaard is. Jij beslist wat je ermee doet.</p>
      {longSentences.length > 0 ? (
        <Disclosure
          summary={`${longSentences.length === 1 ? 'Eén zin is' : `${longSentences.length} zinnen zijn`} langer dan ${LONG_SENTENCE} woorden`}
          open
        >
          <ul>
            {longSentences.map(({ text, words }) => (
              <li>
                {text} <span class="help__count">({words} woorden)</span>
              </li>
            ))}
          </ul>
          <Small>Vaak zit er een punt verstopt bij “en”, “waardoor” of “omdat”.</Small>
        </Disclosure>
      ) : null}
      {jargon.length > 0 ? (
        <Disclosure summary={`${jargon.length === 1 ? 'Eén vakwoord' : `${jargon.length} vakwoorden`}`} open>
          <ul>
            {jargon.map(({ word, plainer }) => (
              <li>
                <strong>{word}</strong>: misschien <em>{plainer}</em>?
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {unexplained.length > 0 ? (
        <Disclosure summary="Leg dit de eerste keer uit" open>
          <ul>
            {unexplained.map(({ term, means }) => (
              <li>
                <strong>{term}</strong>, bijvoorbeeld zo: {term} ({means})
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  )
}
