import { html } from 'hono/html'
import { gemeenteName } from '../foundation/gemeente.ts'
import { askingExamples } from '../foundation/http/index.ts'
import { inThousands } from '../foundation/number.ts'
import {
  Band,
  Chosen,
  Disclosure,
  fieldId,
  Heading,
  Lead,
  Pagination,
  Rows,
  SearchForm,
  Small,
} from '../foundation/ui/index.ts'
import type { BankWords } from './bank.store.ts'
import {
  type BankChoice,
  bankUrl,
  type ChosenWord,
  chosenWords,
  type FacetOption,
  facetWords,
  optionsOf,
  PARAMS,
  pagesOf,
  slugOf,
  valueWord,
} from './bank.ts'
import { PracticeMarks } from './example-mark.part.tsx'
import { FACETS, type Facet, type Narrowed } from './facet.ts'
import { feedUrl } from './feed.ts'
import { isBaken } from './field.ts'
import { type Listing, listingUrl } from './listing.ts'

export interface BankView {
  choice: BankChoice
  words: BankWords
  narrowed: Narrowed
  /** The practices on this page. */
  shown: Listing[]
  /** The words really looked for, when those typed were nowhere. */
  instead: string[]
  /** When nothing is left: what would be, with one thing less. */
  ways: { word: ChosenWord; total: number }[]
}

/** Facets that stand open from the start: what people ask for first. */
const OPEN: readonly Facet[] = ['theme', 'people', 'standing']

/** Everything published, to search and to narrow. */
export function BankPage(view: BankView) {
  const { choice, words, narrowed } = view
  const chosen = chosenWords(choice, words)
  // What is made up is in data only when it is asked for.
  const asked = (url: string) => (view.shown.some(({ fictional }) => fictional) ? askingExamples(url) : url)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Praktijken</Heading>
        <Lead>Wat mensen in het land doen dat helpt, zo opgeschreven dat jij ermee verder kunt.</Lead>
        <SearchLine choice={choice} />
        <p class="bank__doors">
          <a href={bankUrl({ ...choice, page: 1 }, '/praktijken/kaart')}>Bekijk op de kaart</a>
          <a href="/praktijken/aanmelden">Meld jullie praktijk aan</a>
        </p>
      </Band>
      <Band>
        <div class="bank">
          <Filters view={view} chosen={chosen} />
          <section class="bank__list stack" aria-labelledby="gevonden">
            <div class="bank__head">
              <Heading level={2} id="gevonden">
                {foundWords(narrowed.total)}
              </Heading>
              <Order choice={choice} total={narrowed.total} />
            </div>
            <Chosen
              items={chosen.map(({ word, without }) => ({ word, without: bankUrl(without) }))}
              all="/praktijken"
            />
            {view.instead.length > 0 ? (
              <p>
                Precies zo staat het nergens. Dit lijkt erop: <strong>{view.instead.join(' ')}</strong>.
              </p>
            ) : null}
            {view.shown.length > 0 ? <PracticeRows listings={view.shown} words={words} /> : <Nothing {...view} />}
            <Pagination
              page={choice.page}
              pages={pagesOf(narrowed.total)}
              href={(page) => bankUrl({ ...choice, page })}
            />
          </section>
        </div>
      </Band>
      <Band tone="boter" labelledby="bijblijven">
        <Heading level={2} id="bijblijven">
          Blijf op de hoogte
        </Heading>
        <p>
          <a href={asked(feedUrl(choice))}>
            Volg nieuwe praktijken {chosen.length > 0 ? 'in deze keuze ' : ''}in je nieuwslezer
          </a>
          , of neem <a href={asked(bankUrl({ ...choice, page: 1 }, '/praktijken.csv'))}>deze lijst als tabel</a> mee.
        </p>
        <Small>
          Alles in één keer, of voor wie bouwt: kijk bij de <a href="/open-data">open data</a>.
        </Small>
      </Band>
    </>
  )
}

const foundWords = (total: number): string =>
  total === 0 ? 'Niets gevonden' : total === 1 ? 'Eén praktijk' : `${inThousands(total)} praktijken`

/** The form the search field and the filters belong to, wherever they stand. */
const FORM = 'bank'

function SearchLine({ choice }: { choice: BankChoice }) {
  return <SearchForm id={FORM} action="/praktijken" name="zoek" label="Waar zoek je naar?" value={choice.text} />
}

/** The filters: folded on a phone, beside the list where there is room. Part of the form of the search field. */
function Filters({ view, chosen }: { view: BankView; chosen: ChosenWord[] }) {
  const { choice, narrowed, words } = view
  const many = chosen.filter(({ facet }) => facet !== 'text').length
  return (
    <div class="bank__filters">
      <details class="filters">
        <summary class="filters__summary">{many === 0 ? 'Kies en filter' : `Kies en filter (${many} gekozen)`}</summary>
        <div class="filters__body">
          {FACETS.map((facet) => {
            const values = choice.chosen[facet] ?? []
            const options = optionsOf(facet, narrowed.counts[facet], values, words)
            if (options.length === 0) return null
            if (facet === 'gemeente') return <PlaceChoice options={options} />
            return (
              <Disclosure summary={facetWords[facet]} open={OPEN.includes(facet) || values.length > 0}>
                <OptionList facet={facet} options={options} />
              </Disclosure>
            )
          })}
          <button type="submit" form={FORM} class="nl-button nl-button--secondary">
            <span class="nl-button__label">Laat zien</span>
          </button>
        </div>
      </details>
    </div>
  )
}

