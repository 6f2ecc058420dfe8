import { inDutch, inDutchWithTime } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  Rows,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Competence } from './competence.store.ts'
import { crossingLabel } from './crosswalk.ts'
import type { Draft, Omitted } from './draft.store.ts'
import type { Edition } from './edition.store.ts'
import { discardFault, isPlanned, isPublic } from './edition.ts'
import { Publication } from './publication.part.tsx'
import { changedFields } from './standard.fields.ts'
import { typedOf } from './standard.form.ts'
import { StatusBadge } from './status.part.tsx'

export const draftUrl = (id: string) => `/redactie/kenmerken/versies/${id}`

export interface DraftView {
  draft: Draft
  /** The edition the draft came from: its words stand beside the new ones. */
  old: Edition | undefined
  competences: Competence[]
  omitted: Omitted[]
  reactions: { text: string | null; at: Date }[]
  mayEdit: boolean
  isSecond: boolean
  errors: FieldError[]
  typed: Typed
  /** A text was kept just now. */
  saved: boolean
  today: string
}

/** One draft: its texts, what changed, the consultation, the impact, and the way to publication. */
export function DraftPage(view: DraftView) {
  const { draft, errors } = view
  const { edition } = draft
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{edition.framework.text.title}</p>
        <Heading level={1}>
          {edition.text.title}, {edition.text.year}
        </Heading>
        <p>
          <StatusBadge status={edition.status} />
        </p>
        {isPublic(edition.status) ? (
          <p>
            <a href={edition.url}>Zo zien anderen het</a>
          </p>
        ) : null}
        {edition.publishedAt ? (
          <Notice tone="info" title={`Gepubliceerd op ${inDutch(edition.publishedAt)}`}>
            <p>Deze versie verandert niet meer. Voor een wijziging begin je een nieuwe versie.</p>
          </Notice>
        ) : null}
        {edition.status === 'consultation' ? (
          <Notice tone="info" title="De consultatie loopt">
            <p>Zolang mensen reageren, staat de tekst vast. Daarna kun je verder schrijven.</p>
          </Notice>
        ) : null}
      </Band>
      <Band>
        <ErrorSummary errors={errors} />
        {view.saved ? <Notice tone="ok" title="Bewaard." /> : null}
        <Texts {...view} />
      </Band>
      <Consultation {...view} />
      <Impact {...view} />
      <Publication {...view} action={`${draftUrl(edition.id)}/publicatie`} />
      {discardFault(edition.status) ? null : (
        <Band labelledby="weggooien">
          <Heading level={2} id="weggooien">
            Toch niet?
          </Heading>
          <p>
            <LinkButton href={`${draftUrl(edition.id)}/weggooien`} kind="danger">
              Gooi dit concept weg
            </LinkButton>
          </p>
        </Band>
      )}
    </>
  )
}

/** Few changes by name, many by number. */
function changesIn(labels: string[]): string {
  if (labels.length === 0) return 'Gelijk gebleven'
  return labels.length > 5 ? `Aangepast op ${labels.length} plekken` : `Aangepast: ${labels.join(', ')}`
}

function crossingsIn({ crosswalk }: Draft): string {
  const types = (crosswalk?.text.rows ?? []).map(({ type }) => type)
  return [...new Set(types)]
    .map((type) => `${types.filter((one) => one === type).length} ${crossingLabel[type].toLowerCase()}`)
    .join(', ')
}

