import { Button, errorFor, Field, type FieldError, Form, Small } from '../foundation/ui/index.ts'
import type { Olympiad } from './olympiad.ts'
import { entrance } from './panel.entry.ts'

/** The field for one's own name, with what is done with it. */
export function NameField({ value, errors }: { value: string; errors: FieldError[] }) {
  return (
    <Field
      label="Onder welke naam doe je mee?"
      name="naam"
      autocomplete="name"
      hint="Wie meedoet, ziet na de sluiting wat je koos, met deze naam erbij. De naam kies je zelf."
      value={value}
      error={errorFor(errors, 'naam')}
    />
  )
}

/** Asks it, once, before the first answer in an open Olympiade. `room`: goes on in the room after. */
export function NameForm(props: {
  olympiad: Olympiad
  name: string
  errors: FieldError[]
  room?: boolean
  change?: boolean
}) {
  const { olympiad, name, errors, room = false, change = false } = props
  return (
    <Form action={`${entrance(olympiad)}/naam`}>
      <input type="hidden" name="verder" value={room ? 'zaal' : ''} />
      <NameField value={name} errors={errors} />
      <Button {...(change ? { kind: 'secondary' as const } : {})}>
        {change ? 'Verander mijn naam' : 'Zo heet ik'}
      </Button>
      <Small>
        Vier weken na de laatste ronde gaan alle namen weg. Stop je eerder, dan gaat je naam meteen weg; je antwoorden
        blijven geteld.
      </Small>
    </Form>
  )
}
