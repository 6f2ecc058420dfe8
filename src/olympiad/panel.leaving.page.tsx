import type { Child } from 'hono/jsx'
import { Actions, Band, Button, Choices, Form, Heading, LinkButton, Small } from '../foundation/ui/index.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { entrance } from './panel.entry.ts'

/**
 * Asks before someone stops. `answers`: what they answered in the open round can be taken out, or it stays because nothing
 * leads to it any more; undefined when there is nothing.
 */
export function StopPage({
  olympiad,
  answers,
}: {
  olympiad: Olympiad
  answers: 'theirs' | 'out of reach' | undefined
}) {
  return (
    <Band tone="boter">
      <Heading level={1}>Stoppen met meedoen</Heading>
      <p>Stoppen mag altijd, en je hoeft niet te zeggen waarom. Je krijgt dan geen mail meer van ons.</p>
      <Form action={`${entrance(olympiad)}/stoppen`}>
        {answers === 'theirs' ? (
          <Choices
            type="radio"
            legend="Wat doen we met je antwoorden in de ronde die nu open is?"
            name="antwoorden"
            options={[
              { value: 'blijven', label: 'Die blijven meetellen' },
              { value: 'weg', label: 'Haal ze weg' },
            ]}
            value="blijven"
          />
        ) : null}
        {answers === 'out of reach' ? (
          <p>Wat je in de ronde antwoordde die nu open is, blijft tellen. Niemand kan het nog bij jou terugvinden.</p>
        ) : null}
        <Small>Antwoorden uit rondes die gesloten zijn, blijven geteld. Je naam en mailadres gaan weg.</Small>
        <Actions>
          <Button>Ik stop</Button>
          <LinkButton kind="secondary" href={entrance(olympiad)}>
            Toch niet
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}

/** Said after someone stopped or closed this browser. */
export function GonePage({ olympiad, children }: { olympiad: Olympiad; children?: Child }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Dank je wel</Heading>
      {children}
      <p>
        <a href={olympiadUrl(olympiad)}>Naar de Olympiade</a>
      </p>
    </Band>
  )
}
