import { Badge, Band, Button, Example, Form, Heading, Lead, Table } from '../foundation/ui/index.ts'
import type { Saved } from './saved.ts'

/** The button under something that is worth finding again. A visitor signs in first and comes back to `onward`. */
export function SaveItem(props: { item: string; onward: string; saved?: boolean }) {
  return props.saved ? (
    <Form action={`/bewaard/${props.item}/einde`} label="Bewaard">
      <input type="hidden" name="verder" value={props.onward} />
      <Badge tone="ok">Bewaard</Badge> <Button kind="subtle">Haal uit wat ik bewaarde</Button>
    </Form>
  ) : (
    <Form action="/bewaard" label="Bewaren">
      <input type="hidden" name="item" value={props.item} />
      <input type="hidden" name="verder" value={props.onward} />
      <Button kind="secondary">Bewaar</Button>
    </Form>
  )
}

/** Everything I kept, each with a way to let it go. */
export function SavedPage(props: { saved: Saved[] }) {
  return (
    <Band>
      <Heading level={1}>Bewaard om later te lezen</Heading>
      {props.saved.length === 0 ? (
        <Lead>
          Je hebt nog niets bewaard. Bij een <a href="/kenmerken">kenmerk</a> staat onderaan de knop “Bewaar”.
        </Lead>
      ) : (
        <Table
          caption={props.saved.length === 1 ? 'Eén ding bewaard' : `${props.saved.length} dingen bewaard`}
          columns={[{ label: 'Titel' }, { label: 'Wat is het' }, { label: 'Weghalen' }]}
          rows={props.saved.map((one) => [
            <a href={one.href}>{one.title}</a>,
            <>
              {one.text} {one.badge ? <Example /> : null}
            </>,
            <Form action={`/bewaard/${one.item}/einde`} label={`Haal weg: ${one.title}`}>
              <input type="hidden" name="verder" value="/bewaard" />
              <Button kind="subtle">Haal weg</Button>
            </Form>,
          ])}
        />
      )}
    </Band>
  )
}
