import type { Typed } from '../foundation/http/index.ts'
import { Choices, errorFor, type FieldError, TextArea } from '../foundation/ui/index.ts'
import type { StakeholderRole } from './olympiad.ts'
import { type HallTable, roomLeft, seatsLeft, seatWords } from './table.ts'

/** Where someone can still sit. */
export interface Seating {
  tables: HallTable[]
  /** Everyone who comes, with a table or without. */
  coming: number
}

interface Props {
  roles: StakeholderRole[]
  seating: Seating
  typed: Typed
  errors: FieldError[]
  /** The table someone has already: theirs, also when it is full. */
  own?: string | null
}

/** As whom, at which table, with which help. The same questions when signing up and when changing it. */
export function SignupFields({ roles, seating, typed, errors, own }: Props) {
  const room = roomLeft(seating.tables, seating.coming) + (own === undefined ? 0 : 1)
  const open = seating.tables.filter((table) => table.id === own || seatsLeft(table, room) > 0)
  return (
    <>
      <Choices
        type="radio"
        legend="Als wie kom je?"
        name="rol"
        hint="Kies wat het beste past. Jij bepaalt het, niemand controleert het."
        options={roles.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={typed.rol}
        error={errorFor(errors, 'rol')}
      />
      {open.length > 0 ? (
        <Choices
          type="radio"
          legend="Aan welke tafel wil je zitten?"
          name="tafel"
          optional
          options={[
            ...open.map((table) => ({
              value: table.id,
              label: `Tafel ${table.number}: ${table.title}`,
              hint: table.id === own ? 'hier zit je nu' : seatWords(seatsLeft(table, room)),
            })),
            { value: '', label: 'Maakt me niet uit' },
          ]}
          value={typed.tafel ?? ''}
          error={errorFor(errors, 'tafel')}
        />
      ) : null}
      <TextArea
        label="Wat heb je nodig om goed mee te doen?"
        name="ondersteuning"
        optional
        rows={3}
        hint="Bijvoorbeeld een tolk, een plek voor je rolstoel, iemand die meekomt, of rustig eten. Alleen de voorzitter leest dit."
        value={typed.ondersteuning}
        error={errorFor(errors, 'ondersteuning')}
      />
      <Choices
        type="checkbox"
        legend="Kosten"
        name="vergoeding"
        optional
        options={[
          {
            value: 'ja',
            label: 'Ik wil graag een vergoeding',
            hint: 'Voor je reis en je tijd. De voorzitter neemt contact met je op.',
          },
        ]}
        value={typed.vergoeding}
      />
    </>
  )
}