/** The boxes of a facet; of the fields, the bakens are a list of their own. */
function OptionList({ facet, options }: { facet: Facet; options: FacetOption[] }) {
  const bakens = facet === 'field' ? options.filter(({ value }) => isBaken(value)) : []
  return (
    <>
      <Options facet={facet} legend={facetWords[facet]} options={options.filter((one) => !bakens.includes(one))} />
      {bakens.length > 0 ? <Options facet={facet} legend="Bakens" options={bakens} /> : null}
    </>
  )
}

function Options({ facet, legend, options }: { facet: Facet; legend: string; options: FacetOption[] }) {
  const name = `${PARAMS[facet]}[]`
  return (
    <fieldset class="filter">
      <legend class="hidden">{legend}</legend>
      {options.map(({ value, word, count, chosen }) => {
        // As text and not as elements: there are hundreds, and they are most of the work of this page.
        const box = html`<input type="checkbox" form="${FORM}" name="${name}" value="${slugOf(facet, value)}"${chosen ? ' checked' : ''}>`
        const words = html`<span class="filter__word">${word}</span><span class="filter__count">${inThousands(count)}</span>`
        return html`<label class="filter__option">${box}${words}</label>`
      })}
    </fieldset>
  )
}

/** Too many gemeenten for boxes: one from a list. Others that came with the address stay chosen. */
function PlaceChoice({ options }: { options: FacetOption[] }) {
  const [first, ...others] = options.filter(({ chosen }) => chosen)
  const id = fieldId(PARAMS.gemeente)
  return (
    <div class="filter filter--place">
      <label class="utrecht-form-label" for={id}>
        {facetWords.gemeente}
      </label>
      <select class="utrecht-select utrecht-select--html-select" id={id} name={`${PARAMS.gemeente}[]`} form={FORM}>
        <option value="">Alle gemeenten</option>
        {options.map(
          ({ value, word, count }) =>
            html`<option value="${value}"${value === first?.value ? ' selected' : ''}>${word} (${count})</option>`,
        )}
      </select>
      {others.map(({ value }) => (
        <input type="hidden" name={`${PARAMS.gemeente}[]`} value={value} form={FORM} />
      ))}
    </div>
  )
}

function Order({ choice, total }: { choice: BankChoice; total: number }) {
  if (choice.text === '' || total < 2) return null
  const relevance = choice.order === 'relevance'
  return (
    <p class="bank__order">
      <a href={bankUrl({ ...choice, order: 'relevance', page: 1 })} aria-current={relevance ? 'true' : undefined}>
        Past het best
      </a>
      <a href={bankUrl({ ...choice, order: 'newest', page: 1 })} aria-current={relevance ? undefined : 'true'}>
        Nieuwste eerst
      </a>
    </p>
  )
}

/** Practices under each other, as every list of them looks. */
export function PracticeRows({ listings, words }: { listings: Listing[]; words: BankWords }) {
  return (
    <Rows
      items={listings.map((listing) => ({
        href: listingUrl(listing),
        title: listing.title,
        badge: <PracticeMarks listing={listing} />,
        text: (
          <>
            {listing.line}
            <span class="practice-row__facts">
              {[
                listing.organisation,
                gemeenteName(listing.gemeente),
                ...(listing.theme === '' ? [] : [valueWord('theme', listing.theme, words)]),
              ].join(' · ')}
            </span>
          </>
        ),
      }))}
    />
  )
}

/** Says what would help: one thing less, another word, or everything. */
function Nothing({ choice, narrowed, ways }: BankView) {
  if (narrowed.total > 0)
    return (
      <p>
        Deze pagina is er niet. <a href={bankUrl({ ...choice, page: 1 })}>Ga naar de eerste pagina</a>
      </p>
    )
  return (
    <div class="stack">
      {ways.length > 0 ? (
        <>
          <p>Alles samen past op geen enkele praktijk. Laat één ding los:</p>
          <ul class="points">
            {ways.map(({ word, total }) => (
              <li>
                <a href={bankUrl(word.without)}>
                  zonder {word.facet === 'text' ? `het woord ${word.word}` : word.word}
                </a>
                : {foundWords(total).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      ) : choice.text === '' ? (
        <p>Hier staat nog niets. De eerste praktijken komen na de eerste oproep.</p>
      ) : (
        <p>Probeer één woord, of een woord dat erop lijkt. Je hoeft niet goed te spellen.</p>
      )}
      <p>
        <a href="/praktijken">Laat alle praktijken zien</a> of{' '}
        <a href="/praktijken/aanmelden">meld zelf een praktijk aan</a>.
      </p>
    </div>
  )
}
