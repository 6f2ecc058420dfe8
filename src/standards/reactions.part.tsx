import { Badge, Band, Button, Form, Heading, Notice, TextArea } from '../foundation/ui/index.ts'
import type { Edition } from './edition.store.ts'

/** The consultation that runs on an edition, for whoever reads it now. */
export interface Reading {
  consultation: string
  canReact: boolean
  thanks: boolean
  error?: string
  typed?: string
}

/** What a reader may say on a proposal; nothing when nobody is being asked. */
export function Reactions({ edition, reading }: { edition: Edition; reading: Reading | undefined }) {
  if (!reading) return null
  const question = edition.consultations.find(({ id }) => id === reading.consultation)?.question
  return (
    <Band tone="boter" narrow labelledby="reageer">
      <Heading level={2} id="reageer">
        Reageer
      </Heading>
      {reading.thanks ? (
        <Notice tone="ok" title="Je reactie is binnen">
          <p>De redactie leest hem voordat er iets wordt vastgesteld.</p>
        </Notice>
      ) : null}
      {question ? <p>{question}</p> : null}
      {reading.canReact ? (
        <Form action={`${edition.url}/reacties`}>
          <TextArea
            label="Jouw reactie"
            name="reactie"
            rows={6}
            maxlength={4000}
            hint="Alleen de redactie leest dit. Noem geen namen van cliënten."
            value={reading.typed}
            error={reading.error}
          />
          <Button>Verstuur</Button>
        </Form>
      ) : (
        <p>
          <a href={`/inloggen?verder=${encodeURIComponent(`${edition.url}#reageer`)}`}>Log in om te reageren</a>. Dan
          kun je je reactie later ook weer weghalen.
        </p>
      )}
      <p class="small">
        <Badge>Privé</Badge> Je naam komt niet op de site.
      </p>
    </Band>
  )
}
