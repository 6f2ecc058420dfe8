import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
} from '../foundation/ui/index.ts'
import type { Olympiad } from './olympiad.ts'
import { entrance } from './panel.entry.ts'
import { OldAnswers, renewalUrl } from './renewal.page.tsx'

/** A link from a mail or a code of paper: only the button opens it, for machines open links too. */
export function KeyPage({ olympiad, token, renewed }: { olympiad: Olympiad; token: string; renewed: boolean }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Fijn dat je meepraat</Heading>
      <Lead>{olympiad.question}</Lead>
      {renewed ? (
        <>
          <p>Dit is je nieuwe link. Druk je op de knop, dan werkt je oude link niet meer.</p>
          <OldAnswers />
        </>
      ) : null}
      <Form action={entrance(olympiad)} nonce={false}>
        <input type="hidden" name="sleutel" value={token} />
        <Button>Doe mee</Button>
      </Form>
    </Band>
  )
}

/** Whoever has no link at hand types a code, or asks for help. */
export function CodePage({ olympiad, errors, typed }: { olympiad: Olympiad; errors: FieldError[]; typed: Typed }) {
  return (
    <Band tone="wad">
      <Heading level={1}>Meedoen</Heading>
      <Lead>{olympiad.question}</Lead>
      <p>Kreeg je een mail? Open dan de link in die mail. Kreeg je een code op papier? Typ die hier.</p>
      <ErrorSummary errors={errors} />
      <Form action={entrance(olympiad)} nonce={false}>
        <Field
          label="Je code"
          name="sleutel"
          size="code"
          autocomplete="off"
          spellcheck={false}
          hint="Twintig letters en cijfers. Hoofdletters en streepjes maken niet uit."
          value={typed.sleutel}
          error={errorFor(errors, 'sleutel')}
        />
        <Button>Doe mee</Button>
      </Form>
      <p>
        <a href={renewalUrl(olympiad)}>Ik ben mijn link of code kwijt</a>
      </p>
      {olympiad.help === '' ? null : <p>Hulp nodig? {olympiad.help}</p>}
    </Band>
  )
}
