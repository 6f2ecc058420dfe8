import type { Child } from 'hono/jsx'
import { inDutch } from '../foundation/clock.ts'
import { dayInDutch } from '../foundation/day.ts'
import { gemeenteName } from '../foundation/gemeente.ts'
import {
  Badge,
  Band,
  Contents,
  Example,
  Facts,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Prose,
  Rows,
  ShareBand,
  Small,
} from '../foundation/ui/index.ts'
import { adoptionWords } from './adoption.ts'
import { PracticeRows } from './bank.page.tsx'
import type { BankWords } from './bank.store.ts'
import { bankUrl, valueWord } from './bank.ts'
import { DescriptionText, DescriptionVersions, toldPlaces } from './description.part.tsx'
import type { Detail, LedTo } from './detail.store.ts'
import { PracticeMarks } from './example-mark.part.tsx'
import { isBaken } from './field.ts'
import { type Listing, listingUrl, standingWords } from './listing.ts'
import { peopleWord } from './people-group.ts'
import { paragraphsOf } from './plain-text.ts'
import { holding } from './recognition.ts'
import { TakeAlongs } from './take-along.part.tsx'

export interface DetailView {
  detail: Detail
  related: Listing[]
  words: BankWords
  baseUrl: string
  today: string
  /** Keeping it for later. */
  save: Child
  /** Links for who works on it; nothing for readers. */
  desk: Child
}

/** One practice, whole: what it is, what to take along, whom to ask, who does it too, and where it comes from. */
export function DetailPage(view: DetailView) {
  const { detail, related, words } = view
  return (
    <>
      <Opening {...view} />
      <Story {...view} />
      <TakeAlongs {...detail} />
      <Together {...view} />
      <Recognitions {...view} />
      <Origin {...view} />
      {related.length > 0 ? (
        <Band labelledby="lijkt-erop">
          <Heading level={2} id="lijkt-erop">
            Dit lijkt erop
          </Heading>
          <PracticeRows listings={related} words={words} />
        </Band>
      ) : null}
      <Onward {...view} />
      {detail.listing.fictional ? <Closing /> : null}
    </>
  )
}

function Opening({ detail, words, desk }: DetailView) {
  const { listing, practice, hasFlyer } = detail
  const url = listingUrl(listing)
  const none = { text: '', order: 'newest' as const, page: 1 }
  const filed = (term: string, isOfList: (field: string) => boolean) => {
    const terms = listing.fields.filter(isOfList).map((field) => valueWord('field', field, words))
    return terms.length > 0 ? [{ term, value: terms.join(', ') }] : []
  }
  return (
    <Band tone="wad">
      <p class="eyebrow">
        Praktijk
        {listing.theme === '' ? null : (
          <>
            {' · '}
            <a href={bankUrl({ ...none, chosen: { theme: [listing.theme] } })}>
              {valueWord('theme', listing.theme, words)}
            </a>
          </>
        )}
      </p>
      <Heading level={1}>{listing.title}</Heading>
      <Lead>{listing.line}</Lead>
      <p>
        <PracticeMarks listing={listing} />
      </p>
      <HowItIs listing={listing} reachable={detail.reachable} />
      <Facts
        items={[
          {
            term: 'Door',
            value: (
              <>
                {listing.organisation},{' '}
                <a href={bankUrl({ ...none, chosen: { gemeente: [listing.gemeente] } })}>
                  {gemeenteName(listing.gemeente)}
                </a>
              </>
            ),
          },
          { term: 'Sinds', value: `${dayInDutch(practice.startedOn)}, ${standingWords[listing.standing]}` },
          ...(listing.people.length > 0
            ? [{ term: 'Voor wie', value: listing.people.map(peopleWord).join(', ') }]
            : []),
          ...filed('Veld', (field) => !isBaken(field)),
          ...filed('Bakens', isBaken),
          { term: 'Gekozen in', value: `de oproep van ${listing.year}` },
        ]}
      />
      <div class="actions">
        {hasFlyer ? <LinkButton href={`${url}/flyer`}>Pak de flyer</LinkButton> : null}
        {detail.description ? (
          <LinkButton href={`${url}/pdf`} kind="secondary">
            Alles als pdf
          </LinkButton>
        ) : null}
      </div>
      {desk}
    </Band>
  )
}

