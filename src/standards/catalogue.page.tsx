import { capital } from '../foundation/capital.ts'
import { Band, Button, Disclosure, fieldId, Heading, Lead, Rows, SearchForm } from '../foundation/ui/index.ts'
import { statusWord } from './catalogue.form.ts'
import { type Choice, counts, type Entry, editionKey, type Facet, narrow, SHOWINGS, type Showing } from './catalogue.ts'
import { NotBinding } from './not-binding.part.tsx'
import { AUDIENCES, audienceLabel, LENSES, lensLabel, SUBJECTS, subjectLabel } from './standard.ts'
import { StandardRows } from './standard-rows.part.tsx'

export type CatalogueEntry = Entry & { fictional: boolean }

interface Props {
  entries: CatalogueEntry[]
  choice: Choice
  matches: string[] | null
  /** The words looked for in place of what was typed, when that is found nowhere. */
  instead: string[]
  handreikingen: { href: string; title: string; text: string }[]
}

/** The databank: what holds now, and on request everything that ever held. */
export function CataloguePage(props: Props) {
  const { entries, choice, matches } = props
  const shown = narrow(entries, choice, matches)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Kenmerken van goed werk</Heading>
        <Lead>Waar goed sociaal werk aan te herkennen is. De vijf namen komen uit 2013, de teksten zijn van ons.</Lead>
        <NotBinding />
      </Band>
      <Band>
        <FacetForm {...props} />
        <div class="stack">
          <p class="hits" role="status">
            <strong>{shown.length === 1 ? '1 gevonden' : `${shown.length} gevonden`}</strong>,{' '}
            {shownWords(choice.status, shown)}
          </p>
          {shown.length > 0 && props.instead.length > 0 ? (
            <p>
              Precies zo staat het nergens. Dit lijkt erop: <strong>{props.instead.join(' ')}</strong>.
            </p>
          ) : null}
          {shown.length > 0 ? (
            <StandardRows entries={shownOf(entries, shown)} lens={choice.lens} />
          ) : (
            <NothingFound {...props} />
          )}
        </div>
      </Band>
      <Band tone="boter" labelledby="handreikingen">
        <Heading level={2} id="handreikingen">
          Lees het als één handreiking
        </Heading>
        <Rows items={props.handreikingen} />
      </Band>
      <Agreements />
      <Band tone="wad" labelledby="verder">
        <Heading level={2} id="verder">
          Verder kijken
        </Heading>
        <Rows
          columns
          items={[
            {
              href: '/wat-mag-je-verwachten',
              title: 'Wat mag je als inwoner verwachten?',
            },
            { href: '/competenties', title: 'Competenties die erbij horen' },
            { href: '/kenmerken.atom', title: 'Volg nieuwe kenmerken in je nieuwslezer' },
            { href: '/open-data#kenmerken', title: 'Neem alle kenmerken mee als tabel' },
          ]}
        />
      </Band>
    </>
  )
}

/** What is among the rows, so that nobody takes a proposal for what holds. */
function shownWords(showing: Showing, shown: Entry[]): string {
  if (showing === 'current') return 'alleen de nieuwste versie'
  if (showing === 'consultation') return 'alleen voorstellen in consultatie, die nog niet gelden'
  if (showing === 'replaced') return 'alleen wat vervangen is'
  const proposals = shown.some(({ status }) => status === 'consultation')
  return proposals ? 'ook oudere versies en voorstellen in consultatie' : 'ook oudere versies'
}

/** What the list of the facet says of each. */
const showingLabel: Record<Showing, string> = {
  current: 'Geldt nu',
  consultation: 'In consultatie',
  replaced: 'Vervangen',
  all: 'Alles',
}

/** For who buys care or writes a subsidy rule: how to name a standard without making it a duty. */
function Agreements() {
  return (
    <Band labelledby="afspraken">
      <Heading level={2} id="afspraken">
        Een kenmerk noemen in een subsidieregel of contract?
      </Heading>
      <ol class="points">
        <li>
          <strong>Niets is verplicht.</strong> Een kenmerk wordt pas een eis als je dat samen afspreekt.
        </li>
        <li>
          <strong>Schrijf de eis zelf uit.</strong> Alleen een naam zegt niet wat je van elkaar verwacht.
        </li>
        <li>
          <strong>Gebruik de vaste link van de versie.</strong> Je vindt hem onderaan elk kenmerk. Die tekst verandert
          niet meer.
        </li>
        <li>
          <strong>Neem gelijkwaardig bewijs aan.</strong> Een organisatie mag ook op een andere manier laten zien dat
          het goed gaat.
        </li>
      </ol>
    </Band>
  )
}

function shownOf(entries: CatalogueEntry[], shown: Entry[]): CatalogueEntry[] {
  return shown.flatMap((entry) => entries.filter((candidate) => candidate === entry))
}

