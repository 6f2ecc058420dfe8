import { Band, Heading, Lead, type Row, Rows } from '../foundation/ui/index.ts'

/** The editors' desk: what waits, room by room. */
export function DeskPage(props: { sections: { title: string; items: Row[]; empty: string }[] }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Redactie</Heading>
        <Lead>
          Wat wacht, staat bovenaan. Wat gepubliceerd is, verandert niet meer: een wijziging wordt een nieuwe versie.
        </Lead>
      </Band>
      <Band>
        {props.sections.map((section) => (
          <>
            <Heading level={2}>{section.title}</Heading>
            {section.items.length > 0 ? <Rows items={section.items} /> : <p>{section.empty}</p>}
          </>
        ))}
      </Band>
    </>
  )
}
