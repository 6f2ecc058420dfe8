import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Select,
  TextArea,
} from '../foundation/ui/index.ts'
import { CROSSINGS, type CrosswalkRow, crossingLabel } from './crosswalk.ts'
import { draftUrl } from './draft.page.tsx'
import type { Edition } from './edition.store.ts'

export interface CrosswalkEdit {
  edition: Edition
  version: number
  ours: string
  rows: CrosswalkRow[]
  old: { value: string; label: string }[]
  renewed: { value: string; label: string }[]
  faults: string[]
  errors: FieldError[]
  /** The rows of whoever saved first. */
  theirs: CrosswalkRow[] | undefined
  /** Kept just now. */
  saved: boolean
  mayEdit: boolean
}

/** Empty rows under the filled ones: enough for a split and a merge. */
const SPARE = 3

/** What became of each standard of the old list, n to m. */
export function CrosswalkEditPage(view: CrosswalkEdit) {
  const { edition, errors, faults, mayEdit } = view
  const rows = [
    ...view.rows,
    ...Array.from({ length: SPARE }, (): CrosswalkRow => ({ from: [], to: [], type: 'reworded', note: '' })),
  ]
  const url = `${draftUrl(edition.id)}/overgang`
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Overgang van oud naar nieuw</Heading>
        <Lead>Elk oud en elk nieuw kenmerk krijgt een plek. Eén kan er twee worden, en twee kunnen er één worden.</Lead>
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        {view.saved ? <Notice tone="ok" title="Bewaard." /> : null}
        {view.theirs ? <ConflictNotice {...view} theirs={view.theirs} /> : null}
        {faults.length > 0 ? (
          <Notice tone="warning" title="Dit klopt nog niet">
            <ul>
              {faults.map((fault) => (
                <li>{fault}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Form action={url}>
          <input type="hidden" name="versie" value={String(view.version)} />
          {rows.map((row, index) => (
            <RowFields row={row} index={index} old={view.old} renewed={view.renewed} />
          ))}
          <TextArea
            label="Van wie is deze vergelijking?"
            name="verantwoording"
            rows={2}
            value={view.ours}
            error={errorFor(errors, 'verantwoording')}
          />
          {mayEdit ? <Button>Bewaar</Button> : null}
        </Form>
        {mayEdit ? (
          <Form action={`${url}/voorstel`}>
            <input type="hidden" name="versie" value={String(view.version)} />
            <Button kind="subtle">Maak een nieuw voorstel uit de teksten</Button>
          </Form>
        ) : null}
        <p>
          <LinkButton href={draftUrl(edition.id)} kind="subtle">
            Terug naar het concept
          </LinkButton>
        </p>
      </Band>
    </>
  )
}

function ConflictNotice({ theirs, old, renewed }: CrosswalkEdit & { theirs: CrosswalkRow[] }) {
  const names = (slugs: string[], options: CrosswalkEdit['old']) =>
    slugs.map((slug) => options.find(({ value }) => value === slug)?.label ?? slug).join(', ') || 'geen'
  return (
    <Notice tone="warning" title="Iemand anders bewaarde dit terwijl jij schreef">
      <p>
        Jouw rijen staan hieronder en zijn nog niet bewaard. Bewaar opnieuw om ze te laten gelden. Dit schreef de ander:
      </p>
      <ul>
        {theirs.map(({ type, from, to, note }) => (
          <li>
            {crossingLabel[type]}: van {names(from, old)} naar {names(to, renewed)}. {note}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function RowFields(props: {
  row: CrosswalkRow
  index: number
  old: CrosswalkEdit['old']
  renewed: CrosswalkEdit['renewed']
}) {
  const { row, index, old, renewed } = props
  return (
    <>
      <Heading level={2}>Rij {index + 1}</Heading>
      <Select
        label="Wat gebeurde er?"
        name={`soort-${index}`}
        value={row.type}
        options={CROSSINGS.map((value) => ({
          value,
          label: crossingLabel[value],
        }))}
      />
      <div class="halves">
        <Choices
          type="checkbox"
          legend="Uit de oude lijst"
          name={`van-${index}[]`}
          options={old}
          value={row.from}
          optional
        />
        <Choices
          type="checkbox"
          legend="In de nieuwe lijst"
          name={`naar-${index}[]`}
          options={renewed}
          value={row.to}
          optional
        />
      </div>
      <Field label="Toelichting" name={`noot-${index}`} value={row.note} optional maxlength={600} />
    </>
  )
}
