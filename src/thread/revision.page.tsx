import type { Child } from 'hono/jsx'
import { inDutch } from '../foundation/clock.ts'
import { Band, Example, Facts, Heading, Lead, LinkButton, Notice, Prose, Quote, Small } from '../foundation/ui/index.ts'
import { type Item, itemLink, originLink, revisionLink } from './item.ts'
import { dateWords, paragraphs, type Revision } from './revision.ts'
import type { Utterance } from './utterance.ts'

export interface RevisionView {
  item: Item
  revision: Revision
  /** The revision that came after this one; undefined for the newest. */
  next: Revision | undefined
  /** The words the item consists of, for a quote. */
  voice: Utterance | undefined
  /** The words as their own domain draws them, in bands; without them the plain paragraphs stand here. */
  words: Child | undefined
  genuine: boolean
  baseUrl: string
}

/** One fixed revision: exactly these words, whatever came since, and said in the open whether there is a newer one. */
export function RevisionPage({ item, revision, next, voice, words, genuine, baseUrl }: RevisionView) {
  const address = revisionLink(item.id, revision.number)
  return (
    <>
      <Band tone="wad">
        <Standing item={item} revision={revision} next={next} />
        <Heading level={1}>{voice?.withdrawn ? `${item.word}: ingetrokken` : revision.title}</Heading>
        {revision.fictional ? <Example /> : null}
        {revision.summary && !voice ? <Lead>{revision.summary}</Lead> : null}
        <Small>Geen verplicht kader.</Small>
      </Band>
      {words ?? (
        <Band narrow>
          <Words revision={revision} voice={voice} />
        </Band>
      )}
      <Band tone="boter" narrow labelledby="versie">
        <Heading level={2} id="versie">
          Over deze versie
        </Heading>
        <Facts
          items={[
            { term: 'Soort', value: item.word },
            { term: 'Versie', value: `${revision.number} van ${item.latest}` },
            { term: 'Datum', value: dateWords(revision.dated, revision.publishedAt) },
            {
              term: 'Stand',
              value: next ? `vervangen door versie ${next.number} op ${inDutch(next.publishedAt)}` : 'nieuwste versie',
            },
            {
              term: 'Vaste link',
              value: (
                <span class="fingerprint">
                  {baseUrl}
                  {address}
                </span>
              ),
            },
            { term: 'Vingerafdruk', value: <span class="fingerprint">{revision.fingerprint}</span> },
            { term: 'Klopt de vingerafdruk?', value: genuine ? 'ja, aan deze tekst is niets veranderd' : 'nee' },
          ]}
        />
        {revision.note ? <p>{revision.note}</p> : null}
        <p>
          <LinkButton href={originLink(item.id)} kind="secondary">
            Waar komt dit vandaan?
          </LinkButton>
        </p>
      </Band>
    </>
  )
}

/** Where this version stands among the others, and the way to the page that people read. */
function Standing({ item, revision, next }: Pick<RevisionView, 'item' | 'revision' | 'next'>) {
  return (
    <Notice tone={next ? 'warning' : 'info'} title={next ? 'Er is een nieuwere versie' : 'Dit is de nieuwste versie'}>
      <p>
        Dit is versie {revision.number} van {item.latest}. {next ? 'De tekst stond' : 'De tekst staat'} hier sinds{' '}
        {inDutch(revision.publishedAt)}
        {next ? ` en is vervangen op ${inDutch(next.publishedAt)}` : ''}.{' '}
        <a href={itemLink(item.id)}>{next ? 'Lees wat er nu staat' : 'Naar de pagina zelf'}</a>
      </p>
    </Notice>
  )
}

function Words({ revision, voice }: { revision: Revision; voice: Utterance | undefined }) {
  if (voice?.withdrawn) return <p>Deze woorden zijn ingetrokken.</p>
  if (voice) return <Quote>{voice.text}</Quote>
  return (
    <Prose>
      {paragraphs(revision.text).map((part) => (
        <p>{part}</p>
      ))}
    </Prose>
  )
}
