import type { Child } from 'hono/jsx'
import { capital } from '../foundation/capital.ts'
import { inDutch } from '../foundation/clock.ts'
import {
  Badge,
  Band,
  Example,
  Facts,
  Heading,
  Lead,
  LinkButton,
  Notice,
  OriginRope,
  Prose,
  Rows,
} from '../foundation/ui/index.ts'
import type { Standing } from '../olympiad/index.ts'
import { isMarked, type PracticeExample, PracticeMarks } from '../practices/index.ts'
import type { Competence } from './competence.store.ts'
import { crossingLabel } from './crosswalk.ts'
import type { Edition } from './edition.store.ts'
import { namesFrom } from './framework.ts'
import { KnotOf } from './knot-of.part.tsx'
import { NotBinding } from './not-binding.part.tsx'
import type { Standard } from './standard.store.ts'
import { HowTo, Lenses, Voices } from './standard.words.part.tsx'
import { Standings } from './standing.part.tsx'
import { StatusBadge } from './status.part.tsx'
import { type TaughtBy, TaughtHere } from './taught.part.tsx'
import { termOf, type VocabularyText } from './vocabulary.ts'

/** A standard on the other side of a crosswalk. */
export interface Relative {
  name: string
  url: string
  crossing: keyof typeof crossingLabel
  note: string
  list: string
  beside: string
}

export interface StandardView {
  standard: Standard
  edition: Edition
  older: Relative[]
  newer: Relative[]
  competences: Competence[]
  vocabularies: VocabularyText[]
  otherEditions: { title: string; url: string }[]
  /** The address of its gesprekskaart. */
  card: string
  baseUrl: string
  /** Practices that show how this looks in real work. */
  examples: PracticeExample[]
  /** Where one can learn it. */
  taught: TaughtBy[]
  /** What came of the statements it was made of. */
  standings: Standing[]
  /** Keeping it for later; absent for a text that is not published. */
  save?: Child
}

/** One standard, whole: what three sides see, how to do it, what it rests on and where it comes from. */
export function StandardPage(view: StandardView) {
  const { standard, edition } = view
  const { text } = standard
  return (
    <>
      <Band tone="wad">
        <div class="standard-head">
          <div class="stack">
            <p class="eyebrow">
              {capital(edition.framework.text.word)} {text.code} · {edition.text.title}
            </p>
            <Heading level={1}>{text.name}</Heading>
            <Lead>{text.plainLine}</Lead>
            <p>
              <StatusBadge status={edition.status} /> {edition.framework.fictional ? <Example /> : null}
            </p>
            <NotBinding />
          </div>
          <KnotOf knot={text.knot} code={text.code} status={edition.status} size={192} />
        </div>
        <Replaced {...view} />
      </Band>
      <Voices text={text} />
      <Lenses text={text} />
      <HowTo text={text} />
      {view.standings.length > 0 ? (
        <Band tone="boter" labelledby="gedragen">
          <Standings standings={view.standings} level={2} />
        </Band>
      ) : null}
      <Examples {...view} />
      <TaughtHere
        taught={view.taught}
        name={text.name}
        all={edition.status === 'current' ? `/scholing?kenmerk=${standard.slug}` : undefined}
      />
      <Ground {...view} />
      <Conversation {...view} />
      <Origin {...view} />
    </>
  )
}

function Replaced({ edition, newer }: StandardView) {
  if (edition.status === 'consultation')
    return (
      <Notice tone="info" title="Dit is een voorstel">
        <p>
          Deze tekst ligt voor ter consultatie en geldt nog niet.{' '}
          <a href={edition.url}>Lees het hele voorstel en reageer</a>.
        </p>
      </Notice>
    )
  if (edition.status !== 'replaced') return null
  return (
    <Notice tone="warning" title="Deze tekst is vervangen">
      {newer.length > 0 ? (
        <p>
          Wat ervan verder leeft:{' '}
          {newer.map((relative, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <a href={relative.url}>{relative.name}</a>
            </>
          ))}
          .
        </p>
      ) : (
        <p>Hij blijft hier staan, zodat oude afspraken te volgen zijn.</p>
      )}
    </Notice>
  )
}

function Examples({ examples, standard }: StandardView) {
  if (examples.length === 0) return null
  return (
    <Band>
      <Heading level={2}>Zo doen anderen het</Heading>
      <p>Praktijken die laten zien hoe “{standard.text.name}” er in het echt uitziet.</p>
      <Rows
        items={examples.map(({ href, title, text, place, fictional, standing }) => ({
          href,
          title,
          text: `${text} ${place}.`,
          ...(isMarked({ fictional, standing }) ? { badge: <PracticeMarks listing={{ fictional, standing }} /> } : {}),
        }))}
      />
    </Band>
  )
}

function Ground({ standard, competences, vocabularies }: StandardView) {
  const mine = standard.text.competences.flatMap((slug) => competences.filter((competence) => competence.slug === slug))
  return (
    <Band tone="wad">
      <div class="halves">
        <section class="stack">
          <Heading level={2}>Waar dit op aansluit</Heading>
          <Facts
            items={standard.text.connects.map(({ vocabulary, term, note }) => {
              const found = termOf(vocabularies, vocabulary, term)
              return {
                term: `${found.title}: ${found.term.name}`,
                value: note,
              }
            })}
          />
        </section>
        {mine.length > 0 ? (
          <section class="stack">
            <Heading level={2}>Wat je ervoor moet kunnen</Heading>
            <ul class="points">
              {mine.map(({ slug, text }) => (
                <li>
                  <a href={`/competenties#${slug}`}>{text.name}</a>
                </li>
              ))}
            </ul>
            <p class="small">
              De namen zijn van 2012 en 2013. Welke competentie bij welk kenmerk hoort, is onze eigen keuze.
            </p>
          </section>
        ) : null}
      </div>
    </Band>
  )
}

