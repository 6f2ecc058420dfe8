import type { Config } from '../foundation/config.ts'
import { Band, Facts, Heading } from '../foundation/ui/index.ts'

/** How to reach whoever runs this installation; from the settings, never from the code. */
export function ContactBand(props: { contact: Config['contact'] }) {
  const { name, email, phone, address } = props.contact
  const items = [
    { term: 'Wie', value: name },
    { term: 'Mail', value: <a href={`mailto:${email}`}>{email}</a> },
    ...(phone ? [{ term: 'Telefoon', value: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> }] : []),
    ...(address ? [{ term: 'Adres', value: address }] : []),
  ]
  return (
    <Band tone="boter" labelledby="bereiken">
      <Heading level={2} id="bereiken">
        Zo bereik je ons
      </Heading>
      <Facts items={items} />
    </Band>
  )
}