/** How it is doing, when that is something to know before reading on. */
function HowItIs({ listing, reachable }: { listing: Listing; reachable: boolean }) {
  if (listing.standing === 'stopped')
    return (
      <Notice tone="warning" title="Deze praktijk is gestopt">
        <p>Dat lieten de mensen zelf weten. Je leest hier hoe het was. Wat ze leerden, blijft bruikbaar.</p>
      </Notice>
    )
  if (listing.standing === 'unconfirmed')
    return (
      <Notice tone="info" title="We weten niet of dit nog loopt">
        {reachable ? (
          <p>We vroegen het drie keer en hoorden niets. Vraag het de mensen zelf voordat je erop rekent.</p>
        ) : (
          <p>We hoorden er langer dan een jaar niets over, en we hebben geen mailadres om het te vragen.</p>
        )}
      </Notice>
    )
  if (listing.standing === 'changed')
    return (
      <Notice tone="info" title="Er is iets veranderd">
        <p>De mensen zelf zeggen: dit loopt nog, maar niet meer helemaal zoals het hier staat.</p>
      </Notice>
    )
  return null
}

/** The parts of a long page, told and below it. */
function placesOn({ description, recognitions }: Detail): { to: string; label: string }[] {
  if (!description) return []
  return [
    ...toldPlaces({ description: description.body, quotes: description.quotes }),
    { to: 'meenemen', label: 'Wat je mag meenemen' },
    { to: 'samen', label: 'Vraag het de mensen zelf' },
    ...(recognitions.length > 0 ? [{ to: 'erkenningen', label: 'Wat anderen ervan vonden' }] : []),
    { to: 'herkomst', label: 'Waar komt dit vandaan?' },
  ]
}