function Texts({ draft, omitted, mayEdit }: DraftView) {
  const { edition, standards, before, faults } = draft
  const url = draftUrl(edition.id)
  const rows = standards.map((standard) => {
    const earlier = before.find(({ item }) => item === standard.item)
    const changed = earlier ? changedFields(typedOf(earlier.text), typedOf(standard.text)) : []
    const text = !earlier ? 'Nieuw in deze versie' : changesIn(changed.map(({ label }) => label.toLowerCase()))
    return {
      href: `${url}/teksten/${standard.id}`,
      title: `${standard.text.code} ${standard.text.name}`,
      text,
    }
  })
  return (
    <>
      <Heading level={2}>Teksten</Heading>
      <Rows
        items={[
          {
            href: `${url}/inleiding`,
            title: 'Inleiding, leeswijzer en gebruik',
            text: edition.version > 1 ? 'Aangepast' : 'Gelijk gebleven',
          },
          ...rows,
          {
            href: `${url}/overgang`,
            title: 'Overgang van de oude naar de nieuwe lijst',
            text: faults.length > 0 ? 'Klopt nog niet: kijk wat er anders moet' : crossingsIn(draft),
          },
        ]}
      />
      {mayEdit ? (
        <p>
          <LinkButton href={`${url}/nieuw`} kind="secondary">
            Kenmerk toevoegen
          </LinkButton>
        </p>
      ) : null}
      {omitted.length > 0 ? (
        <>
          <Heading level={3}>Weggelaten</Heading>
          {omitted.map(({ id, name }) => (
            <Form action={`${url}/teksten/${id}/terug`}>
              <p>{name}</p>
              {mayEdit ? <Button kind="subtle">Toch opnemen: {name}</Button> : null}
            </Form>
          ))}
        </>
      ) : null}
    </>
  )
}

function Consultation({ draft, mayEdit, errors, typed, reactions, today }: DraftView) {
  const { edition } = draft
  return (
    <Band tone="boter" labelledby="consultatie">
      <Heading level={2} id="consultatie">
        Consultatie
      </Heading>
      {edition.consultations.length > 0 ? (
        <ul>
          {edition.consultations.map((consultation) => (
            <li>
              {inDutch(new Date(consultation.opensOn))} tot en met {inDutch(new Date(consultation.closesOn))}:{' '}
              {consultation.question}
              {isPlanned(consultation, today) ? (
                <Form action={`${draftUrl(edition.id)}/consultaties/${consultation.id}/intrekking`}>
                  <Button kind="subtle">Trek deze consultatie in</Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>Iedereen kan het voorstel dan lezen. Wie is ingelogd, kan reageren.</p>
      )}
      {reactions.length > 0 ? (
        <Disclosure summary={reactions.length === 1 ? '1 reactie' : `${reactions.length} reacties`}>
          {reactions.map(({ text, at }) => (
            <>
              <p>{text ?? 'Ingetrokken.'}</p>
              <Small>{inDutchWithTime(at)}</Small>
            </>
          ))}
        </Disclosure>
      ) : null}
      {mayEdit ? (
        <Form action={`${draftUrl(edition.id)}/consultaties`}>
          <Field
            label="Eerste dag"
            name="van"
            type="date"
            size="code"
            value={typed.van ?? today}
            error={errorFor(errors, 'van')}
          />
          <Field
            label="Laatste dag"
            name="tot"
            type="date"
            size="code"
            value={typed.tot}
            error={errorFor(errors, 'tot')}
          />
          <TextArea
            label="Wat wil je van mensen weten?"
            name="vraag"
            rows={3}
            maxlength={1000}
            value={typed.vraag}
            error={errorFor(errors, 'vraag')}
          />
          <Button kind="secondary">Leg voor aan iedereen</Button>
        </Form>
      ) : null}
    </Band>
  )
}

function Impact({ draft }: DraftView) {
  const { state, impact, edition } = draft
  if (edition.publishedAt) return null
  return (
    <Band labelledby="gevolgen">
      <Heading level={2} id="gevolgen">
        Gevolgen
      </Heading>
      {impact.length === 0 ? (
        <p>
          {state.changed
            ? 'Niets wijst naar de teksten die veranderen.'
            : 'Er verandert nog niets. Pas een tekst aan, dan zie je hier wat ernaar wijst.'}
        </p>
      ) : (
        <>
          <p>
            {impact.length === 1 ? 'Eén ding wijst' : `${impact.length} dingen wijzen`} naar een tekst die verandert.{' '}
            {state.openImpact === 0
              ? 'Over alles is besloten.'
              : state.openImpact === 1
                ? 'Over één moet je nog besluiten.'
                : `Over ${state.openImpact} moet je nog besluiten.`}
          </p>
          <p>
            <LinkButton href={`${draftUrl(edition.id)}/gevolgen`} kind="secondary">
              Bekijk de gevolgen
            </LinkButton>
          </p>
        </>
      )}
    </Band>
  )
}
