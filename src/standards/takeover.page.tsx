import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  Example,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Select,
} from '../foundation/ui/index.ts'
import type { AcceptedStatement } from '../olympiad/index.ts'
import { draftUrl } from './draft.page.tsx'
import type { Edition } from './edition.store.ts'
import type { Standard } from './standard.store.ts'
import { isTakenOver, NEW } from './takeover.ts'

export interface TakeOverView {
  edition: Edition
  olympiad: { slug: string; title: string }
  statements: AcceptedStatement[]
  standards: Standard[]
  typed: Record<string, string | string[] | undefined>
  errors: FieldError[]
}

/** The name of the field in which an editor chooses for a statement. */
export const choiceField = ({ item }: Pick<AcceptedStatement, 'item'>): string => `zin-${item}`

/** The carried statements of one Olympiade, each with where it goes. */
export function TakeOverPage({ edition, olympiad, statements, standards, typed, errors }: TakeOverView) {
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          {edition.text.title}, {edition.text.year}
        </p>
        <Heading level={1}>Gedragen zinnen overnemen</Heading>
        <Lead>Uit de Olympiade ‘{olympiad.title}’. Kies per zin of hij een kenmerk wordt, of ergens bij hoort.</Lead>
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        <Form action={`${draftUrl(edition.id)}/zinnen/${olympiad.slug}`}>
          {statements.map((one) => (
            <section class="stack">
              <Heading level={2}>{one.plain}</Heading>
              <p>
                {one.said.charAt(0).toUpperCase() + one.said.slice(1)}. {one.fictional ? <Example /> : null}
              </p>
              <p class="small">In vaktaal: {one.professional}</p>
              <Where {...{ one, standards, typed, errors }} />
            </section>
          ))}
          <Actions>
            <Button>Neem over in het concept</Button>
          </Actions>
        </Form>
        <p>
          Een nieuw kenmerk heeft dan een kern, de kant van de professional en een voorbeeld. De rest schrijf je zelf.
          Het concept kan pas naar een consultatie als alles af is.
        </p>
      </Band>
    </>
  )
}

function Where(props: Pick<TakeOverView, 'standards' | 'typed' | 'errors'> & { one: AcceptedStatement }) {
  const { one, standards, typed, errors } = props
  const there = standards.find(({ text }) => isTakenOver(text, one))
  if (there)
    return (
      <p>
        Staat al in ‘{there.text.code} {there.text.name}’.
      </p>
    )
  const name = choiceField(one)
  return (
    <Select
      label="Waar komt deze zin?"
      name={name}
      value={typed[name] ?? ''}
      error={errorFor(errors, name)}
      options={[
        { value: '', label: 'Nu niet overnemen' },
        { value: NEW, label: 'Een nieuw kenmerk' },
        ...standards.map(({ id, text }) => ({ value: id, label: `Bij ${text.code} ${text.name}` })),
      ]}
    />
  )
}
