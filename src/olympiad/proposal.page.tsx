import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  TextArea,
} from '../foundation/ui/index.ts'
import type { ModerationRule } from './moderation.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { entrance } from './panel.entry.ts'

const STANDING: Record<string, string> = { passed: 'doorgelaten', refused: 'niet doorgelaten' }

/** Proposing a sentence, with one's own below it. */
export function ProposalPage({
  olympiad,
  own,
  rules,
  typed,
  errors,
  saved,
}: {
  olympiad: Olympiad
  own: { text: string; outcome: string | null }[]
  rules: readonly ModerationRule[]
  typed: Typed
  errors: FieldError[]
  saved: boolean
}) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Wat is goed werk?</Heading>
        <Lead>{olympiad.question}</Lead>
        {saved ? <Notice tone="ok" title="Je zin is bewaard" /> : null}
        <ErrorSummary errors={errors} />
        <Form action={`${olympiadUrl(olympiad)}/voorstel`}>
          <TextArea
            label="Jouw zin"
            name="zin"
            rows={3}
            hint="Zeg één ding, in gewone woorden. Bijvoorbeeld: “Je vraagt eerst wat iemand zelf al heeft geprobeerd.” Noem geen namen."
            value={typed.zin}
            error={errorFor(errors, 'zin')}
          />
          <Button>Stel voor</Button>
        </Form>
        <Disclosure summary="Wat de voorzitter doorlaat">
          <ul>
            {rules.map(({ outcome, words }) => (
              <li>{outcome === 'passed' ? `Doorgelaten: ${words}` : `Niet: ${words}`}</li>
            ))}
          </ul>
        </Disclosure>
      </Band>
      <Band>
        <Heading level={2}>Wat jij voorstelde</Heading>
        {own.length === 0 ? (
          <p>Nog niets. Je mag er zoveel bedenken als je wilt.</p>
        ) : (
          <ul>
            {own.map(({ text, outcome }) => (
              <li>
                {text} <Badge>{outcome === null ? 'nog niet gelezen' : (STANDING[outcome] ?? outcome)}</Badge>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={entrance(olympiad)}>Naar het begin</a>
        </p>
      </Band>
    </>
  )
}
