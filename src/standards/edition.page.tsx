import { inDutch } from '../foundation/clock.ts'
import { Band, Contents, Example, Facts, Heading, Lead, LinkButton, Notice, Prose } from '../foundation/ui/index.ts'
import type { Standing } from '../olympiad/index.ts'
import type { Edition } from './edition.store.ts'
import { versionWords } from './edition.ts'
import { namesFrom } from './framework.ts'
import { KnotOf } from './knot-of.part.tsx'
import { NotBinding } from './not-binding.part.tsx'
import { Reactions, type Reading } from './reactions.part.tsx'
import type { Standard } from './standard.store.ts'
import { LENSES, lensLabel, VOICES, voiceLabel } from './standard.ts'
import { Standings } from './standing.part.tsx'
import { StatusBadge } from './status.part.tsx'

export interface EditionView {
  edition: Edition
  /** Published just now: whoever did it reads that it worked. */
  fresh: boolean
  /** Each with the addresses of its page and its gesprekskaart. */
  standards: { standard: Standard; url: string; card: string; standings: Standing[] }[]
  successor: Edition | undefined
  /** Whose place it took. */
  replaces: Edition[]
  /** That there was no consultation, and why. */
  waived: string | undefined
  beside: { href: string; title: string }[]
  reading: Reading | undefined
}

/** An edition read as one handreiking: contents, foreword, how to read and use it, and every standard in full. */
export function EditionPage(view: EditionView) {
  const { edition, standards } = view
  const { text, framework } = edition
  return (
    <>
      <Band tone="wad">
        {view.fresh ? <Notice tone="ok" title={`Versie ${text.version} staat nu op de site`} /> : null}
        <p class="eyebrow">Handreiking · {framework.text.title}</p>
        <Heading level={1}>{text.title}</Heading>
        <Lead>
          {standards.length} {framework.text.plural}, {versionWords(text)}
        </Lead>
        <p>
          <StatusBadge status={edition.status} /> {framework.fictional ? <Example /> : null}
        </p>
        <NotBinding />
        <Status {...view} />
        <p class="no-print">
          <LinkButton href={`${edition.url}/pdf`} kind="secondary">
            Als PDF
          </LinkButton>
        </p>
      </Band>
      <Band narrow>
        <ChapterList {...view} />
        <Chapter id="vooraf" title="Vooraf" paragraphs={text.foreword} />
        <Chapter id="leeswijzer" title="Leeswijzer" paragraphs={text.readingGuide} />
      </Band>
      <Band tone="boter">
        <div class="halves" id="gebruik">
          <UseList title="Zo gebruik je dit" items={text.useIt} />
          <UseList title="En zo niet" items={text.notLikeThis} />
        </div>
      </Band>
      {standards.map((one) => (
        <Chapters {...one} edition={edition} />
      ))}
      <Band tone="wad" labelledby="verantwoording">
        <Heading level={2} id="verantwoording">
          Verantwoording
        </Heading>
        <Facts
          items={[
            { term: 'Waar het over gaat', value: framework.text.scope },
            { term: 'Met wie gemaakt', value: namesFrom(framework.text) },
            { term: 'Thema’s', value: text.themes.join(', ') },
            {
              term: 'Bron',
              value: framework.text.source.map((source) => source.text).join(' '),
            },
            { term: 'Wiens tekst', value: text.ours },
            {
              term: 'Gepubliceerd',
              value: publishedWords(edition),
            },
            ...(view.replaces.length > 0 ? [{ term: 'Vervangt', value: <Replaced editions={view.replaces} /> }] : []),
            ...(view.waived ? [{ term: 'Consultatie', value: view.waived }] : []),
          ]}
        />
        {view.beside.map(({ href, title }) => (
          <p class="no-print">
            <a href={href}>{title}</a>
          </p>
        ))}
      </Band>
      <Reactions {...view} />
    </>
  )
}

function Replaced({ editions }: { editions: Edition[] }) {
  return (
    <>
      {editions.map(({ url, text }, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a href={url}>
            {text.title} ({text.year})
          </a>
        </>
      ))}
    </>
  )
}

