import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import { chairUrl } from './olympiad.context.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { MOST_WORDS } from './statement.ts'

interface Proposal {
  id: string
  role: string
  text: string
  statement: string | null
}

/** What people proposed, with what became of it. */
export function ProposalListPage({
  olympiad,
  roles,
  proposals,
}: {
  olympiad: Olympiad
  roles: StakeholderRole[]
  proposals: Proposal[]
}) {
  const nameOf = (slug: string) => roles.find((role) => role.slug === slug)?.name ?? slug
  return (
    <Band tone="wad">
      <Heading level={1}>Voorstellen</Heading>
      <Lead>Maak er zinnen van die gewogen kunnen worden: één gedachte, hooguit {MOST_WORDS} woorden.</Lead>
      {proposals.length === 0 ? (
        <p>Er is nog geen voorstel doorgelaten.</p>
      ) : (
        <Rows
          items={proposals.map(({ id, role, text, statement }) => ({
            href: chairUrl(olympiad, statement === null ? `voorstellen/${id}` : 'rondes/nieuw'),
            title: text,
            text: `Van een ${nameOf(role)}.`,
            ...(statement === null ? {} : { badge: <Badge tone="ok">is een zin</Badge> }),
          }))}
        />
      )}
    </Band>
  )
}

/** Saying a proposal so that it can be weighed. */
export function ProposalDeskPage({
  olympiad,
  proposal,
  typed,
  errors,
}: {
  olympiad: Olympiad
  proposal: Proposal
  typed: Typed
  errors: FieldError[]
}) {
  return (
    <Band tone="wad">
      <Heading level={1}>Een zin maken van een voorstel</Heading>
      <blockquote class="brought">{proposal.text}</blockquote>
      <ErrorSummary errors={errors} />
      <Form action={chairUrl(olympiad, `voorstellen/${proposal.id}`)}>
        <TextArea
          label="De zin"
          name="zin"
          rows={2}
          hint={`Eén gedachte, hooguit ${MOST_WORDS} woorden`}
          value={typed.zin}
          error={errorFor(errors, 'zin')}
        />
        <Field
          label="Een voorbeeld"
          name="voorbeeld"
          optional
          value={typed.voorbeeld}
          error={errorFor(errors, 'voorbeeld')}
        />
        <TextArea
          label="In vaktaal"
          name="vaktaal"
          rows={2}
          optional
          value={typed.vaktaal}
          error={errorFor(errors, 'vaktaal')}
        />
        <Button>Maak deze zin</Button>
      </Form>
    </Band>
  )
}
