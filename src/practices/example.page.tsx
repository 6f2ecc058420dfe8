import { Band, Button, Choices, Form, Heading, Lead, Notice, Small } from '../foundation/ui/index.ts'
import { DeskLinks } from './desk-links.part.tsx'
import type { Listing } from './listing.ts'

/** A standard a practice can be an example of, as the site hands it in. */
export interface StandardOption {
  /** Its place on the thread. */
  item: string
  name: string
  /** What tells it from another of that name: the list it stands in. */
  list?: string
}

/** Of which standards a practice is an example. */
export function ExamplePage(props: {
  listing: Listing
  options: StandardOption[]
  chosen: string[]
  /** Mark of what is shown, which comes back with the choice. */
  mark: string
  /** Names of what stands there now, when a colleague chose in the meantime. */
  theirs?: string[]
}) {
  const { listing, options, chosen, mark, theirs } = props
  return (
    <Band>
      <Heading level={1}>Waar is dit een voorbeeld van?</Heading>
      <Lead>
        Kies de kenmerken die je in {listing.title} echt terugziet. De praktijk komt dan op de pagina van het kenmerk,
        en bij de uitslag van de reflectie.
      </Lead>
      <DeskLinks slug={listing.slug} />
      {theirs ? (
        <Notice tone="warning" title="Iemand anders veranderde dit terwijl jij koos">
          <p>Jouw keuze staat hieronder en is nog niet bewaard. Nu staat erbij: {theirs.join(', ') || 'niets'}.</p>
        </Notice>
      ) : null}
      <Form action={`/redactie/praktijken/${listing.slug}/kenmerken`}>
        <input type="hidden" name="gezien" value={mark} />
        <Choices
          type="checkbox"
          legend="Kenmerken"
          name="kenmerk[]"
          options={options.map(({ item, name, list }) => ({
            value: item,
            label: name,
            ...(list ? { hint: list } : {}),
          }))}
          value={chosen}
          optional
        />
        <Button>Bewaar</Button>
      </Form>
      <Small>Weghalen kan altijd. Bij wat er eerder stond, blijft te zien dat het er stond.</Small>
    </Band>
  )
}