/** A list from before this house has a year for its names, and a day for the words that are ours. */
function publishedWords({ text, printedAt }: Edition): string {
  if (text.publishedOn) return inDutch(new Date(text.publishedOn))
  if (!printedAt) return 'nog niet'
  return text.dateNote ? `Namen uit ${text.year}, tekst van ${inDutch(printedAt)}` : inDutch(printedAt)
}

function Status({ edition, successor, reading }: EditionView) {
  if (edition.status === 'replaced' && successor)
    return (
      <Notice tone="warning" title="Deze handreiking is vervangen">
        <p>
          Lees nu:{' '}
          <a href={successor.url}>
            {successor.text.title} ({successor.text.year})
          </a>
          .
        </p>
      </Notice>
    )
  const consultation = edition.consultations.find(({ id }) => id === reading?.consultation)
  if (!consultation) return null
  return (
    <Notice tone="info" title="Consultatie: dit is een voorstel">
      <p>
        Reageren kan van {inDutch(new Date(consultation.opensOn))} tot en met {inDutch(new Date(consultation.closesOn))}
        . De tekst geldt nog niet. <a href="#reageer">Reageer</a>
      </p>
    </Notice>
  )
}

function ChapterList({ edition, standards }: EditionView) {
  return (
    <Contents
      items={[
        { to: 'vooraf', label: 'Vooraf' },
        { to: 'leeswijzer', label: 'Leeswijzer' },
        { to: 'gebruik', label: 'Zo gebruik je dit, en zo niet' },
        ...standards.map(({ standard: { slug, text } }) => ({ to: slug, label: text.name })),
        { to: 'verantwoording', label: 'Verantwoording' },
        ...(edition.status === 'consultation' ? [{ to: 'reageer', label: 'Reageer' }] : []),
      ]}
    />
  )
}

function Chapter(props: { id: string; title: string; paragraphs: string[] }) {
  return (
    <section class="stack" aria-labelledby={props.id}>
      <Heading level={2} id={props.id}>
        {props.title}
      </Heading>
      <Prose>
        {props.paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Prose>
    </section>
  )
}

function UseList(props: { title: string; items: string[] }) {
  return (
    <section class="stack">
      <Heading level={2}>{props.title}</Heading>
      <ul class="points">
        {props.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  )
}

interface ChapterView {
  standard: Standard
  edition: Edition
  url: string
  card: string
  standings: Standing[]
}

function Chapters({ standard, edition, url, card, standings }: ChapterView) {
  const { text, slug } = standard
  const { word } = edition.framework.text
  return (
    <Band labelledby={slug}>
      <article class="chapter stack stack--wide">
        <div class="chapter__head">
          <KnotOf knot={text.knot} code={text.code} status={edition.status} size={72} />
          <div class="stack stack--tight">
            <p class="eyebrow">
              {word} {text.code}
            </p>
            <Heading level={2} id={slug}>
              {text.name}
            </Heading>
          </div>
        </div>
        <Lead>{text.plainLine}</Lead>
        {VOICES.map((voice) => (
          <section class="stack">
            <Heading level={3}>{voiceLabel[voice]}</Heading>
            <p class="voice__line">{text.perspectives[voice].line}</p>
            <ul class="points">
              {text.perspectives[voice].points.map((point) => (
                <li>{point}</li>
              ))}
            </ul>
          </section>
        ))}
        <Heading level={3}>Vier manieren om ernaar te kijken</Heading>
        <Facts
          items={LENSES.map((lens) => ({
            term: lensLabel[lens],
            value: text.lenses[lens],
          }))}
        />
        <div class="halves">
          <section class="stack">
            <Heading level={3}>Zo vul je het in</Heading>
            <ul class="points">
              {text.howTo.map((point) => (
                <li>{point}</li>
              ))}
            </ul>
          </section>
          <section class="stack">
            <Heading level={3}>Zo merk je dat het lukt</Heading>
            <ul class="points">
              {text.measures.map((point) => (
                <li>{point}</li>
              ))}
            </ul>
          </section>
        </div>
        {standings.length > 0 ? <Standings standings={standings} level={3} /> : null}
        {standard.revision ? (
          <p class="no-print">
            <a href={card}>Gesprekskaart over ‘{text.name.toLowerCase()}’</a>
            <br />
            <a href={url}>Alles over ‘{text.name.toLowerCase()}’</a>
          </p>
        ) : null}
      </article>
    </Band>
  )
}
