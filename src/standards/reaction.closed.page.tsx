import { Band, type FieldValue, Heading, Lead, LinkButton, TextArea } from '../foundation/ui/index.ts'

/** For whoever sent a reaction when the consultation had just closed: what they wrote is theirs to keep. */
export function ClosedReactionPage(props: { typed: FieldValue }) {
  return (
    <Band narrow>
      <Heading level={1}>Deze consultatie is gesloten</Heading>
      <Lead>Je reactie kwam te laat en is niet verstuurd. Hieronder staat wat je schreef, dan kun je het bewaren.</Lead>
      <TextArea label="Wat je schreef" name="reactie" value={props.typed} optional />
      <p>
        Wil je het toch kwijt? <a href="/contact">Stuur het ons</a>.
      </p>
      <p>
        <LinkButton href="/kenmerken">Naar de kenmerken</LinkButton>
      </p>
    </Band>
  )
}
