import type { Typed } from '../foundation/http/index.ts'
import { Facts, Heading, Notice } from '../foundation/ui/index.ts'
import type { Competence } from './competence.store.ts'
import type { Draft } from './draft.store.ts'
import { editionFields } from './edition.fields.ts'
import { editionTypedOf } from './edition.form.ts'
import type { Edition } from './edition.store.ts'
import { changedFields } from './standard.fields.ts'
import { typedOf } from './standard.form.ts'
import { audienceLabel, subjectLabel } from './standard.ts'

interface Change {
  label: string
  before: string
  after: string
}

/** The words of a chosen value; a written text stands as it is. */
function shown(value: string | string[] | undefined, competences: Competence[]): string {
  const named = (one: string): string =>
    ({ ...subjectLabel, ...audienceLabel })[one] ?? competences.find(({ slug }) => slug === one)?.text.name ?? one
  return Array.isArray(value) ? value.map(named).join('\n') : named(value ?? '')
}

/** What publishing changes on the site: per text every field that differs, the old words beside the new. */
export function Changes(props: { draft: Draft; old: Edition | undefined; competences: Competence[] }) {
  const { draft, old, competences } = props
  const { edition, standards, before } = draft
  const between = (fields: { name: string; label: string }[], was: Typed, is: Typed): Change[] =>
    fields.map(({ name, label }) => ({
      label,
      before: shown(was[name], competences),
      after: shown(is[name], competences),
    }))
  const [was, is] = [editionTypedOf(old?.text ?? edition.text), editionTypedOf(edition.text)]
  const around = editionFields.filter(({ name }) => was[name] !== is[name])
  const fresh = standards.filter(({ item }) => !before.some((one) => one.item === item))
  const gone = before.filter(({ item }) => !standards.some((one) => one.item === item))
  return (
    <section class="stack" aria-labelledby="verandert">
      <Heading level={3} id="verandert">
        Dit verandert er
      </Heading>
      <Changed title="Inleiding, leeswijzer en gebruik" changes={between(around, was, is)} />
      {standards.map((standard) => {
        const earlier = before.find(({ item }) => item === standard.item)
        if (!earlier) return null
        const [one, two] = [typedOf(earlier.text), typedOf(standard.text)]
        const title = `${standard.text.code} ${standard.text.name}`
        return <Changed title={title} changes={between(changedFields(one, two), one, two)} />
      })}
      {fresh.length > 0 ? (
        <Notice tone="info" title="Nieuw">
          <p>{fresh.map(({ text }) => `${text.code} ${text.name}`).join(', ')}</p>
        </Notice>
      ) : null}
      {gone.length > 0 ? (
        <Notice tone="info" title="Vervalt">
          <p>{gone.map(({ text }) => `${text.code} ${text.name}`).join(', ')}</p>
        </Notice>
      ) : null}
    </section>
  )
}

function Changed(props: { title: string; changes: Change[] }) {
  if (props.changes.length === 0) return null
  return (
    <>
      <Heading level={4}>{props.title}</Heading>
      {props.changes.map(({ label, before, after }) => (
        <div class="stack stack--tight">
          <p>
            <strong>{label}</strong>
          </p>
          <div class="halves">
            <Facts items={[{ term: 'Zo staat het er nu', value: <p class="as-typed">{before || 'niets'}</p> }]} />
            <Facts items={[{ term: 'Zo komt het er te staan', value: <p class="as-typed">{after || 'niets'}</p> }]} />
          </div>
        </div>
      ))}
    </>
  )
}
