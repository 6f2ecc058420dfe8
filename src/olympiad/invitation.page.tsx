import { raw } from 'hono/html'
import { encode } from 'uqr'
import type { Typed } from '../foundation/http/index.ts'
import { inGroups } from '../foundation/save-code.ts'
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
  Notice,
  Select,
  Small,
  Table,
  TextArea,
} from '../foundation/ui/index.ts'
import { chairUrl } from './olympiad.context.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { RecruitedFields } from './recruited.part.tsx'
import type { Turnout } from './turnout.ts'

export interface InvitationView {
  olympiad: Olympiad
  roles: StakeholderRole[]
  turnout: Turnout[]
  minimum: number
  typed: Typed
  errors: FieldError[]
  sent: string | undefined
}

/** Who takes part, in numbers per group, and inviting more. */
export function InvitationPage({ olympiad, roles, turnout, minimum, typed, errors, sent }: InvitationView) {
  const of = (slug: string) => turnout.find(({ role }) => role === slug)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Deelnemers</Heading>
        <Lead>Je ziet hier hoeveel, en niet wie.</Lead>
        {sent === undefined ? null : <Notice tone="ok" title={sent} />}
        <Table
          caption="Balans tussen de groepen"
          columns={[
            { label: 'Groep' },
            { label: 'Gehoopt', numeric: true },
            { label: 'Uitgenodigd', numeric: true },
            { label: 'Opende de uitnodiging', numeric: true },
            { label: 'Genoeg uitgenodigd?' },
          ]}
          rows={roles.map((role) => {
            const invited = of(role.slug)?.invited ?? 0
            return [
              role.plural,
              String(role.target),
              String(invited),
              String(of(role.slug)?.joined ?? 0),
              invited < minimum
                ? `nog ${minimum - invited} voor het minimum`
                : invited < role.target
                  ? `nog ${role.target - invited} tot je doel`
                  : 'ja',
            ]
          })}
        />
      </Band>
      <Band>
        <Heading level={2}>Uitnodigen</Heading>
        <ErrorSummary errors={errors} />
        <Form action={chairUrl(olympiad, 'panel')}>
          <Select
            label="Voor welke groep?"
            name="groep"
            options={[
              { value: '', label: 'Kies een groep' },
              ...roles.map(({ slug, plural }) => ({ value: slug, label: plural })),
            ]}
            value={typed.groep}
            error={errorFor(errors, 'groep')}
          />
          <Choices
            type="radio"
            legend="Hoe?"
            name="manier"
            options={[
              { value: 'mail', label: 'Per mail, met een eigen link' },
              {
                value: 'papier',
                label: 'Met een code op papier',
                hint: 'Je krijgt de codes één keer te zien, om te printen en uit te delen.',
              },
            ]}
            value={typed.manier}
            error={errorFor(errors, 'manier')}
          />
          <TextArea
            label="Mailadressen"
            name="adressen"
            rows={5}
            optional
            hint="Eén per regel, of met komma’s ertussen"
            value={typed.adressen}
            error={errorFor(errors, 'adressen')}
          />
          <Field
            label="Hoeveel codes op papier?"
            name="aantal"
            size="short"
            inputmode="numeric"
            optional
            value={typed.aantal}
            error={errorFor(errors, 'aantal')}
          />
          <RecruitedFields typed={typed} errors={errors} />
          <Button>Nodig uit</Button>
        </Form>
      </Band>
    </>
  )
}

/** Codes to print: shown once, for we keep only what opens with them. */
export function CodesPage({
  olympiad,
  role,
  codes,
  address,
}: {
  olympiad: Olympiad
  role: StakeholderRole
  codes: string[]
  address: string
}) {
  return (
    <Band>
      <Heading level={1}>Codes voor {role.plural}</Heading>
      <Notice tone="warning" title="Print deze pagina nu">
        <p>We bewaren de codes niet. Sluit je deze pagina, dan zijn ze weg en maak je nieuwe.</p>
      </Notice>
      <ul class="codes">
        {codes.map((code) => (
          <li class="code-card">
            <span class="code-card__qr">{raw(qr(`${address}?sleutel=${code}`))}</span>
            <span class="code-card__words">
              <strong>{olympiad.question}</strong>
              <span>Ga naar {address.replace(/^https?:\/\//, '')} en typ:</span>
              <code>{inGroups(code)}</code>
              <Small>Deze code is van één {role.name}. Geef hem niet door.</Small>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={chairUrl(olympiad, 'panel')}>Terug naar de deelnemers</a>
      </p>
    </Band>
  )
}

/** A code as a drawing; the same stands beside it to type. */
function qr(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return `<svg viewBox="0 0 ${size} ${size}" width="132" height="132" aria-hidden="true"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`
}