/** Says what would help: another spelling, fewer choices, or the older list. */
function NothingFound({ entries, choice, matches }: Props) {
  const elsewhere = choice.status === 'all' ? 0 : narrow(entries, { ...choice, status: 'all' }, matches).length
  return (
    <>
      <p>
        {isNarrowed(choice)
          ? 'Niets gevonden. Kies minder, of probeer een ander woord.'
          : 'Niets gevonden. Probeer één woord, of een woord dat erop lijkt. Je hoeft niet goed te spellen.'}
      </p>
      {choice.text === '' ? null : (
        <p>
          <a href={`/zoeken?${new URLSearchParams({ q: choice.text })}`}>Zoek “{choice.text}” op de hele site</a>
        </p>
      )}
      {elsewhere > 0 ? (
        <p>
          <a href={choiceUrl({ ...choice, status: 'all' })}>Wel {elsewhere} gevonden bij alle versies</a>
        </p>
      ) : null}
      <p>
        <a href="/kenmerken">Laat alle kenmerken zien</a>
      </p>
    </>
  )
}

/** Whether something was chosen besides a word. */
const isNarrowed = ({ subject, audience, theme, lens, edition, status }: Choice): boolean =>
  [subject, audience, theme, lens, edition].some((one) => one !== undefined) ||
  status === 'consultation' ||
  status === 'replaced'

/** The address of a choice, so that it can be shared. */
export function choiceUrl(choice: Choice): string {
  const query = new URLSearchParams()
  const add = (name: string, value: string | undefined) => value && query.set(name, value)
  add('zoek', choice.text)
  add('over', choice.subject)
  add('voor', choice.audience)
  add('thema', choice.theme)
  add('lens', choice.lens)
  add('versie', choice.edition)
  add('status', choice.status === 'current' ? undefined : statusWord[choice.status])
  return query.size > 0 ? `/kenmerken?${query}` : '/kenmerken'
}

interface Option {
  value: string
  label: string
}

/** One facet: a list with how many each choice would leave. */
function FacetSelect(props: { label: string; name: string; value: string | undefined; options: Option[] }) {
  const id = fieldId(props.name)
  return (
    <div class="refine__facet">
      <label class="utrecht-form-label" for={id}>
        {props.label}
      </label>
      <select class="utrecht-select utrecht-select--html-select" id={id} name={props.name}>
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === (props.value ?? '')}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The facets with their words, values and counts. */
function facetsOf({ entries, choice, matches }: Props) {
  const tally = (facet: Facet, valuesOf: (entry: Entry) => string[]) =>
    counts(entries, choice, matches, facet, valuesOf)
  const options = (all: string, values: Option[], found: Map<string, number>): Option[] => [
    { value: '', label: all },
    ...values.map(({ value, label }) => ({
      value,
      label: `${label} (${found.get(value) ?? 0})`,
    })),
  ]
  const labelled = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
    values.map((value) => ({ value, label: labels[value] }))
  const themes = [...new Set(entries.flatMap((entry) => entry.themes))].sort((a, b) => a.localeCompare(b, 'nl'))
  const editionNames = new Map(
    entries.map((entry) => [
      editionKey(entry),
      entry.fictional ? `${entry.editionTitle}, verzonnen voorbeeld` : entry.editionTitle,
    ]),
  )
  const editionOptions = [...editionNames].map(([value, label]) => ({
    value,
    label,
  }))
  const bySubject = tally('subject', ({ subject }) => [subject])
  const byAudience = tally('audience', ({ audience }) => audience)
  const byTheme = tally('theme', (entry) => entry.themes)
  const byLens = tally('lens', ({ lenses }) => LENSES.filter((lens) => lenses[lens].trim() !== ''))
  const byEdition = tally('edition', (entry) => [editionKey(entry)])
  return [
    {
      label: 'Gaat over',
      name: 'over',
      value: choice.subject,
      options: options('Alles', labelled(SUBJECTS, subjectLabel), bySubject),
    },
    {
      label: 'Voor wie',
      name: 'voor',
      value: choice.audience,
      options: options('Iedereen', labelled(AUDIENCES, audienceLabel), byAudience),
    },
    {
      label: 'Thema',
      name: 'thema',
      value: choice.theme,
      options: options(
        'Alle thema’s',
        themes.map((value) => ({ value, label: capital(value) })),
        byTheme,
      ),
    },
    {
      label: 'Manier om ernaar te kijken',
      name: 'lens',
      value: choice.lens,
      options: options('Alle vier', labelled(LENSES, lensLabel), byLens),
    },
    {
      label: 'Versie',
      name: 'versie',
      value: choice.edition,
      options: options('Alle versies', editionOptions, byEdition),
    },
  ]
}

function FacetForm(props: Props) {
  const { entries, choice, matches } = props
  const byStatus = counts(entries, choice, matches, 'status', ({ status }) => ['all', status])
  return (
    <SearchForm action="/kenmerken" name="zoek" value={choice.text} label="Zoek een woord in de kenmerken">
      <Disclosure summary="Verfijn" open={isNarrowed(choice) || choice.status === 'all'}>
        <div class="refine">
          {facetsOf(props).map((facet) => (
            <FacetSelect {...facet} />
          ))}
          <FacetSelect
            label="Status"
            name="status"
            value={statusWord[choice.status]}
            options={SHOWINGS.map((showing) => ({
              value: statusWord[showing],
              label: `${showingLabel[showing]} (${byStatus.get(showing) ?? 0})`,
            }))}
          />
        </div>
        <Button kind="secondary">Laat zien</Button>
      </Disclosure>
    </SearchForm>
  )
}
