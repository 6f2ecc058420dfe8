import { Band, Heading, Lead, LinkButton, Notice, TextArea } from '../foundation/ui/index.ts'
import { keptFormUrl } from './access.ts'

/** Everything somebody wrote, to take along: for a form that can't be shown again by itself. */
export function KeptFormPage(props: {
  words: [name: string, value: string][]
  back: string | undefined
  hadFile: boolean
}) {
  return (
    <Band narrow>
      <Heading level={1}>Wat je typte</Heading>
      <Lead>
        Je moest tussendoor opnieuw inloggen, dus dit is nog niet bewaard. Kopieer het en zet het terug op de pagina.
      </Lead>
      {props.words.map(([, value], at) => (
        <TextArea label={`Stukje ${at + 1}`} name={`tekst-${at}`} value={value} optional />
      ))}
      {props.hadFile ? <p>Een bestand konden we niet vasthouden: kies het opnieuw.</p> : null}
      <p>
        <LinkButton href={props.back ?? '/mijn'}>Naar de pagina</LinkButton>
      </p>
    </Band>
  )
}

/** On the pages of signing in: that what was typed is not lost. */
export function KeptNotice(props: { onward: string | undefined }) {
  if (!props.onward?.startsWith(keptFormUrl(''))) return null
  return (
    <Notice tone="info" title="Wat je typte, is er nog">
      <p>We houden het een uur voor je vast. Het staat er weer zodra je bent ingelogd.</p>
    </Notice>
  )
}
