import {
  Band,
  Button,
  Choices,
  Disclosure,
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
import { CROSSINGS, type CrosswalkRow, crossingLabel, isFinished } from './crosswalk.ts'
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

/** Empty rows under the filled ones: enough for a split and a merge. They wait folded too. */
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

type Options = CrosswalkEdit['old']

const namesIn = (slugs: string[], options: Options): string =>
  slugs.map((slug) => options.find(({ value }) => value === slug)?.label ?? slug).join(', ') || 'geen'

/** A row in one line: "Anders verwoord: van Op de vraag af naar Op de vraag af". */
const rowWords = ({ type, from, to }: CrosswalkRow, old: Options, renewed: Options): string =>
  `${crossingLabel[type]}: van ${namesIn(from, old)} naar ${namesIn(to, renewed)}`

function ConflictNotice({ theirs, old, renewed }: CrosswalkEdit & { theirs: CrosswalkRow[] }) {
  return (
    <Notice tone="warning" title="Iemand anders bewaarde dit terwijl jij schreef">
      <p>
        Jouw rijen staan hieronder en zijn nog niet bewaard. Bewaar opnieuw om ze te laten gelden. Dit schreef de ander:
      </p>
      <ul>
        {theirs.map((row) => (
          <li>
            {rowWords(row, old, renewed)}. {row.note}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** One row. A finished one is folded to its line, so that what still needs work is near, also on a phone. */
function RowFields(props: {
  row: CrosswalkRow
  index: number
  old: CrosswalkEdit['old']
  renewed: CrosswalkEdit['renewed']
}) {
  const { row, index, old, renewed } = props
  const isSpare = row.from.length === 0 && row.to.length === 0
  const words = isSpare ? 'nog leeg' : rowWords(row, old, renewed)
  return (
    <Disclosure summary={`Rij ${index + 1}. ${words}`} open={!isSpare && !isFinished(row)}>
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
    </Disclosure>
  )
}
