import type { Typed } from '../foundation/http/index.ts'
import { inThousands } from '../foundation/number.ts'
import {
  Band,
  ErrorSummary,
  Example,
  errorFor,
  type FieldError,
  Heading,
  Lead,
  Pagination,
  Rows,
  SearchForm,
  Small,
} from '../foundation/ui/index.ts'
import type { Piece } from '../foundation/words/index.ts'
import { kindWords } from './item.ts'
import type { Hit, SearchResult } from './search.ts'
import type { SitePage } from './site-page.ts'

export interface SearchView {
  /** What was typed. */
  text: string
  kind: string
  /** Undefined when what was typed could not be sought. */
  result: SearchResult | undefined
  /** Pages of the site itself that may be meant. */
  pages?: readonly SitePage[]
  errors?: FieldError[]
  typed?: Typed
}

/** Search over everything published, with the kinds right under the question. */
export function SearchPage(view: SearchView) {
  const { text, kind, result, errors = [], typed } = view
  const asked = text !== '' || kind !== ''
  return (
    <>
      <Band tone="wad">
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <Heading level={1}>Zoeken</Heading>
        <SearchForm action="/zoeken" label="Waar zoek je naar?" value={typed?.q ?? text}>
          {errorFor(errors, 'q') ? <p>{errorFor(errors, 'q')}</p> : null}
          {kind === '' ? null : <input type="hidden" name="soort" value={kind} />}
        </SearchForm>
        {result ? <Kinds text={text} kind={kind} result={result} /> : null}
      </Band>
      {result ? <Band>{asked ? <Found view={view} result={result} /> : <Start />}</Band> : null}
    </>
  )
}

function addressOf(text: string, kind: string, page = 1): string {
  const query = new URLSearchParams()
  if (text !== '') query.set('q', text)
  if (kind !== '') query.set('soort', kind)
  if (page > 1) query.set('pagina', String(page))
  return query.size > 0 ? `/zoeken?${query}` : '/zoeken'
}

function Kinds({ text, kind, result }: { text: string; kind: string; result: SearchResult }) {
  if (result.counts.length === 0) return null
  const options = [{ kind: '', count: 0 }, ...result.counts]
  return (
    <nav aria-label="Kies een soort">
      <ul class="facets">
        {options.map((one) => (
          <li>
            <a
              class="facets__link"
              href={addressOf(text, one.kind)}
              aria-current={one.kind === kind ? 'true' : undefined}
            >
              {one.kind === '' ? 'Alles' : kindWords(one.kind)}
              {one.kind === '' ? '' : ` (${inThousands(one.count)})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Pages of the site stand apart: they are counted nowhere, and are no answer to what is published. */
function Found({ view, result }: { view: SearchView; result: SearchResult }) {
  const isShown = new Set(result.hits.slice(0, 1).map(({ url }) => url))
  const pages = (view.pages ?? []).filter(({ href }) => !isShown.has(href))
  if (pages.length === 0) return <Results view={view} result={result} />
  return (
    <>
      <section class="stack" aria-labelledby="paginas">
        <Heading level={2} id="paginas">
          Pagina’s van deze site
        </Heading>
        <Rows items={pages.map(({ href, title, line }) => ({ href, title, text: line }))} />
      </section>
      {result.hits.length > 0 ? <Results view={view} result={result} /> : <p>Verder staat het hier nergens.</p>}
    </>
  )
}

function Results({ view, result }: { view: SearchView; result: SearchResult }) {
  const { text, kind } = view
  if (result.hits.length === 0) return <Nothing view={view} result={result} />
  return (
    <>
      <Heading level={2}>{totalWords(result)}</Heading>
      {result.instead.length > 0 ? (
        <Lead>
          Precies zo staat het nergens. Dit lijkt erop: <strong>{result.instead.join(' ')}</strong>.
        </Lead>
      ) : null}
      {result.hits.some(({ kind }) => kind === 'standard') ? (
        <Small>Geen verplicht kader. Een kenmerk is een begin van een gesprek.</Small>
      ) : null}
      <Rows
        items={result.hits.map((hit) => ({
          href: hit.url,
          title: hit.title,
          badge: hit.fictional ? <Example /> : undefined,
          text: <HitText hit={hit} />,
        }))}
      />
      <Pagination page={result.page} pages={result.pages} href={(page) => addressOf(text, kind, page)} />
    </>
  )
}

const totalWords = ({ total }: SearchResult): string =>
  total === 1 ? 'Eén keer gevonden' : `${inThousands(total)} keer gevonden`

function HitText({ hit }: { hit: Hit }) {
  return (
    <>
      <strong>{hit.word}.</strong> <Pieces pieces={hit.snippet} />
    </>
  )
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, marked }) => (marked ? <mark class="found">{text}</mark> : text))}</>
}

function Nothing({ view: { text, kind }, result }: { view: SearchView; result: SearchResult }) {
  return (
    <>
      <Heading level={2}>Niets gevonden</Heading>
      {result.page > 1 && result.total > 0 ? (
        <p>
          Deze pagina is er niet. <a href={addressOf(text, kind)}>Ga naar de eerste pagina</a>
        </p>
      ) : (
        <>
          <p>Probeer het zo:</p>
          <ul>
            <li>typ één woord, of een woord dat erop lijkt</li>
            <li>kijk of je het anders kunt spellen</li>
            {kind === '' ? null : (
              <li>
                <a href={addressOf(text, '')}>zoek in alles</a>, niet alleen in {kindWords(kind)}
              </li>
            )}
          </ul>
        </>
      )}
      <Start />
    </>
  )
}

function Start() {
  return (
    <>
      <p>Je kunt ook hier beginnen:</p>
      <Rows
        columns
        items={[
          { href: '/kenmerken', title: 'De kenmerken van goed werk' },
          { href: '/wat-mag-je-verwachten', title: 'Wat mag je verwachten?' },
        ]}
      />
      <Small>
        Zoeken gaat over alles wat hier gepubliceerd is. Wat jij invult in de reflectie, is nooit te vinden.
      </Small>
    </>
  )
}
