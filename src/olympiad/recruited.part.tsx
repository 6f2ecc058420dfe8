import type { Typed } from '../foundation/http/index.ts'
import { errorFor, Field, type FieldError } from '../foundation/ui/index.ts'

/** How people were found and what they have at stake: asked of whoever invites, told in the report without names. */
export function RecruitedFields(props: { typed: Typed; errors: FieldError[] }) {
  const { typed, errors } = props
  return (
    <>
      <Field
        label="Hoe zijn deze mensen gevonden?"
        name="gevonden"
        optional
        hint="“via de cliëntenraad”, “open oproep”. Komt zonder namen in het verslag."
        value={typed.gevonden}
        error={errorFor(errors, 'gevonden')}
      />
      <Field
        label="Belangen bij de uitkomst"
        name="belangen"
        optional
        hint="“werkt bij een aanbieder”. Komt zonder namen in het verslag."
        value={typed.belangen}
        error={errorFor(errors, 'belangen')}
      />
    </>
  )
}
