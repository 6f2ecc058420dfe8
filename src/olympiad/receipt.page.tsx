import { Band, Button, Field, Heading, LinkButton, Notice } from '../foundation/ui/index.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import type { Round } from './round.ts'
import { inFours } from './vote.page.tsx'

/** Looking up whether a vote was counted. */
export function ReceiptPage({
  olympiad,
  round,
  typed,
  found,
  codes,
  takenOut,
}: {
  olympiad: Olympiad
  round: Round
  typed: string
  found: boolean | undefined
  codes: string[]
  /** Forms were taken out of this round. */
  takenOut: boolean
}) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Controleer of je stem is geteld</Heading>
        <p>
          In ronde {round.number} zijn {codes.length} formulieren geteld. Elk formulier heeft een code. Wie de code
          heeft, ziet dat zijn stem erbij zit. Wat iemand koos, is er niet uit te lezen.
        </p>
        <form class="form" method="get" action={`${olympiadUrl(olympiad)}/rondes/${round.number}/controle`}>
          <Field label="Je controlecode" name="code" size="code" autocomplete="off" spellcheck={false} value={typed} />
          <Button>Zoek</Button>
        </form>
        {found === undefined ? null : found ? (
          <Notice tone="ok" title="Deze code staat in de lijst">
            <p>Je stem is geteld.</p>
          </Notice>
        ) : (
          <Notice tone="warning" title="Deze code staat niet in de lijst">
            <p>
              Kijk of je hem goed overnam. Heb je daarna nog een antwoord veranderd? Dan hoort bij je laatste antwoorden
              een nieuwe code. {olympiad.help}
            </p>
            {takenOut ? (
              <p>
                In deze ronde zijn ook formulieren uit de telling gehaald. Met je eigen link zie je bij de ronde of de
                jouwe daarbij was.
              </p>
            ) : null}
          </Notice>
        )}
      </Band>
      <Band>
        <Heading level={2}>De hele lijst</Heading>
        <ul class="receipts">
          {codes.map((code) => (
            <li>
              <code>{inFours(code)}</code>
            </li>
          ))}
        </ul>
        <LinkButton kind="secondary" href={`${olympiadUrl(olympiad)}/uitslag`}>
          Naar de uitslag
        </LinkButton>
      </Band>
    </>
  )
}