function Story({ detail }: DetailView) {
  const { description, summary } = detail
  if (description)
    return (
      <Band>
        <Contents title="Op deze pagina" items={placesOn(detail)} />
        <DescriptionText description={description.body} quotes={description.quotes} />
      </Band>
    )
  return (
    <Band labelledby="kort">
      <Heading level={2} id="kort">
        In het kort
      </Heading>
      <Prose>
        {paragraphsOf(summary).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Prose>
    </Band>
  )
}

function Together({ detail }: DetailView) {
  const { listing, adoptions, reachable } = detail
  const url = listingUrl(listing)
  return (
    <Band labelledby="samen">
      <div class="halves">
        <section class="stack">
          <Heading level={2} id="samen">
            Vraag het de mensen zelf
          </Heading>
          {reachable ? (
            <>
              <p>Zij weten wat werkt en wat niet. Je vraag gaat per mail naar hen, hun antwoord komt bij jou.</p>
              <p>
                <LinkButton href={`${url}/vraag`} kind="secondary">
                  Stel een vraag
                </LinkButton>
              </p>
            </>
          ) : (
            <p>
              We hebben geen mailadres van de mensen van deze praktijk. Zoek {listing.organisation} op, of{' '}
              <a href="/contact">vraag het ons</a>.
            </p>
          )}
        </section>
        <section class="stack" aria-labelledby="ook">
          <Heading level={2} id="ook">
            {adoptionWords(adoptions.length)}
          </Heading>
          {adoptions.length > 0 ? (
            <ul class="adoptions">
              {adoptions.map(({ organisation, gemeente, sinceYear, changed, fictional }) => (
                <li class="adoptions__row">
                  <strong>{organisation}</strong>, {gemeenteName(gemeente)}, sinds {sinceYear}{' '}
                  {fictional ? <Example /> : null}
                  {changed === '' ? null : <span class="adoptions__changed">Wat ze anders doen: {changed}</span>}
                </li>
              ))}
            </ul>
          ) : null}
          <p>
            <LinkButton href={`${url}/ook`} kind="secondary">
              Wij doen dit ook
            </LinkButton>
          </p>
        </section>
      </div>
    </Band>
  )
}

const isAddress = (source: string): boolean => /^https?:\/\//.test(source) && URL.canParse(source)

function Recognitions({ detail, today }: DetailView) {
  const { recognitions, listing } = detail
  if (recognitions.length === 0) return null
  const valid = new Set(holding(recognitions, today).map(({ id }) => id))
  return (
    <Band tone="wad" labelledby="erkenningen">
      <Heading level={2} id="erkenningen">
        Wat anderen ervan vonden
      </Heading>
      <ul class="recognitions">
        {recognitions.map(({ id, kind, givenBy, givenOn, validUntil, source }) => (
          <li class="recognitions__row">
            <strong>{kind}</strong>
            {valid.has(id) ? null : <Badge tone="old">verlopen</Badge>}
            <span class="recognitions__facts">
              {givenBy}, {dayInDutch(givenOn)}
              {validUntil === null ? '' : `, geldig tot en met ${dayInDutch(validUntil)}`}. Bron:{' '}
              {isAddress(source) ? <a href={source}>{new URL(source).hostname}</a> : source}
            </span>
          </li>
        ))}
      </ul>
      <Small>
        Dit zijn erkenningen van anderen. Wij keken zelf, met zes criteria, toen deze praktijk in de oproep van{' '}
        {listing.year} werd gekozen. Het een zegt niets over het ander.
      </Small>
    </Band>
  )
}

function LedRows({ items }: { items: LedTo[] }) {
  return (
    <Rows
      items={items.map(({ href, title, word, fictional }) => ({
        href,
        title,
        text: word,
        ...(fictional ? { badge: <Example /> } : {}),
      }))}
    />
  )
}

function Origin({ detail }: DetailView) {
  const { listing, exampleOf, ledTo, description } = detail
  const known = new Set(exampleOf.map(({ href }) => href))
  const built = ledTo.filter(({ href }) => !known.has(href))
  return (
    <Band tone="boter" labelledby="herkomst">
      {exampleOf.length > 0 ? (
        <section class="stack">
          <Heading level={2}>Zo ziet dit er in het echt uit</Heading>
          <p>De redactie ziet in deze praktijk een voorbeeld van:</p>
          <LedRows items={exampleOf} />
          <Small>Geen verplicht kader. Wel een goed begin van een gesprek.</Small>
        </section>
      ) : null}
      {built.length > 0 ? (
        <section class="stack">
          <Heading level={2}>Waar dit toe leidde</Heading>
          <LedRows items={built} />
        </section>
      ) : null}
      <section class="stack">
        <Heading level={2} id="herkomst">
          Waar komt dit vandaan?
        </Heading>
        <p>Van de oproep tot de gesprekken, en alles wat er later op gebouwd is: het staat allemaal op één lijn.</p>
        <p>
          <LinkButton href={`/herkomst/${listing.item}`} kind="secondary">
            Volg de hele lijn
          </LinkButton>
        </p>
        <p class="small">
          Gepubliceerd op {inDutch(listing.publishedAt)}
          {description && description.number > 1 ? `, versie ${description.number}` : ''}.
        </p>
        {description ? <DescriptionVersions item={listing.item} versions={description.versions} /> : null}
      </section>
    </Band>
  )
}

function Onward({ detail, baseUrl, save }: DetailView) {
  const { listing } = detail
  return <ShareBand title={listing.title} line={listing.line} address={baseUrl + listingUrl(listing)} save={save} />
}

function Closing() {
  return (
    <Band narrow>
      <Small>
        Deze praktijk is verzonnen. Mensen, plaatsen en uitkomsten bestaan niet zo; de manier van werken kan wel.
      </Small>
    </Band>
  )
}
