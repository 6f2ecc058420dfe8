import { Choices, Heading, TextArea } from '../foundation/ui/index.ts'
import { offeredWords } from './offered.ts'
import type { Offered, PublicationRequest } from './publication.ts'
import { faultOf, type Written } from './written.ts'

/** Whether something may stand on the site, or what an editor wants to know first. */
export function WhetherItMayStand(props: { kind: Offered; request: PublicationRequest; written: Written }) {
  const { request, written } = props
  const { the, is } = offeredWords[props.kind]
  return (
    <>
      <input type="hidden" name="aanvraag" value={request.id} />
      <Heading level={2}>Mag {the} op de site?</Heading>
      <Choices
        type="radio"
        legend="Je besluit"
        name="besluit"
        value={written.typed.besluit}
        options={[
          { value: 'goed', label: `Ja, ${is} goed` },
          { value: 'vraag', label: 'Eerst een vraag aan de opleider' },
        ]}
        {...faultOf(written.errors, 'besluit')}
      />
      <TextArea
        label="Je vraag"
        name="vraag"
        rows={3}
        optional
        hint="De opleider leest dit woord voor woord."
        value={written.typed.vraag}
        {...faultOf(written.errors, 'vraag')}
      />
    </>
  )
}
