import { Button, Disclosure, errorFor, Field, type FieldError, Form, Select, TextArea } from '../foundation/ui/index.ts'
import type { Factor } from './factor.ts'
import type { Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import { type MarkRead, showsWord } from './mark.ts'

/** A mark as one line to choose. */
export const markLabel = ({ words, shows, read }: MarkRead): string =>
  `${words} (${showsWord(shows)}${read ? `, ${read.title}` : ''})`

export const factorUrl = (group: WorkingGroup, { id }: Pick<Factor, 'id'>, place = ''): string =>
  groupUrl(group, `succesfactoren/${id}${place === '' ? '' : `/${place}`}`)

/** Moves a mark; it says where someone saw it, so that two who move it at once don't undo each other. */
export function MoveForm({ group, mark, factors }: { group: WorkingGroup; mark: MarkRead; factors: Factor[] }) {
  const others = factors.filter(({ id }) => id !== mark.factor)
  if (others.length === 0 && mark.factor === null) return null
  return (
    <Disclosure
      summary={
        <>
          Verplaats<span class="hidden">: {mark.words}</span>
        </>
      }
    >
      <Form action={groupUrl(group, `markeringen/${mark.id}/plek`)} label={`Verplaats: ${mark.words}`}>
        <input type="hidden" name="gezien" value={mark.factor ?? ''} />
        <Select
          label="Zet onder"
          name="naar"
          id={`naar-${mark.id.slice(0, 8)}`}
          options={[
            { value: 'kies', label: 'Kies een plek' },
            ...(mark.factor === null ? [] : [{ value: '', label: 'Nergens: maak hem los' }]),
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={undefined}
        />
        <Button kind="subtle">Verplaats</Button>
      </Form>
    </Disclosure>
  )
}

/** Name and explanation of a factor; `second` for the other one of a split. */
export function FactorFields({
  errors,
  typed,
  second = false,
}: {
  errors: FieldError[]
  typed: Typed
  second?: boolean
}) {
  const [name, explanation] = second ? ['naam2', 'uitleg2'] : ['naam', 'uitleg']
  return (
    <>
      <Field
        label={second ? 'Naam van de tweede' : 'Naam van de succesfactor'}
        name={name}
        maxlength={120}
        autocomplete="off"
        value={typed[name]}
        error={errorFor(errors, name)}
      />
      <TextArea
        label={second ? 'Uitleg van de tweede' : 'Uitleg'}
        name={explanation}
        hint="In een of twee zinnen: waarom werkt het hierdoor?"
        rows={3}
        maxlength={1000}
        value={typed[explanation]}
        error={errorFor(errors, explanation)}
      />
    </>
  )
}
