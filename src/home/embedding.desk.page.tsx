import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  Table,
} from '../foundation/ui/index.ts'
import { type Embedding, hostOf } from './embedding.ts'

/** The sites that may show our search, and one more. */
export function EmbeddingsPage(props: { all: Embedding[]; errors: FieldError[]; typed: Typed }) {
  const { all, errors, typed } = props
  const fault = (field: string) => {
    const error = errorFor(errors, field)
    return error === undefined ? {} : { error }
  }
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Sites met ons zoekveld</Heading>
        <Lead>Alleen wat hier staat, mag ons zoekveld in een eigen pagina tonen.</Lead>
        <ErrorSummary errors={errors} />
        <Form action="/redactie/insluiten">
          <Field
            label="Adres van de site"
            name="site"
            hint="Bijvoorbeeld www.dorpstad.nl. Zet een intranet of een tweede naam er apart bij."
            inputmode="url"
            spellcheck={false}
            value={typed.site}
            maxlength={200}
            {...fault('site')}
          />
          <Field
            label="Van welke organisatie?"
            name="organisatie"
            autocomplete="organization"
            value={typed.organisatie}
            maxlength={120}
            {...fault('organisatie')}
          />
          <Actions>
            <Button>Zet op de lijst</Button>
          </Actions>
        </Form>
      </Band>
      <Band>
        {all.length === 0 ? (
          <p>Er staat nog geen site op de lijst. Organisaties vragen het aan met hun eigen mailadres.</p>
        ) : (
          <Table
            caption={all.length === 1 ? 'Eén site' : `${all.length} sites`}
            columns={[{ label: 'Site' }, { label: 'Organisatie' }, { label: 'Sinds' }, { label: 'Weghalen' }]}
            rows={all.map(({ id, origin, organisation, allowedAt }) => [
              hostOf(origin),
              organisation,
              inDutch(allowedAt),
              <Form action={`/redactie/insluiten/${id}/einde`} label={`Haal ${hostOf(origin)} weg`}>
                <Button kind="subtle">Haal weg</Button>
              </Form>,
            ])}
          />
        )}
        <p>
          <a href="/insluiten">Bekijk de pagina waar zij het zoekveld maken</a>
        </p>
      </Band>
    </>
  )
}
