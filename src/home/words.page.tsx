import { inDutch } from '../foundation/clock.ts'
import { Band, Button, Form, Heading, Lead, Pagination, Table } from '../foundation/ui/index.ts'

/** Something I said, still standing somewhere. */
export interface Words {
  id: string
  text: string
  at: Date
}

/** Everything I said or wrote here, each with a way to take it back. */
export function WordsPage(props: { words: Words[]; count: number; page: number; pages: number }) {
  return (
    <Band>
      <Heading level={1}>Wat je hier zei of schreef</Heading>
      {props.count === 0 ? (
        <Lead>Er staat niets van jou.</Lead>
      ) : (
        <>
          <Lead>
            Haal je iets weg, dan is het meteen overal weg: op de pagina, in de herkomst en in het zoeken. Wat iemand al
            printte of opsloeg, kunnen we niet terughalen.
          </Lead>
          <Table
            caption={props.count === 1 ? 'Eén tekst' : `${props.count} teksten`}
            columns={[{ label: 'Wat je zei' }, { label: 'Wanneer' }, { label: 'Weghalen' }]}
            rows={props.words.map(({ id, text, at }) => [
              text,
              inDutch(at),
              <Form action={`/mijn/woorden/${id}/intrekking`} label={`Haal weg: ${text.slice(0, 60)}`}>
                <Button kind="subtle">Haal weg</Button>
              </Form>,
            ])}
          />
          <Pagination page={props.page} pages={props.pages} href={(page) => `/mijn/woorden?bladzijde=${page}`} />
        </>
      )}
    </Band>
  )
}