function Conversation({ standard, edition, card, save }: StandardView) {
  return (
    <Band labelledby="gesprek">
      <Heading level={2} id="gesprek">
        Praat erover
      </Heading>
      <Prose>
        <p>{standard.text.conversation.opening}</p>
      </Prose>
      <Rows
        columns
        items={[
          {
            href: card,
            title: 'Gesprekskaart om te printen',
          },
          ...(edition.status === 'current'
            ? [
                {
                  href: `/wat-mag-je-verwachten/${standard.slug}`,
                  title: 'Hetzelfde, geschreven voor inwoners',
                },
              ]
            : []),
          { href: edition.url, title: 'De hele handreiking' },
          ...(standard.revision
            ? [
                {
                  href: `/olympiades/voorstellen/nieuw?kenmerk=${standard.item}`,
                  title: 'Dit werkt zo niet',
                  text: 'Zeg wat je anders zou doen. Het komt op de agenda van de volgende Olympiade.',
                },
              ]
            : []),
        ]}
      />
      {save}
    </Band>
  )
}

/** The rope on the page is the short way back; the whole line has them all. */
const MOST_VERDICTS = 3

function Origin(view: StandardView) {
  const { standard, edition, older, newer } = view
  return (
    <Band tone="boter" labelledby="herkomst">
      <Heading level={2} id="herkomst">
        Waar komt dit vandaan?
      </Heading>
      <OriginRope
        stops={[
          {
            word: edition.framework.text.word,
            date: standard.printedAt ? `tekst van ${inDutch(standard.printedAt)}` : undefined,
            text: standard.number ? `${standard.text.name}, tekst ${standard.number}` : standard.text.name,
          },
          {
            word: 'handreiking',
            date: String(edition.text.year),
            text: edition.text.title,
            href: edition.url,
          },
          ...view.standings.slice(0, MOST_VERDICTS).map(({ closedAt, plain, href }) => ({
            word: 'uitspraak',
            date: inDutch(closedAt),
            text: plain,
            href,
          })),
          {
            word: 'gesprekken',
            text: namesFrom(edition.framework.text),
          },
        ]}
      />
      <Relations title="Hoe heette dit eerder?" relatives={older.filter(tellsMore)} />
      <Relations title="Wat kwam ervoor in de plaats?" relatives={newer} />
      <Prose>
        <p>
          {edition.text.ours} {standard.text.validatedBy ? '' : 'De stemmen en gesprekken van toen zijn niet openbaar.'}
        </p>
        <Sources view={view} />
      </Prose>
      {standard.revision ? (
        <>
          <p>
            <LinkButton href={`/herkomst/${standard.item}`} kind="secondary">
              Volg de hele lijn
            </LinkButton>
          </p>
          <FixedLink view={view} />
        </>
      ) : null}
      {view.otherEditions.length > 0 ? (
        <p>
          Ook in:{' '}
          {view.otherEditions.map(({ title, url }, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <a href={url}>{title}</a>
            </>
          ))}
        </p>
      ) : null}
    </Band>
  )
}

/** That a text stayed as it was is no news about its name, unless someone wrote why. */
const tellsMore = ({ crossing, note }: Relative) => crossing !== 'same' || note !== ''

function Relations(props: { title: string; relatives: Relative[] }) {
  const [first] = props.relatives
  if (!first) return null
  return (
    <>
      <Heading level={3}>{props.title}</Heading>
      <ul class="points">
        {props.relatives.map((relative) => (
          <li>
            <a href={relative.url}>{relative.name}</a> <Badge>{crossingLabel[relative.crossing]}</Badge>
            {relative.note ? ` ${relative.note}` : ''}
          </li>
        ))}
      </ul>
      <p>
        <a href={first.beside}>Leg de twee lijsten naast elkaar</a>. De vergelijking is van ons.
      </p>
    </>
  )
}

function Sources({ view }: { view: StandardView }) {
  return (
    <p>
      Bron van de naam:{' '}
      {view.edition.framework.text.source.map(({ text, url }, index) => (
        <>
          {index > 0 ? ' ' : ''}
          {url ? <a href={url}>{text}</a> : text}
        </>
      ))}
    </p>
  )
}

/** For a subsidy rule or a tender: the address that will always show exactly these words. */
function FixedLink({ view }: { view: StandardView }) {
  const address = `${view.baseUrl}/id/${view.standard.item}/${view.standard.number}`
  return (
    <div class="fixed-link stack stack--tight">
      <Heading level={3}>Vaste link naar precies deze tekst</Heading>
      <p>
        <a class="fixed-link__address" href={address}>
          {address}
        </a>
      </p>
      <p class="small">
        Voor een subsidieregel of een bestek. Deze link blijft altijd dezelfde woorden laten zien, ook als er een nieuwe
        versie komt. Noem nooit alleen de naam: schrijf de eis uit en neem gelijkwaardig bewijs aan.
      </p>
    </div>
  )
}
