import { inDutch } from '../foundation/clock.ts'
import type { Stuck } from '../foundation/mail/index.ts'
import { Band, Heading, Lead, Notice, Small, Table } from '../foundation/ui/index.ts'

export interface MailView {
  stuck: Stuck[]
  /** Mails that wait longer than ten minutes. */
  waiting: number
  /** There is a mail server to give them to. */
  isConnected: boolean
}

/** What the numbers of a mail server mean to someone who has to do something about it. Source: RFC 3463. */
const MEANINGS: [RegExp, string][] = [
  [/^adres$/, 'Dit is geen mailadres'],
  [/ 5\.1\.|^55[013]$/, 'Dit postvak bestaat niet'],
  [/ [45]\.2\.2|^452$|^552$/, 'Het postvak is vol'],
  [/ 5\.7\.|^530$|^535/, 'Deze server vertrouwt ons niet: kijk naar SPF, DKIM en het wachtwoord'],
  [/^4/, 'Nu even niet'],
]

/** An answer in words, with its numbers. */
export function answerWords(answer: string): string {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(answer))?.[1] ?? 'Geweigerd'
  return answer === 'adres' ? meaning : `${meaning} (${answer})`
}

/** Mail that does not arrive, for an admin: by domain and answer, never by person. */
export function MailPage({ stuck, waiting, isConnected }: MailView) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Mail die niet aankomt</Heading>
        <Lead>Per domein, met wat de mailserver zei. Van wie het adres was, zie je hier niet.</Lead>
        {isConnected ? null : (
          <Notice tone="warning" title="Er is geen mailserver ingesteld">
            <p>Er gaat nu geen mail de deur uit.</p>
          </Notice>
        )}
        {isConnected && waiting > 0 ? (
          <Notice tone="info" title={waiting === 1 ? 'Eén mail wacht' : `${waiting} mails wachten`}>
            <p>Langer dan tien minuten al. We blijven het proberen, hooguit dertig dagen.</p>
          </Notice>
        ) : null}
      </Band>
      <Band>
        {stuck.length === 0 ? (
          <p>Er is de laatste dertig dagen niets geweigerd.</p>
        ) : (
          <Table
            caption="Geweigerd in de laatste dertig dagen"
            columns={[
              { label: 'Domein' },
              { label: 'Antwoord' },
              { label: 'Mails' },
              { label: 'Nieuwste van' },
              { label: 'En nu' },
            ]}
            rows={stuck.map(({ domain, answer, count, newest, isFinal }) => [
              domain === '' ? 'niet meer te lezen' : domain,
              answerWords(answer),
              String(count),
              inDutch(newest),
              isFinal ? 'We proberen het niet meer' : 'We proberen het opnieuw',
            ])}
          />
        )}
        <Small>
          De tekst van een mail die voorgoed geweigerd is, is gewist. Wie geen mail kreeg om in te loggen, kan het op de
          site opnieuw vragen.
        </Small>
      </Band>
    </>
  )
}
