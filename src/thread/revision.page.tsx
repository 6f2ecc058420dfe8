import { inDutch } from '../foundation/clock.ts'
import { Band, Example, Facts, Heading, Lead, LinkButton, Notice, Prose, Quote, Small } from '../foundation/ui/index.ts'
import { type Item, itemLink, originLink, revisionLink } from './item.ts'
import { paragraphs, type Revision } from './revision.ts'
import type { Utterance } from './utterance.ts'

export interface RevisionView {
  item: Item
  revision: Revision
  /** The revision that came after this one. */
  next: Revision
  /** The words the item consists of, for a quote. */
  voice: Utterance | undefined
  genuine: boolean
  baseUrl: string
}

/** One fixed revision that was replaced: what it said then, said in the open that it no longer holds. */
export function RevisionPage({ item, revision, next, voice, genuine, baseUrl }: RevisionView) {
  const address = revisionLink(item.id, revision.number)
  return (
    <>
      <Band tone="wad">
        <Notice tone="warning" title="Er is een nieuwere versie">
          <p>
            Dit is versie {revision.number} van {item.latest}. <a href={itemLink(item.id)}>Lees wat er nu staat</a>
          </p>
        </Notice>
        <Heading level={1}>{voice?.withdrawn ? `${item.word}: ingetrokken` : revision.title}</Heading>
        {revision.fictional ? <Example /> : null}
        {revision.summary && !voice ? <Lead>{revision.summary}</Lead> : null}
        <Small>Geen verplicht kader.</Small>
      </Band>
      <Band narrow>
        <Words revision={revision} voice={voice} />
        {revision.note ? <p>{revision.note}</p> : null}
      </Band>
      <Band tone="boter" narrow labelledby="versie">
        <Heading level={2} id="versie">
          Over deze versie
        </Heading>
        <Facts
          items={[
            { term: 'Soort', value: item.word },
            { term: 'Versie', value: String(revision.number) },
            { term: 'Datum', value: revision.dated ?? inDutch(revision.publishedAt) },
            { term: 'Stand', value: `vervangen door versie ${next.number} op ${inDutch(next.publishedAt)}` },
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
        <p>
          <LinkButton href={originLink(item.id)} kind="secondary">
            Waar komt dit vandaan?
          </LinkButton>
        </p>
      </Band>
    </>
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
