import type { Typed } from '../foundation/http/index.ts'
import { Band, ErrorSummary, type FieldError, Heading, Lead, LinkButton, Notice, Rows } from '../foundation/ui/index.ts'
import { ImpactList } from '../thread/index.ts'
import { draftUrl } from './draft.page.tsx'
import type { Draft } from './draft.store.ts'

/** What points at the texts that change: each to accept or to adapt, with a reason, beside the new words. */
export function ImpactPage(props: { draft: Draft; errors: FieldError[]; typed: Typed }) {
  const { draft, errors, typed } = props
  const url = draftUrl(draft.edition.id)
  const changed = draft.standards.filter(({ item }) => draft.touched.includes(item))
  const dropped = draft.before.filter(({ item }) => !draft.standards.some((standard) => standard.item === item))
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Gevolgen van deze versie</Heading>
        <Lead>Deze dingen wijzen naar een tekst die verandert of vervalt. Kijk of ze nog kloppen.</Lead>
      </Band>
      <Band>
        <ErrorSummary errors={errors} />
        <Heading level={2}>Wat er verandert</Heading>
        {changed.length > 0 ? (
          <Rows
            items={changed.map(({ id, text }) => ({
              href: `${url}/teksten/${id}`,
              title: text.name,
              text: 'Lees de nieuwe tekst',
            }))}
          />
        ) : null}
        {changed.length + dropped.length === 0 ? <p>Nog niets.</p> : null}
        {dropped.length > 0 ? (
          <Notice tone="info" title="Vervalt in deze versie">
            <p>{dropped.map(({ text }) => text.name).join(', ')}</p>
          </Notice>
        ) : null}
        <Heading level={2}>Wat ernaar wijst</Heading>
        <ImpactList rows={draft.impact} action={`${url}/gevolgen`} errors={errors} typed={typed} />
        <p>
          <LinkButton href={url} kind="subtle">
            Terug naar het concept
          </LinkButton>
        </p>
      </Band>
    </>
  )
}
