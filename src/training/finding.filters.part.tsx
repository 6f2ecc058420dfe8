import { html } from 'hono/html'
import type { FieldError } from '../foundation/http/index.ts'
import { inThousands } from '../foundation/number.ts'
import { Disclosure, errorFor, fieldId } from '../foundation/ui/index.ts'
import type { Facet, Narrowed } from './facet.ts'
import { FACETS } from './facet.ts'
import { type FacetOption, type FindWords, facetWords, optionsOf, PARAMS, slugOf } from './facet.words.ts'
import { type Finding, monthLater, monthWords, RADII, radiusWords } from './finding.ts'

/** The form that the fields above the list and the filters beside it belong to. */
const FORM = 'scholing'

interface FieldView {
  name: string
  label: string
  errors: FieldError[]
}

/** A field of the search: what stays empty does not matter, so it needs no remark about that. */
function Sought({ name, label, errors, children }: FieldView & { children: unknown }) {
  const error = errorFor(errors, name)
  return (
    <div class={error ? 'find__field utrecht-form-field--invalid' : 'find__field'}>
      <label class="utrecht-form-label" for={fieldId(name)}>
        {label}
      </label>
      {error ? (
        <div class="utrecht-form-field-error-message" id={`${fieldId(name)}-fout`}>
          <span class="hidden">Fout: </span>
          {error}
        </div>
      ) : null}
      {children}
    </div>
  )
}

function TextInput({ name, value, most, errors }: { name: string; value: string; most: number; errors: FieldError[] }) {
  const error = errorFor(errors, name)
  return (
    <input
      class={`utrecht-textbox utrecht-textbox--html-input${error ? ' utrecht-textbox--invalid' : ''}`}
      type="search"
      id={fieldId(name)}
      name={name}
      value={value}
      maxlength={most}
      autocomplete="off"
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `${fieldId(name)}-fout` : undefined}
    />
  )
}

function Choice(props: {
  name: string
  value: string
  options: { value: string; label: string }[]
  errors: FieldError[]
}) {
  const error = errorFor(props.errors, props.name)
  return (
    <select
      class={`utrecht-select utrecht-select--html-select${error ? ' utrecht-select--invalid' : ''}`}
      id={fieldId(props.name)}
      name={props.name}
      aria-invalid={error ? 'true' : undefined}
      aria-describedby={error ? `${fieldId(props.name)}-fout` : undefined}
    >
      {props.options.map(({ value, label }) => (
        <option value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** Months one can choose from. */
const MONTHS = 12

function monthOptions(today: string, chosen: string) {
  const months = Array.from({ length: MONTHS + 1 }, (_, many) => monthLater(today, many))
  const all = chosen === '' || months.includes(chosen) ? months : [chosen, ...months]
  const asides = ['deze maand', 'volgende maand']
  return [
    { value: '', label: 'Maakt niet uit' },
    ...all.map((month) => {
      const aside = asides[months.indexOf(month)]
      return { value: month, label: aside ? `${monthWords(month)} (${aside})` : monthWords(month) }
    }),
  ]
}

/** What someone types first: words, a place, how far, and which month. */
export function FindForm({ finding, today, errors }: { finding: Finding; today: string; errors: FieldError[] }) {
  const { text, near, radius, month } = finding
  return (
    <search>
      <form class="find" id={FORM} action="/scholing" method="get">
        <Sought name="zoek" label="Waar zoek je naar?" errors={errors}>
          <TextInput name="zoek" value={text} most={200} errors={errors} />
        </Sought>
        <Sought name="bij" label="Bij welke plaats of gemeente?" errors={errors}>
          <TextInput name="bij" value={near} most={60} errors={errors} />
        </Sought>
        <Sought name="straal" label="Hoe ver daarvandaan?" errors={errors}>
          <Choice
            name="straal"
            value={String(radius)}
            options={RADII.map((one) => ({ value: String(one), label: radiusWords(one) }))}
            errors={errors}
          />
        </Sought>
        <Sought name="wanneer" label="In welke maand?" errors={errors}>
          <Choice name="wanneer" value={month} options={monthOptions(today, month)} errors={errors} />
        </Sought>
        <button type="submit" class="nl-button nl-button--primary find__button">
          <span class="nl-button__label">Zoek</span>
        </button>
      </form>
    </search>
  )
}

/** Facets that stand open from the start: what people ask for first. */
const OPEN: readonly Facet[] = ['standard', 'form', 'price']

/** The filters: folded on a phone, beside the list where there is room. Part of the form above the list. */
export function Filters(props: { finding: Finding; narrowed: Narrowed; words: FindWords; many: number }) {
  const { finding, narrowed, words, many } = props
  return (
    <div class="bank__filters">
      <details class="filters">
        <summary class="filters__summary">{many === 0 ? 'Kies en filter' : `Kies en filter (${many} gekozen)`}</summary>
        <div class="filters__body">
          <fieldset class="filter">
            <legend class="hidden">Online en nog plaats</legend>
            {finding.near === '' ? null : <Tick name="online" word="Online mag ook" isOn={finding.online} />}
            <Tick name="plaats" word="Er is nog plaats, zegt de opleider" isOn={finding.seats} />
          </fieldset>
          {FACETS.map((facet) => {
            const values = finding.chosen[facet] ?? []
            const options = optionsOf(facet, narrowed.counts[facet], values, words)
            if (options.length === 0) return null
            return (
              <Disclosure summary={facetWords[facet]} open={OPEN.includes(facet) || values.length > 0}>
                <Options facet={facet} options={options} words={words} />
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

function Tick({ name, word, isOn }: { name: string; word: string; isOn: boolean }) {
  return (
    <label class="filter__option">
      <input type="checkbox" form={FORM} name={name} value="ja" checked={isOn} />
      <span class="filter__word">{word}</span>
    </label>
  )
}

function Options({ facet, options, words }: { facet: Facet; options: FacetOption[]; words: FindWords }) {
  const name = `${PARAMS[facet]}[]`
  return (
    <fieldset class="filter">
      <legend class="hidden">{facetWords[facet]}</legend>
      {options.map(({ value, word, count, chosen }) => {
        // As text and not as elements: they are most of the work of this page.
        const box = html`<input type="checkbox" form="${FORM}" name="${name}" value="${slugOf(facet, value, words)}"${chosen ? ' checked' : ''}>`
        const said = html`<span class="filter__word">${word}</span><span class="filter__count">${inThousands(count)}</span>`
        return html`<label class="filter__option">${box}${said}</label>`
      })}
    </fieldset>
  )
}
